import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/database/roles.ts';
import { loadDemonstration } from '../../src/import/demonstration.usecase.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

describe('the demonstration', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    const t=performance.now();
    await loadDemonstration(database.ownerUrl);
    console.log(performance.now()-t);
  });

  afterAll(async () => {
    await database.drop();
  });

  it('has at least 400 persons', async () => {
    await withClient(database.superuserUrl, async (client) => {
      const { rows } = await client.query('select count(*)::int as n from person');
      console.log(rows);
      console.log((await client.query('select * from audit_event')).rows.map((r)=>({...r, person_ids: r.person_ids.length})));
      console.log((await client.query('select reference, born_from, opened_on from case_record limit 3')).rows);
      console.log((await client.query('select count(*) from case_responsibility')).rows);
    });
    expect(1).toBe(1);
  });
});
