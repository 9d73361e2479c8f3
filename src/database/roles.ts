/**
 * The database's roles. `samordna_owner` owns the schema and runs the migrations; `samordna_app` is what the program
 * works as: it owns nothing and row-level security holds for it; `bi_reader` reads reporting views.
 */
import pg from 'pg';
import type { Passwords } from './embedded-secrets.ts';

/** Names that grants and policies refer to. */
export const roles = { owner: 'samordna_owner', app: 'samordna_app', biReader: 'bi_reader' } as const;

/** Name of the embedded server's database. */
export const databaseName = 'samordna';

/** Makes the roles as logins, and the database with what only a superuser may put there. Repeats without harm. */
export async function ensureRoles(superuserUrl: (database: string) => string, passwords: Passwords): Promise<void> {
  await withClient(superuserUrl('postgres'), async (client) => {
    const logins = [
      [roles.owner, passwords.owner],
      [roles.app, passwords.app],
      [roles.biReader, passwords.biReader],
    ] as const;
    for (const [name, password] of logins) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
      const verb = rowCount === 0 ? 'create' : 'alter';
      await client.query(
        `${verb} role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${pg.escapeLiteral(password)}`,
      );
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${roles.owner}`);
    await admitRoles(client, databaseName);
  });
  await withClient(superuserUrl(databaseName), async (client) => {
    await client.query('create extension if not exists btree_gist');
  });
}

/** Lets the roles, and nobody else, connect to `database`. */
export async function admitRoles(client: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${roles.app}, ${roles.biReader}`);
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
