/** The benchmark's own PostgreSQL in a temporary folder: migrated, filled and analysed, with production's settings. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';
import { databaseName, ensureRoles, roles, withClient } from '../src/database/roles.ts';
import type { LocalDate } from '../src/kernel/local-date.ts';
import { peerFunctions } from './peer-functions.ts';
import { populate, sizeOf } from './population.ts';

export interface BenchDatabase {
  readonly dataDir: string;
  /** Row-level security holds for this login. */
  readonly appUrl: string;
  readonly superuserUrl: string;
}

/** Opens it; `opened` stops and removes it. */
export async function openBenchDatabase(persons: number, routine: string, today: LocalDate, opened: AsyncDisposableStack): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samordna-bench-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  const log = { info: () => undefined, warn: (line: string) => process.stderr.write(`${line}\n`) };
  const server = await openEmbedded({ dataDir }, log, ({ url, passwords }) =>
    ensureRoles((database) => url('postgres', passwords.superuser, database), passwords),
  );
  opened.defer(() => server.close());
  const { url, passwords } = server;
  const superuserUrl = url('postgres', passwords.superuser, databaseName);
  await migrate(url(roles.owner, passwords.owner, databaseName));
  await withClient(superuserUrl, async (client) => {
    await populate(client, sizeOf(persons), routine, today);
    await client.query(peerFunctions);
  });
  return { dataDir, appUrl: url(roles.app, passwords.app, databaseName), superuserUrl };
}
