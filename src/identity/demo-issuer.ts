/**
 * The demonstration's own issuer: one signing key, generated once and kept in DATA_DIR, readable by its owner only.
 * Whoever may read DATA_DIR may sign in as anybody, which is why production refuses it.
 */
import { randomUUID } from 'node:crypto';
import { chown, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey } from 'jose';
import { z } from 'zod';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { hasCode } from '../kernel/error-code.ts';
import { accessTokenType, createTokenVerifier, type TokenVerifier } from './token-verifier.ts';

/** Checked on every request: of the signatures with a public key, the one that is checked fastest. */
const algorithm = 'RS256';
const terms = { algorithms: [algorithm], issuer: 'urn:samordna:demo', audience: 'samordna' };
const lifetime = '12h';

const part = z.string();
const keptSchema = z.strictObject({
  kty: z.literal('RSA'), n: part, e: part, d: part, p: part, q: part, dp: part, dq: part, qi: part, kid: part,
});
type KeptKey = z.infer<typeof keptSchema>;

/** A token for `userName`, good for twelve hours. @throws ConfigurationFault when the key cannot be read or made */
export async function mintDemoToken(dataDir: string, userName: string): Promise<string> {
  const kept = await keyIn(dataDir);
  return new SignJWT()
    .setProtectedHeader({ alg: algorithm, typ: accessTokenType, kid: kept.kid })
    .setSubject(userName)
    .setIssuer(terms.issuer)
    .setAudience(terms.audience)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .setJti(randomUUID())
    .sign(await imported(kept));
}

/** Verifies the demonstration's tokens. A key that was replaced in DATA_DIR counts from the next token on. */
export async function createDemoVerifier(dataDir: string): Promise<TokenVerifier> {
  let kept = await keyIn(dataDir);
  let key = await publicKey(kept);
  return createTokenVerifier(terms, async ({ kid }) => {
    if (kid !== kept.kid) {
      kept = await keyIn(dataDir);
      key = await publicKey(kept);
    }
    return key;
  });
}

async function keyIn(dataDir: string): Promise<KeptKey> {
  const file = join(dataDir, 'demo-issuer.json');
  return (await keptKey(file)) ?? (await makeKey(dataDir, file));
}

async function keptKey(file: string): Promise<KeptKey | undefined> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (hasCode(cause, 'ENOENT')) return undefined;
    throw new ConfigurationFault(`DATA_DIR: ${file} cannot be read`, { cause });
  });
  if (text === undefined) return undefined;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: ${file} does not hold a signing key`, { cause });
  }
}

async function makeKey(dataDir: string, file: string): Promise<KeptKey> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kept = keptSchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(dataDir);
      await chown(draft, uid, gid);
    }
    // Of two processes that make a key at the same time, one wins and both use its key.
    await link(draft, file).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: ${file} cannot be written`, { cause });
  } finally {
    await rm(draft, { force: true });
  }
  return (await keptKey(file)) ?? kept;
}

async function publicKey({ kty, n, e }: KeptKey): Promise<CryptoKey> {
  return imported({ kty, n, e });
}

async function imported(jwk: Partial<KeptKey>): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new TypeError('a signing key, not a secret, was expected');
  return key;
}
