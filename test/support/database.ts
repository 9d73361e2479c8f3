/** A database of its own for each test file, with the migrations applied: a copy of one that was migrated once. */
import { randomUUID } from 'node:crypto';
import { migrate } from '../../src/database/migrate.ts';
import { admitRoles, databaseName, ensureRoles, roles, withClient } from '../../src/database/roles.ts';
import { openTestServer } from './postgres.ts';

export interface TestDatabase {
  /** As the program works: row-level security holds. */
  readonly appUrl: string;
  /** As migrations work. */
  readonly ownerUrl: string;
  readonly biReaderUrl: string;
  /** Past row-level security: for planting rows and looking at what was written. */
  readonly superuserUrl: string;
  /** Removes the database. Sessions that are still open end. */
  drop(): Promise<void>;
}

/**
 * Makes an empty, migrated database. Call it in `beforeAll`, and `drop` in `afterAll`.
 * `migrated: false` leaves the migrations out.
 */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = await openTestServer(async ({ url, passwords }) => {
    const superuserUrl = (database: string): string => url('postgres', passwords.superuser, database);
    if (await isTemplate(superuserUrl('postgres'))) return;
    await ensureRoles(superuserUrl, passwords);
    await withClient(superuserUrl('postgres'), (client) => client.query(`create database bare template ${databaseName}`));
    await migrate(url(roles.owner, passwords.owner, databaseName));
    await withClient(superuserUrl('postgres'), (client) => client.query(`alter database ${databaseName} is_template true`));
  });
  const { url, passwords } = server;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administer = (sql: string): Promise<unknown> =>
    withClient(url('postgres', passwords.superuser, 'postgres'), (client) => client.query(sql));
  await withClient(url('postgres', passwords.superuser, 'postgres'), async (client) => {
    await client.query(`create database ${name} owner ${roles.owner} template ${migrated ? databaseName : 'bare'}`);
    await admitRoles(client, name);
  });
  await server.close();
  return {
    appUrl: url(roles.app, passwords.app, name),
    ownerUrl: url(roles.owner, passwords.owner, name),
    biReaderUrl: url(roles.biReader, passwords.biReader, name),
    superuserUrl: url('postgres', passwords.superuser, name),
    drop: async () => {
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
}

async function isTemplate(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [databaseName]);
    return rowCount === 1;
  });
}
