import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/database/roles.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

describe("a test file's database", () => {
  let one: TestDatabase;
  let other: TestDatabase;

  beforeAll(async () => {
    one = await createTestDatabase();
    other = await createTestDatabase();
  });

  afterAll(async () => {
    await one.drop();
    await other.drop();
  });

  async function ask(url: string, sql: string): Promise<readonly unknown[]> {
    return withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
  }

  it('is its own', async () => {
    await ask(one.ownerUrl, 'create table only_here (id int)');
    expect(await ask(other.ownerUrl, `select to_regclass('only_here') as found`)).toEqual([{ found: null }]);
  });

  it('holds what the migrations make, and no rows', async () => {
    expect(await ask(one.superuserUrl, 'select count(*)::int as persons from person')).toEqual([{ persons: 0 }]);
  });

  it('sorts Swedish names as Swedes do', async () => {
    const sorted = await ask(one.appUrl, `select name from (values ('Öberg'), ('Zander'), ('Åberg'), ('Ärlig')) as n (name) order by name`);
    expect(sorted).toEqual([{ name: 'Zander' }, { name: 'Åberg' }, { name: 'Ärlig' }, { name: 'Öberg' }]);
  });

  it.each(['appUrl', 'ownerUrl', 'biReaderUrl'] as const)('gives %s no way past row-level security', async (login) => {
    const found = await ask(one[login], 'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user');
    expect(found).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  });

  it('admits nobody but the roles', async () => {
    const acl = await ask(one.superuserUrl, 'select datacl::text from pg_database where datname = current_database()');
    expect(acl).toEqual([{ datacl: expect.stringMatching(/^\{samordna_owner=CTc\/samordna_owner,samordna_app=c\/samordna_owner,bi_reader=c\/samordna_owner\}$/u) }]);
  });
});
