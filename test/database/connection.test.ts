import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { recordAudit, type Trace } from '../../src/database/audit.store.ts';
import { runCompiled, slot } from '../../src/database/compiled-statement.ts';
import { openOrm, type EntityManager, type Orm } from '../../src/database/orm.ts';
import { withClient } from '../../src/database/roles.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { Municipality, userAt } from '../support/municipality.ts';

let database: TestDatabase;
let town: Municipality;
let orm: Orm;

const asked = userAt('alpha', 'ADULT', 'CASEWORKER');
const operation = 'test of what is sent ahead';

beforeAll(async () => {
  database = await createTestDatabase();
  town = await Municipality.plant(database.superuserUrl);
  orm = await openOrm({ url: database.appUrl, entities: [], poolSize: 1 });
});

afterAll(async () => {
  await orm.close();
  await town.close();
  await database.drop();
});

async function inTransaction<T>(work: (em: EntityManager) => Promise<T>, user = asked): Promise<T> {
  return orm.em.fork({ session: { variables: { 'app.user': user } } }).transactional(work);
}

function traceOf(actorId: string | null): Trace {
  return { organisationId: null, actorId, actor: asked, requestId: '00000000-0000-4000-8000-000000000000', purpose: null };
}

async function auditedRows(): Promise<number> {
  return withClient(database.superuserUrl, async (client) => {
    const { rowCount } = await client.query('select from audit_event where operation = $1', [operation]);
    return rowCount ?? 0;
  });
}

describe('what a connection sends ahead', () => {
  it('says who asks before the first statement is carried out', async () => {
    const { rows } = await inTransaction((em) => sql<{ user: string }>`select current_setting('app.user') as user`.execute(em.getKysely<unknown>()));
    expect(rows).toEqual([{ user: asked }]);
  });

  it('leaves nothing of one caller to the next on the same connection', async () => {
    await inTransaction((em) => sql`select access.staff_id()`.execute(em.getKysely<unknown>()));
    const found = await orm.em.fork().execute<{ id: string | null }[]>('select access.staff_id() as id');
    expect(found).toEqual([{ id: null }]);
  });

  it('commits an audit row with its transaction', async () => {
    const before = await auditedRows();
    await inTransaction((em) => recordAudit(em.getKysely<unknown>(), traceOf(town.staff(asked)), { operation, outcome: 'READ' }));
    expect(await auditedRows()).toBe(before + 1);
  });

  it('fails a transaction whose audit row is refused, and does nothing else of it', async () => {
    const before = await auditedRows();
    const forged = inTransaction(async (em) => {
      const db = em.getKysely<unknown>();
      await recordAudit(db, traceOf(town.staff(asked)), { operation, outcome: 'READ' });
      await recordAudit(db, traceOf(town.staff(userAt('alpha', 'ADULT', 'DIRECTOR'))), { operation, outcome: 'READ' });
    });
    await expect(forged).rejects.toMatchObject({ code: '42501' });
    expect(await auditedRows()).toBe(before);
  });

  it('serves the next request after a failed one', async () => {
    await expect(inTransaction((em) => sql`select 1/0`.execute(em.getKysely<unknown>()))).rejects.toMatchObject({ code: '22012' });
    await expect(inTransaction((em) => sql`select 1`.execute(em.getKysely<unknown>()))).resolves.toBeDefined();
  });
});

describe('a compiled statement', () => {
  it('is run with the values of each call', async () => {
    const plus = (a: number, b: number): Promise<{ sum: number }[]> =>
      inTransaction((em) => runCompiled(em.getKysely<unknown>(), ['plus'], { a, b }, () => sql<{ sum: number }>`select ${slot('b')}::int + ${slot('a')}::int * 10 as sum`));
    expect([await plus(1, 2), await plus(3, 4)]).toEqual([[{ sum: 12 }], [{ sum: 34 }]]);
  });
});
