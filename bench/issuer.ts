/** An OpenID Connect issuer for the run, so that the program can be measured with the settings of production. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { accessTokenType } from '../src/identity/token-verifier.ts';

export const audience = 'samordna-bench';

export interface Issuer {
  /** Its address; the discovery document is below it. */
  readonly address: string;
  tokenFor(userName: string): Promise<string>;
  close(): void;
}

export async function openIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] };
  const server = createServer((request, response) => {
    const document = request.url?.startsWith('/.well-known/') === true ? { issuer: address, jwks_uri: `${address}/keys` } : keys;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    tokenFor: (userName) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'ES256', typ: accessTokenType, kid: 'bench' })
        .setSubject(userName)
        .setIssuer(address)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(privateKey),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
