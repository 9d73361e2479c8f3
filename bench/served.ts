/** What a server under test has in common with the others: it is a child process that tells its port. */
import { createOidcVerifier } from '../src/identity/oidc-issuer.ts';

/** Where a peer finds the database. */
export const databaseUrl = process.env['DATABASE_URL'] ?? '';

/** Connections of each server to the database: as many as the program has by default. */
export const poolSize = 10;

/** Tells the parent that requests may come, and ends with it. */
export function tellPort(port: number): void {
  process.send?.({ port });
  for (const event of ['disconnect', 'SIGTERM'] as const) process.once(event, () => process.exit(0));
}

/** Reads the user name of a bearer token as the program does. */
export function openTokens(): (header: string | undefined) => Promise<string> {
  const verifier = createOidcVerifier({ issuer: process.env['OIDC_ISSUER'] ?? '', audience: process.env['OIDC_AUDIENCE'] ?? '' });
  return async (header) => {
    const user = await verifier.verify(header?.slice('Bearer '.length) ?? '');
    if (user === undefined) throw new Error('not signed in');
    return user;
  };
}
