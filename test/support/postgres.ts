/** The PostgreSQL of a test run: one server for all its processes, in a temporary folder, started when first needed. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded, type EmbeddedServer, type Log } from '../../src/database/embedded.ts';
import { findServer, stopServer } from '../../src/database/postgres-server.ts';

export const testFolderPrefix = 'samordna-test-';
export const testFolderVariable = 'SAMORDNA_TEST_FOLDER';

export const silent: Log = { info: () => undefined, warn: () => undefined };

/** Data of a test need not survive the machine. */
export const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=300'];

/** Joins the run's server; `prepare` runs for one process at a time. */
export async function openTestServer(prepare: (server: Omit<EmbeddedServer, 'close'>) => Promise<void>): Promise<EmbeddedServer> {
  const dataDir = process.env[testFolderVariable];
  if (dataDir === undefined) throw new Error('the run has no folder for its PostgreSQL: is globalSetup set?');
  return openEmbedded({ dataDir, settings: hasty, stays: true }, silent, prepare);
}

/** Stops the server in `dataDir`, if one runs, and removes the folder. */
export async function clearTestServer(dataDir: string): Promise<void> {
  const server = await findServer(join(dataDir, 'postgres'));
  if (server !== undefined) await stopServer(server);
  await rm(dataDir, { recursive: true, force: true });
}
