/** A PostgreSQL that somebody else runs (DATABASE_URL): is it fit, are the roles there, is the login weak enough? */
import pg from 'pg';
import { z } from 'zod';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { hasCode } from '../kernel/error-code.ts';
import { roles } from './roles.ts';

/** DATABASE_URL, and DATABASE_OWNER_URL where there is one. */
export interface ExternalAddresses {
  readonly appUrl: string;
  readonly ownerUrl: string | null;
}

const oldest = 15;

/**
 * Checks the server and the app's login. With an owner's address, what is missing for the roles is put right first,
 * all of it or nothing; the address that comes back works as `samordna_owner`.
 * @throws ConfigurationFault: unreachable, too old, without ICU or btree_gist, a login past row-level security, or
 * missing rights, then with the SQL for the database's administrator.
 */
export async function openExternal({ appUrl, ownerUrl }: ExternalAddresses): Promise<ExternalAddresses> {
  const login = await loginOf(appUrl, ownerUrl !== null);
  if (ownerUrl !== null) {
    await connected('DATABASE_OWNER_URL', ownerUrl, async (owner) => {
      await requireFit(owner, 'DATABASE_OWNER_URL');
      await refuseStrong(owner, login);
      await prepare(owner, login, decodeURIComponent(new URL(appUrl).password));
    });
  }
  await connected('DATABASE_URL', appUrl, async (app) => {
    await requireFit(app, 'DATABASE_URL');
    await refuseStrong(app, login);
    const { rows } = await app.query<{ member: boolean | null }>(
      `select pg_has_role(current_user, to_regrole($1)::oid, 'USAGE') as member`,
      [roles.app],
    );
    if (rows[0]?.member !== true) {
      throw new ConfigurationFault(
        `DATABASE_URL: the login ${login} is no member of ${roles.app}: set DATABASE_OWNER_URL once, or let the database's administrator run: grant ${roles.app} to ${pg.escapeIdentifier(login)}`,
      );
    }
  });
  return { appUrl: withPort(appUrl), ownerUrl: ownerUrl === null ? null : asOwner(withPort(ownerUrl)) };
}

/** The login behind the app's address, whatever role it takes on. A login that does not exist yet may still be made by the owner. */
async function loginOf(appUrl: string, mayBeMissing: boolean): Promise<string> {
  try {
    return await connected('DATABASE_URL', appUrl, async (app) => {
      const { rows } = await app.query<{ login: string }>('select session_user::text as login');
      return rows[0]?.login ?? '';
    });
  } catch (error) {
    const turnedAway = error instanceof ConfigurationFault && ['28P01', '28000', '42501'].some((code) => hasCode(error.cause, code));
    if (mayBeMissing && turnedAway) return decodeURIComponent(new URL(appUrl).username);
    throw error;
  }
}

async function requireFit(client: pg.Client, variable: string): Promise<void> {
  const { rows } = await client.query<{ version: number; icu: boolean; gist: boolean }>(`
    select current_setting('server_version_num')::int / 10000 as version,
      exists (select from pg_collation where collname = 'sv-x-icu') as icu,
      exists (select from pg_available_extensions where name = 'btree_gist') as gist`);
  const found = rows[0];
  const lacks =
    found === undefined || found.version < oldest
      ? `is version ${found?.version ?? 'unknown'}, and at least ${oldest} is needed`
      : !found.icu
        ? 'lacks ICU collations (sv-x-icu)'
        : !found.gist
          ? 'lacks the extension btree_gist'
          : undefined;
  if (lacks !== undefined) throw new ConfigurationFault(`${variable}: the PostgreSQL there ${lacks}`);
}

/** Row-level security holds neither for those who own a table nor for superusers nor for BYPASSRLS. */
async function refuseStrong(client: pg.Client, login: string): Promise<void> {
  const { rows } = await client.query<Record<'superuser' | 'bypasses' | 'becomes' | 'owns', boolean>>(
    `select r.rolsuper as superuser,
      r.rolbypassrls as bypasses,
      exists (select from pg_roles other
        where (other.rolsuper or other.rolbypassrls or other.rolname = $2) and pg_has_role(r.oid, other.oid, 'MEMBER')) as becomes,
      exists (select from pg_database where datname = current_database() and pg_has_role(r.oid, datdba, 'MEMBER'))
        or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname !~ '^(pg_|information_schema$)' and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns
    from pg_roles r where r.rolname = $1`,
    [login, roles.owner],
  );
  const found = rows[0];
  if (found === undefined) return;
  const strength = found.superuser
    ? 'is a superuser'
    : found.bypasses
      ? 'has BYPASSRLS'
      : found.owns
        ? 'owns the database or tables in it'
        : found.becomes
          ? `may become ${roles.owner}, a superuser or a role with BYPASSRLS`
          : undefined;
  if (strength !== undefined) {
    throw new ConfigurationFault(`DATABASE_URL: the login ${login} ${strength}, and row-level security would not hold for it`);
  }
}

interface Step {
  readonly needed: boolean;
  readonly sql: string;
  /** For other eyes, where the SQL holds a password. */
  readonly shown?: string;
}

