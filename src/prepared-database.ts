/** The database as every command needs it: reachable, migrated and, for a demonstration, with its organisations. */
import type { Config } from './config.ts';
import { openCluster, type Cluster } from './database/cluster.ts';
import type { Log } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { withClient } from './database/roles.ts';
import { loadDemonstration } from './import/demonstration.usecase.ts';
import { ConfigurationFault } from './kernel/configuration-fault.ts';

/**
 * Opens the database that the settings name, joining an embedded server that runs already. Close it when done.
 * @throws ConfigurationFault with a line for the operator
 */
export async function openPreparedDatabase(config: Config, log: Log): Promise<Cluster> {
  const cluster = await openCluster(config, log);
  try {
    if (cluster.ownerUrl === null) await requireMigrated(cluster.appUrl);
    else await prepare(cluster.ownerUrl, config);
    return cluster;
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

async function prepare(ownerUrl: string, { identity }: Config): Promise<void> {
  await migrate(ownerUrl);
  if (identity.kind !== 'demo') return;
  await withClient(ownerUrl, async (client) => {
    // Of several first starts at once, one loads and the others wait for it.
    await client.query(`select pg_advisory_lock(hashtext('samordna.demonstration'))`);
    await loadDemonstration(ownerUrl);
  });
}

async function requireMigrated(appUrl: string): Promise<void> {
  const migrated = await withClient(appUrl, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(`select to_regproc('access.seal_audit') is not null as found`);
    return rows[0]?.found === true;
  });
  if (!migrated) throw new ConfigurationFault('DATABASE_URL: the database there has not been migrated: set DATABASE_OWNER_URL once');
}
