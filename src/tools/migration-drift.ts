/** `npm run migrations:check`: migrates an empty database and compares it with the mapper's tables. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCluster } from '../database/cluster.ts';
import { findDrift } from '../database/drift.read.ts';
import { migrate } from '../database/migrate.ts';
import { openOrm } from '../database/orm.ts';
import { entities } from '../entities.ts';
import { runCommand } from './command.ts';

await runCommand('migrations:check', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'samordna-drift-'));
  const cluster = await openCluster({ dataDir, database: { kind: 'embedded' } }, { info: () => undefined, warn: () => undefined });
  try {
    if (cluster.ownerUrl !== null) await migrate(cluster.ownerUrl);
    const orm = await openOrm({ url: cluster.appUrl, entities });
    const drift = await findDrift(orm).finally(() => orm.close());
    for (const line of drift) console.error(line);
    return drift.length === 0 ? 0 : 1;
  } finally {
    await cluster.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
