/** What the embedded server's folder remembers between starts: its port, and its logins' passwords. */
import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { hasCode } from '../kernel/error-code.ts';
import { isInitialised } from './postgres-server.ts';

const passwordsSchema = z.strictObject({ superuser: z.string(), owner: z.string(), app: z.string(), biReader: z.string() });
const keptSchema = z.strictObject({ port: z.int(), passwords: passwordsSchema });
export type Kept = z.infer<typeof keptSchema>;

/** The passwords of the embedded server's logins: generated once, kept in DATA_DIR. */
export type Passwords = z.infer<typeof passwordsSchema>;

/**
 * Port and passwords of the server whose data are in `folder`, generated when there are no data yet.
 * @throws ConfigurationFault when they are missing, damaged or out of reach.
 */
export async function keptIn(dataDir: string, folder: string): Promise<Kept> {
  const file = join(dataDir, 'postgres.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (hasCode(cause, 'ENOENT')) return undefined;
    throw new ConfigurationFault(`DATA_DIR: ${file} cannot be read`, { cause });
  });
  if (text !== undefined) {
    try {
      return keptSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw new ConfigurationFault(`DATA_DIR: ${file} does not hold a port and passwords`, { cause });
    }
  }
  if (await isInitialised(folder)) throw new ConfigurationFault(`DATA_DIR: ${file} with the passwords of ${folder} is missing`);
  const password = (): string => randomBytes(24).toString('base64url');
  const kept = {
    port: await freePort(),
    passwords: { superuser: password(), owner: password(), app: password(), biReader: password() },
  };
  await keep(dataDir, kept);
  return kept;
}

/** Writes them, readable by the folder's owner only. */
export async function keep(dataDir: string, kept: Kept): Promise<void> {
  const file = join(dataDir, 'postgres.json');
  try {
    await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(dataDir);
      await chown(`${file}.new`, uid, gid);
    }
    await rename(`${file}.new`, file);
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: ${file} cannot be written`, { cause });
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
