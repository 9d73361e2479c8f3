/** Reads an organisation's rows and writes the planned ones, a statement per table, under the owner's login. */
import { sql, type Kysely } from 'kysely';
import type { Holdings, Plan, StoredRow } from './plan.ts';
import { targetNames, targets, type Target, type TargetName } from './target.model.ts';

/** The organisation's id, or undefined where there is none of that key. Other imports of it wait their turn. */
export async function findOrganisation(db: Kysely<unknown>, key: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`samordna.import ${key}`}, 0))`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from organisation where key = ${key}`.execute(db);
  return rows[0]?.id;
}

/** Everything the database holds of the organisation that an import may touch or refer to. */
export async function loadHoldings(db: Kysely<unknown>, organisationId: string | undefined): Promise<Holdings> {
  const loaded: [TargetName, readonly StoredRow[]][] = [];
  for (const name of targetNames) loaded.push([name, organisationId === undefined ? [] : await loadRows(db, name, organisationId)]);
  return Object.fromEntries(loaded) as Record<TargetName, readonly StoredRow[]>;
}

async function loadRows(db: Kysely<unknown>, name: TargetName, organisationId: string): Promise<readonly StoredRow[]> {
  const pairs = sql.join(Object.keys(targets[name].columns).map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}`));
  const { rows } = await sql<StoredRow>`
    select id, jsonb_build_object(${pairs}) as values from ${sql.table(name)} where ${ownerColumn(name)} = ${organisationId}
  `.execute(db);
  return rows;
}

/** Of `userNames`, those that staff of other organisations have. */
export async function userNamesElsewhere(db: Kysely<unknown>, organisationId: string | undefined, userNames: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ user_name: string }>`
    select user_name from staff where user_name = any(${userNames}) and organisation_id is distinct from ${organisationId ?? null}::uuid
  `.execute(db);
  return new Set(rows.map(({ user_name }) => user_name));
}

/**
 * Writes the plan: in each table ends and changes first, then what is new, so that what follows on fits.
 * @returns the organisation's id
 */
export async function writePlan(db: Kysely<unknown>, plan: Plan, organisationId: string | undefined): Promise<string> {
  const owner = organisationId ?? plan.writes('organisation', 'new')[0]?.id;
  if (owner === undefined) throw new Error('an import needs an organisation');
  for (const name of targetNames) {
    await update(db, name, plan.writes(name, 'changed'));
    await insert(db, name, plan.writes(name, 'new'), owner);
  }
  await sql`set constraints all immediate`.execute(db);
  return owner;
}

async function insert(db: Kysely<unknown>, name: TargetName, rows: readonly StoredRow[], organisationId: string): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(targets[name].columns).map((column) => sql.ref(column)));
  await (name === 'organisation'
    ? sql`insert into organisation (id, ${columns}) select id, ${columns} from ${recordset(name, rows)}`
    : sql`insert into ${sql.table(name)} (id, organisation_id, ${columns}) select id, ${organisationId}, ${columns} from ${recordset(name, rows)}`
  ).execute(db);
}

async function update(db: Kysely<unknown>, name: TargetName, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const target: Target = targets[name];
  const changes = target.changeable.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`);
  if (target.versioned === true) changes.push(sql`version = t.version + 1`);
  await sql`update ${sql.table(name)} as t set ${sql.join(changes)} from ${recordset(name, rows)} where t.id = r.id`.execute(db);
}

function recordset(name: TargetName, rows: readonly StoredRow[]): ReturnType<typeof sql> {
  const records = JSON.stringify(rows.map(({ id, values }) => ({ id, ...values })));
  const types = Object.entries(targets[name].columns).map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`);
  return sql`jsonb_to_recordset(${records}::jsonb) as r (id uuid, ${sql.join(types)})`;
}

function ownerColumn(name: TargetName): ReturnType<typeof sql> {
  return name === 'organisation' ? sql`id` : sql`organisation_id`;
}
