/** The corpus of tokens that must not open the door, and the few that do. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { base64url, CompactSign, exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { z } from 'zod';
import { createDemoVerifier, mintDemoToken } from '../../src/identity/demo-issuer.ts';
import { createOidcVerifier } from '../../src/identity/oidc-issuer.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { IssuerUnreachable, type TokenVerifier } from '../../src/identity/token-verifier.ts';

const issuer = 'urn:samordna:demo';
const user = 'osthammar.adult.caseworker';

const keptSchema = z.looseObject({ n: z.string(), kid: z.string() });
type Kept = z.infer<typeof keptSchema>;

describe('tokens of the demonstration', () => {
  let dataDir: string;
  let verifier: TokenVerifier;
  let kept: Kept;
  let key: CryptoKey;
  let stranger: CryptoKey;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'samordna-tokens-'));
    verifier = await createDemoVerifier(dataDir);
    kept = keptSchema.parse(JSON.parse(await readFile(join(dataDir, 'demo-issuer.json'), 'utf8')));
    const imported = await importJWK(kept, 'RS256');
    if (imported instanceof Uint8Array) throw new TypeError('no key');
    key = imported;
    stranger = (await generateKeyPair('RS256')).privateKey;
  });

  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const claims = { iss: issuer, aud: 'samordna', sub: user };
  const header = { alg: 'RS256', typ: 'at+jwt' };
  async function signed(payload: Record<string, unknown>, protectedHeader: JWTHeaderParameters = { ...header, kid: kept.kid }, by = key): Promise<string> {
    return new SignJWT({ iat: epoch(), exp: epoch(600), ...payload }).setProtectedHeader(protectedHeader).sign(by);
  }
  function epoch(later = 0): number {
    return Math.floor(Temporal.Instant.from(systemClock().now()).epochMilliseconds / 1000) + later;
  }

  it('names its user', async () => {
    expect(await verifier.verify(await mintDemoToken(dataDir, user))).toBe(user);
  });

  it('is what the corpus is made from: the same token, rightly made, is accepted', async () => {
    expect(await verifier.verify(await signed(claims))).toBe(user);
  });

  it('has a key that only its owner may read', async () => {
    expect((await stat(join(dataDir, 'demo-issuer.json'))).mode & 0o777).toBe(0o600);
  });

  it('is one key for all who open the folder at the same time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samordna-tokens-'));
    const tokens = await Promise.all(Array.from({ length: 6 }, () => mintDemoToken(folder, user)));
    const other = await createDemoVerifier(folder);
    expect(await Promise.all(tokens.map((token) => other.verify(token)))).toEqual(tokens.map(() => user));
    await rm(folder, { recursive: true, force: true });
  });

  it('counts with a new key from the next token on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samordna-tokens-'));
    const running = await createDemoVerifier(folder);
    const old = await mintDemoToken(folder, user);
    expect(await running.verify(old)).toBe(user);
    await rm(join(folder, 'demo-issuer.json'));
    expect(await running.verify(await mintDemoToken(folder, user))).toBe(user);
    expect(await running.verify(old)).toBeUndefined();
    await rm(folder, { recursive: true, force: true });
  });

  const kid = { get: () => ({ ...header, kid: kept.kid }) };
  const corpus: Readonly<Record<string, () => Promise<string> | string>> = {
    'nothing': () => '',
    'no token at all': () => 'open sesame',
    'three empty parts': () => '..',
    'no signature (alg none)': () => new UnsecuredJWT({ ...claims }).setIssuedAt().setExpirationTime('1h').encode(),
    'alg none in capitals': () => [base64url.encode('{"alg":"NONE","typ":"at+jwt"}'), base64url.encode(JSON.stringify(claims)), ''].join('.'),
    'HS256 keyed with the public key': async () =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: kept.kid }).setIssuedAt().setExpirationTime('1h').sign(new TextEncoder().encode(kept.n)),
    'HS256 keyed with nothing much': async () =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).setIssuedAt().setExpirationTime('1h').sign(new Uint8Array(32)),
    'another algorithm with the same kind of key': async () => {
      const pss = await importJWK(kept, 'PS256');
      return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'PS256', typ: 'at+jwt', kid: kept.kid }).setIssuedAt().setExpirationTime('1h').sign(pss);
    },
    'another key': () => signed(claims, kid.get(), stranger),
    'another key under a made-up name': () => signed(claims, { ...header, kid: '../../etc/passwd' }, stranger),
    'its own key brought along': async () => {
      const { privateKey, publicKey } = await generateKeyPair('RS256');
      return signed(claims, { ...header, jwk: await exportJWK(publicKey) }, privateKey);
    },
    'the address of a key': () => signed(claims, { ...header, jku: 'http://127.0.0.1:1/keys' }, stranger),
    'a critical extension that nobody knows': async () =>
      new CompactSign(new TextEncoder().encode(JSON.stringify({ ...claims, iat: epoch(), exp: epoch(600) })))
        .setProtectedHeader({ ...kid.get(), crit: ['x'], x: 1 }).sign(key, { crit: { x: true } }),
    'type JWT, as identity tokens have': () => signed(claims, { ...kid.get(), typ: 'JWT' }),
    'no type': () => signed(claims, { alg: 'RS256', kid: kept.kid }),
    'another issuer': () => signed({ ...claims, iss: 'urn:somebody' }),
    'no issuer': () => signed({ aud: 'samordna', sub: user }),
    'another audience': () => signed({ ...claims, aud: 'journal' }),
    'no audience': () => signed({ iss: issuer, sub: user }),
    'expired': () => signed({ ...claims, exp: epoch(-60) }),
    'no expiry': () => signed({ ...claims, exp: undefined }),
    'an expiry that is text': () => signed({ ...claims, exp: 'tomorrow' }),
    'not valid yet': () => signed({ ...claims, nbf: epoch(600) }),
    'no time of issue': () => signed({ ...claims, iat: undefined }),
    'no subject': () => signed({ iss: issuer, aud: 'samordna' }),
    'an empty subject': () => signed({ ...claims, sub: '' }),
    'a subject that is no text': () => signed({ ...claims, sub: 1 }),
    'a changed subject': async () => {
      const [head, , signature] = (await signed(claims)).split('.');
      return [head, base64url.encode(JSON.stringify({ ...claims, sub: 'osthammar.administrator', iat: epoch(), exp: epoch(600) })), signature].join('.');
    },
    'a cut signature': async () => (await signed(claims)).slice(0, -6),
    'a second payload': async () => `${await signed(claims)}.${base64url.encode('{}')}`,
    'far too long': () => signed({ ...claims, filler: 'x'.repeat(20_000) }),
    'a payload that is no object': async () => new CompactSign(new TextEncoder().encode('"sub"')).setProtectedHeader(kid.get()).sign(key),
  };

  it.each(Object.keys(corpus))('does not accept: %s', async (name) => {
    expect(await verifier.verify(await (corpus[name] ?? (() => ''))())).toBeUndefined();
  });
});

describe('tokens of an OpenID Connect issuer', () => {
  let server: Server;
  let address: string;
  let keys: { readonly kid: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }[];
  let away = false;
  let claimed: string | undefined;

  beforeAll(async () => {
    keys = [await made('first')];
    server = createServer((request, response) => {
      const answer = async (): Promise<unknown> => {
        if (request.url === '/keys') return { keys: await Promise.all(keys.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }))) };
        return { issuer: claimed ?? address, jwks_uri: `${address}/keys` };
      };
      void answer().then((body) => response.writeHead(away ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function made(kid: string): Promise<(typeof keys)[number]> {
    return { kid, ...(await generateKeyPair('RS256', { extractable: true })) };
  }
  async function token(place = 0, { aud = 'samordna-api', typ = 'at+jwt', alg = 'RS256' } = {}): Promise<string> {
    const signer = keys[place];
    if (signer === undefined) throw new Error('no such key');
    return new SignJWT({}).setProtectedHeader({ alg, typ, kid: signer.kid }).setSubject('anna').setIssuer(address).setAudience(aud).setIssuedAt().setExpirationTime('5m').sign(signer.privateKey);
  }
  const open = (): TokenVerifier => createOidcVerifier({ issuer: address, audience: 'samordna-api' });

  it('are checked with the keys that the issuer publishes', async () => {
    expect(await open().verify(await token())).toBe('anna');
  });

  it('are not accepted for another audience, or as identity tokens', async () => {
    const verifier = open();
    expect(await verifier.verify(await token(0, { aud: 'another-api' }))).toBeUndefined();
    expect(await verifier.verify(await token(0, { typ: 'JWT' }))).toBeUndefined();
  });

  it('say nothing while the issuer is away, and count again when it is back', async () => {
    const verifier = open();
    away = true;
    await expect(verifier.verify(await token())).rejects.toBeInstanceOf(IssuerUnreachable);
    away = false;
    expect(await verifier.verify(await token())).toBe('anna');
  });

  it('are not checked with keys of a document that names another issuer', async () => {
    claimed = 'https://somebody.example';
    await expect(open().verify(await token())).rejects.toBeInstanceOf(IssuerUnreachable);
    claimed = undefined;
  });

  it('count under a new key without a restart', async () => {
    const verifier = open();
    expect(await verifier.verify(await token())).toBe('anna');
    keys.push(await made('second'));
    const later = await token(1);
    // The keys are fetched at most every few seconds, however many unknown ones are tried.
    await expect(waitFor(async () => verifier.verify(later))).resolves.toBe('anna');
  }, 20_000);

  async function waitFor(ask: () => Promise<string | undefined>): Promise<string | undefined> {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return undefined;
  }
});

it('the key of the demonstration is refused with one line when it cannot be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samordna-tokens-'));
  await writeFile(join(folder, 'demo-issuer.json'), 'not a key');
  await expect(createDemoVerifier(folder)).rejects.toThrow(/^DATA_DIR: .* does not hold a signing key$/u);
  await rm(folder, { recursive: true, force: true });
});
