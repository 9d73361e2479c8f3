/** An OpenID Connect issuer: found by its discovery document; its keys are fetched again when an unknown one is used. */
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/u }) });

/** Signatures with a public key only: what is signed with a shared secret proves nothing. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];

const patience = 1500;

/** Verifies access tokens of `issuer` for `audience`. Nothing is fetched before the first token. */
export function createOidcVerifier({ issuer, audience }: { readonly issuer: string; readonly audience: string }): TokenVerifier {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const keys: JWTVerifyGetKey = async (header, token) => {
    found ??= discoverKeys(issuer);
    try {
      return await (await found)(header, token);
    } catch (error) {
      // An issuer that could not be found is looked for again with the next token.
      void found.catch(() => (found = undefined));
      throw error;
    }
  };
  return createTokenVerifier({ algorithms, issuer, audience }, keys);
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' });
  if (!response.ok) throw new Error(`the issuer answers ${response.status}`);
  const document = discovery.parse(await response.json());
  if (document.issuer !== issuer) throw new Error('the discovery document names another issuer');
  return createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: patience, cooldownDuration: 5000 });
}