const stateSchema = z.object({
  database: z.string(),
  me: z.string(),
  owner: z.boolean(),
  app: z.boolean(),
  biReader: z.boolean(),
  login: z.boolean(),
  gist: z.boolean(),
});

/** Puts right what is missing, in one transaction; several starts at once take turns. */
async function prepare(owner: pg.Client, login: string, password: string): Promise<void> {
  await owner.query('begin');
  await owner.query(`select pg_advisory_xact_lock(hashtext('samordna.roles'))`);
  const steps = (await missing(owner, login, password)).filter(({ needed }) => needed);
  try {
    for (const { sql } of steps) await owner.query(sql);
    await owner.query('commit');
  } catch (cause) {
    await owner.query('rollback');
    if (!hasCode(cause, '42501')) throw new ConfigurationFault(`DATABASE_OWNER_URL: ${messageOf(cause)}`, { cause });
    const script = steps.map(({ sql, shown }) => `${shown ?? sql};`).join('\n');
    throw new ConfigurationFault(
      `DATABASE_OWNER_URL: its login may not prepare the database; let the database's administrator run, in this database:\n${script}`,
      { cause },
    );
  }
}

async function missing(client: pg.Client, login: string, password: string): Promise<readonly Step[]> {
  const { rows } = await client.query(
    `select current_database()::text as database, current_user::text as me,
      to_regrole($1) is not null as owner, to_regrole($2) is not null as app, to_regrole($3) is not null as "biReader",
      exists (select from pg_roles where rolname = $4) as login,
      exists (select from pg_extension where extname = 'btree_gist') as gist`,
    [roles.owner, roles.app, roles.biReader, login],
  );
  const state = stateSchema.parse(rows[0]);
  const name = pg.escapeIdentifier(login);
  const database = pg.escapeIdentifier(state.database);
  const has = async (condition: string, ...values: readonly string[]): Promise<boolean> =>
    (await client.query<{ yes: boolean }>(`select ${condition} as yes`, [...values])).rows[0]?.yes === true;
  const { owner, app, biReader } = state;
  const becoming = (await has(`current_setting('server_version_num')::int >= 160000`)) ? 'SET' : 'MEMBER';
  return [
    { needed: !owner, sql: `create role ${roles.owner} nologin` },
    { needed: !app && login !== roles.app, sql: `create role ${roles.app} nologin` },
    { needed: !biReader, sql: `create role ${roles.biReader} nologin` },
    {
      needed: !state.login,
      sql: `create role ${name} login password ${pg.escapeLiteral(password)}`,
      shown: `create role ${name} login password '…'`,
    },
    {
      needed: login !== roles.app && !(app && state.login && (await has(`pg_has_role($1::name, $2::name, 'USAGE')`, login, roles.app))),
      sql: `grant ${roles.app} to ${name}`,
    },
    {
      needed: !(owner && (await has(`pg_has_role($1::name, '${becoming}')`, roles.owner))),
      sql: `grant ${roles.owner} to ${pg.escapeIdentifier(state.me)}`,
    },
    {
      needed: !(owner && (await has(`has_database_privilege($1::name, current_database(), 'CREATE')`, roles.owner))),
      sql: `grant connect, create on database ${database} to ${roles.owner}`,
    },
    {
      needed: !(app && biReader && (await has(`has_database_privilege($1::name, current_database(), 'CONNECT') and has_database_privilege($2::name, current_database(), 'CONNECT')`, roles.app, roles.biReader))),
      sql: `grant connect on database ${database} to ${roles.app}, ${roles.biReader}`,
    },
    {
      needed: !(owner && (await has(`has_schema_privilege($1::name, 'public', 'CREATE')`, roles.owner))),
      sql: `grant usage, create on schema public to ${roles.owner}`,
    },
    { needed: !state.gist, sql: 'create extension btree_gist' },
  ];
}

/** Runs `work` on a connection; a failure to connect becomes a line that names the variable, never the password. */
async function connected<T>(variable: string, url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const { hostname, port, pathname, username } = new URL(url);
    const place = `${hostname}:${port === '' ? '5432' : port}`;
    const reason = hasCode(cause, '28P01') || hasCode(cause, '28000')
      ? `${place} does not accept the login ${decodeURIComponent(username)}`
      : hasCode(cause, '3D000')
        ? `there is no database ${decodeURIComponent(pathname.slice(1))} at ${place}`
        : `no PostgreSQL answers at ${place} (${messageOf(cause)})`;
    throw new ConfigurationFault(`${variable}: ${reason}`, { cause });
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function messageOf(error: unknown): string {
  if (hasCode(error, 'ECONNREFUSED')) return 'connection refused';
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  return message.split('\n')[0] ?? '';
}

function withPort(url: string): string {
  const address = new URL(url);
  if (address.port === '') address.port = '5432';
  return address.href;
}

/** Whatever the login is called, what it makes belongs to the owner's role. */
function asOwner(url: string): string {
  const address = new URL(url);
  const options = address.searchParams.get('options');
  address.searchParams.set('options', `${options === null ? '' : `${options} `}-c role=${roles.owner}`);
  // The driver reads a blank as %20 only.
  address.search = address.search.replaceAll('+', '%20');
  return address.href;
}
