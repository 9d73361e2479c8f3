/** The conventions of the database, read from its own catalogue: a table that forgets one fails here. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { findDrift } from '../../src/database/drift.read.ts';
import { openOrm } from '../../src/database/orm.ts';
import { entities } from '../../src/entities.ts';
import { defineEntity, p } from '@mikro-orm/core';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** What the mapper's own bookkeeping needs, and nobody else reads. */
const bookkeeping = 'mikro_orm_migrations';

/** Functions that work with the owner's rights, past the row policies: each for one purpose. The list is closed. */
const narrowDoors = [
  'audit_head', 'await_seal', 'caller', 'carry_birth_date', 'inventory_candidates', 'my_organisation', 'organisations_with',
  'register_person', 'require_responsible_unit', 'responsibility_facts', 'seal_audit', 'sees_person', 'staff_id', 'units_with', 'works_with',
];

describe('the database', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** The first column of every row. */
  async function list(sql: string): Promise<readonly string[]> {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
    return rows.map((row) => row.join(' ')).sort();
  }

  /** Runs `statements`, tells what `ask` finds then, and takes them back. */
  async function planted(statements: string, ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
    await client.query('begin');
    try {
      await client.query(statements);
      return await ask();
    } finally {
      await client.query('rollback');
    }
  }

  const schemas = `('public', 'access')`;

  interface Convention {
    readonly it: string;
    /** Lists what breaks the convention. */
    readonly breaches: string;
    /** Breaks it, so that the list is seen to fill. */
    readonly plant: string;
    readonly shows: string;
  }

  const conventions: readonly Convention[] = [
    {
      it: 'enables and forces row-level security on every table',
      breaches: `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> '${bookkeeping}'`,
      plant: 'create table breach (id int); alter table breach enable row level security',
      shows: 'breach',
    },
    {
      it: 'has a policy of the app for every command that the app may use',
      breaches: `select t.table_name, t.privilege_type from (
          select table_name, privilege_type from information_schema.role_table_grants where grantee = 'samordna_app' and table_schema = 'public'
          union select table_name, privilege_type from information_schema.column_privileges where grantee = 'samordna_app' and table_schema = 'public'
        ) as t
        where not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = t.table_name
          and p.roles && '{samordna_app}'::name[] and p.cmd in (t.privilege_type, 'ALL'))`,
      plant: 'grant delete on consent to samordna_app',
      shows: 'consent DELETE',
    },
    {
      it: 'gives the app a policy on nothing it may not use',
      breaches: `select p.tablename, p.cmd from pg_policies p where p.schemaname = 'public' and p.roles && '{samordna_app}'::name[]
        and not case when p.cmd in ('SELECT', 'INSERT', 'UPDATE')
          then has_any_column_privilege('samordna_app', format('public.%I', p.tablename)::regclass, p.cmd) else false end`,
      plant: 'create policy breach on audit_seal for select to samordna_app using (true)',
      shows: 'audit_seal SELECT',
    },
    {
      it: 'has no policy for everybody',
      breaches: `select tablename, policyname from pg_policies where roles && '{public}'::name[]`,
      plant: 'create policy breach on person using (true)',
      shows: 'person breach',
    },
    {
      it: 'lets nobody but the owner empty a table',
      breaches: `select table_name, grantee from information_schema.role_table_grants
        where privilege_type = 'TRUNCATE' and table_schema in ${schemas} and grantee <> 'samordna_owner'`,
      plant: 'grant truncate on person to samordna_app',
      shows: 'person samordna_app',
    },
    {
      it: 'lets the program remove and change nothing of the audit',
      breaches: `select table_name, privilege_type from information_schema.role_table_grants
        where table_name like 'audit%' and grantee <> 'samordna_owner' and privilege_type not in ('SELECT', 'INSERT')`,
      plant: 'grant update on audit_event to samordna_app',
      shows: 'audit_event UPDATE',
    },
    {
      it: 'grants nothing to everybody',
      breaches: `select table_name, privilege_type from information_schema.role_table_grants where grantee = 'PUBLIC' and table_schema in ${schemas}
        union all select p.proname, 'EXECUTE' from pg_proc p where p.pronamespace = 'access'::regnamespace
          and has_function_privilege('bi_reader', p.oid, 'EXECUTE')`,
      plant: 'grant select on person to public',
      shows: 'person SELECT',
    },
    {
      it: 'belongs to the owner, all of it: the app owns nothing',
      breaches: `select c.relname, r.rolname from pg_class c join pg_roles r on r.oid = c.relowner
          where c.relnamespace in (select oid from pg_namespace where nspname in ${schemas}) and r.rolname <> 'samordna_owner'
        union all select p.proname, r.rolname from pg_proc p join pg_roles r on r.oid = p.proowner
          where p.pronamespace = 'access'::regnamespace and r.rolname <> 'samordna_owner'`,
      plant: 'create table breach (id int); alter table breach owner to samordna_app',
      shows: 'breach samordna_app',
    },
    {
      it: 'has no role of its own past row-level security',
      breaches: `select rolname from pg_roles where rolname in ('samordna_owner', 'samordna_app', 'bi_reader')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      plant: 'alter role bi_reader bypassrls',
      shows: 'bi_reader',
    },
    {
      it: 'lets no role become another',
      breaches: `select r.rolname, m.rolname from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
        where r.rolname in ('samordna_owner', 'samordna_app', 'bi_reader') and m.rolname in ('samordna_owner', 'samordna_app', 'bi_reader')`,
      plant: 'grant samordna_owner to samordna_app',
      shows: 'samordna_owner samordna_app',
    },
    {
      it: 'indexes every foreign key from its first column on',
      breaches: `select k.conrelid::regclass, k.conname from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
          and (i.indkey::int2[])[0] = k.conkey[1])`,
      plant: 'alter table person add column breach uuid constraint breach_key references staff',
      shows: 'person breach_key',
    },
    {
      it: 'opens the narrow doors on the list, and no others',
      breaches: `select p.proname from pg_proc p where p.prosecdef and p.pronamespace in (select oid from pg_namespace where nspname in ${schemas})
        and p.proname <> all ('{${narrowDoors.join(',')}}')`,
      plant: `create function access.breach() returns int language sql security definer set search_path = public as 'select 1'`,
      shows: 'breach',
    },
    {
      it: 'fixes the search path of every function, temporary tables last',
      breaches: `select p.proname from pg_proc p where p.pronamespace = 'access'::regnamespace
        and not exists (select from unnest(coalesce(p.proconfig, '{}')) as setting where setting ~ '^search_path=.*, pg_temp$')`,
      plant: `create function access.breach() returns int language sql as 'select 1'`,
      shows: 'breach',
    },
    {
      it: 'has no materialized view that the app may read',
      breaches: `select c.relname from pg_class c where c.relkind = 'm' and has_table_privilege('samordna_app', c.oid, 'select')`,
      plant: 'create materialized view breach as select * from person; grant select on breach to samordna_app',
      shows: 'breach',
    },
    {
      it: "asks as the caller in every view",
      breaches: `select c.relname from pg_class c where c.relkind = 'v' and c.relnamespace in (select oid from pg_namespace where nspname in ${schemas})
        and not coalesce(c.reloptions && '{security_invoker=true,security_invoker=on}', false)`,
      plant: 'create view breach as select * from person',
      shows: 'breach',
    },
    {
      it: 'checks the order of every pair of dates',
      breaches: `select a.attrelid::regclass, a.attname from pg_attribute a
        join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        join pg_attribute first on first.attrelid = a.attrelid and first.attname = case a.attname
          when 'valid_until' then 'valid_from' when 'closed_on' then 'opened_on' when 'withdrawn_on' then 'valid_from' end
        where not exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
          and k.conkey @> array[a.attnum, first.attnum])`,
      plant: 'alter table department add column valid_from date, add column valid_until date',
      shows: 'department valid_until',
    },
    {
      it: 'keeps dates as dates and moments with their zone',
      breaches: `select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'timestamp without time zone'
        and table_name <> '${bookkeeping}'`,
      plant: 'alter table person add column breach timestamp',
      shows: 'person breach',
    },
    {
      it: 'gives every table a key',
      breaches: `select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace in (select oid from pg_namespace where nspname in ${schemas})
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
      plant: 'create table breach (id int)',
      shows: 'breach',
    },
    {
      it: 'restricts: nothing disappears because something else does',
      breaches: `select conrelid::regclass, conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and confdeltype not in ('a', 'r')`,
      plant: 'alter table person add column breach uuid constraint breach_key references staff on delete cascade',
      shows: 'person breach_key',
    },
    {
      it: 'sorts names as Swedes do',
      breaches: `select table_name, column_name from information_schema.columns where table_schema = 'public'
        and column_name in ('name', 'given_name', 'family_name', 'display_name') and collation_name is distinct from 'sv-x-icu' and table_name <> '${bookkeeping}'`,
      plant: 'alter table case_record add column name text',
      shows: 'case_record name',
    },
  ];

  it.each(conventions)('$it', async ({ breaches }) => {
    expect(await list(breaches)).toEqual([]);
  });

  it.each(conventions)('is seen to fail: $it', async ({ breaches, plant, shows }) => {
    expect(await planted(plant, () => list(breaches))).toContain(shows);
  });

  it('has every narrow door that the list names', async () => {
    expect(await list(`select proname from pg_proc where prosecdef and pronamespace = 'access'::regnamespace`)).toEqual(narrowDoors);
  });

  it('lets the BI reader read nothing yet', async () => {
    expect(await list(`select table_name from information_schema.role_table_grants where grantee = 'bi_reader'`)).toEqual([]);
  });

  it("is as the mapper's tables say", async () => {
    const orm = await openOrm({ url: database.appUrl, entities });
    expect(await findDrift(orm).finally(() => orm.close())).toEqual([]);
  });

  it("is told apart from the mapper's tables where it differs", async () => {
    const Wrong = defineEntity({
      name: 'Wrong',
      tableName: 'department',
      properties: { id: p.uuid().primary(), key: p.integer(), name: p.text().nullable(), colour: p.text() },
    });
    const Missing = defineEntity({ name: 'Missing', tableName: 'nowhere', properties: { id: p.uuid().primary() } });
    const orm = await openOrm({ url: database.appUrl, entities: [Wrong, Missing] });
    expect(await findDrift(orm).finally(() => orm.close())).toEqual([
      'department.colour: no such column',
      'department.key: text in the database, integer in the mapper',
      'department.name: not null in the database',
      'department.organisation_id: must be filled, and the mapper does not know it',
      'nowhere.id: no such column',
      'nowhere: no such table',
    ]);
  });
});
