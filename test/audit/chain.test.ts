/** The sealed audit trail: it verifies, and every planted tampering shows where it was done. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sealOnce, startSealer } from '../../src/audit/sealer.ts';
import { verifyChain, type ChainReport } from '../../src/audit/verify.read.ts';
import { openOrm, type Orm } from '../../src/database/orm.ts';
import { withClient } from '../../src/database/roles.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

describe('the audit chain', () => {
  let database: TestDatabase;
  let orm: Orm;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await openOrm({ url: database.appUrl, entities: [], poolSize: 4 });
  });

  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  /** As somebody who has taken over the database. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    await withClient(database.superuserUrl, async (client) => {
      await client.query('set session_replication_role = replica');
      for (const statement of statements) await client.query(statement);
    });
  }

  async function write(count: number): Promise<void> {
    await withClient(database.appUrl, async (client) => {
      await client.query(
        `insert into audit_event (actor, operation, outcome, details, person_ids)
          select 'unknown', 'query person', 'READ', jsonb_build_object('row', n), array[gen_random_uuid()] from generate_series(1, $1) as n`,
        [count],
      );
    });
  }

  async function verify(head?: string): Promise<ChainReport> {
    return verifyChain(database.ownerUrl, head);
  }

  beforeEach(async () => {
    await tamper(
      'truncate audit_seal, audit_unsealed, audit_event restart identity',
    );
    await write(10);
    await sealOnce(orm);
  });

  it('holds, and tells what is not sealed yet', async () => {
    await write(3);
    expect(await verify()).toMatchObject({ sealed: 10, unsealed: 3, breaks: [], holdsHead: null, head: expect.stringMatching(/^10:[\da-f]{64}$/u) });
  });

  it('is empty before anything is written', async () => {
    await tamper('truncate audit_seal, audit_unsealed, audit_event restart identity');
    expect(await verify()).toEqual({ sealed: 0, unsealed: 0, breaks: [], head: null, holdsHead: null });
  });

  it('goes on where it ended, in batches', async () => {
    await write(12_000);
    while ((await sealOnce(orm)) > 0);
    expect(await verify()).toMatchObject({ sealed: 12_010, unsealed: 0, breaks: [] });
  });

  it('links a row whose number was given out before, and which committed later', async () => {
    await withClient(database.appUrl, async (early) => {
      await early.query('begin');
      await early.query(`insert into audit_event (actor, operation, outcome) values ('unknown', 'early', 'READ')`);
      await write(1);
      await sealOnce(orm);
      await early.query('commit');
    });
    expect(await sealOnce(orm)).toBe(1);
    expect(await verify()).toMatchObject({ sealed: 12, unsealed: 0, breaks: [] });
  });

  it('is linked by one at a time', async () => {
    await write(500);
    const counts = await Promise.all([sealOnce(orm), sealOnce(orm), sealOnce(orm), sealOnce(orm)]);
    while ((await sealOnce(orm)) > 0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
    expect(await verify()).toMatchObject({ sealed: 510, breaks: [] });
  });

  it('is kept up by the sealer, which links what is left when it stops', async () => {
    let linked = 0;
    const heads: string[] = [];
    const sealer = startSealer({ orm, sealed: (rows) => (linked += rows), headReached: (head) => heads.push(head), failed: () => undefined });
    await write(5);
    await sealer.stop();
    expect(linked).toBe(5);
    const report = await verify(heads.at(-1));
    expect(report).toMatchObject({ sealed: 15, unsealed: 0, holdsHead: true });
    expect(report.head).toBe(heads.at(-1));
  });

  const changed = [
    ['the person', `person_ids = array[gen_random_uuid()]`],
    ['the actor', `actor = 'somebody.else'`],
    ['the time', `at = at + interval '1 microsecond'`],
    ['the operation', `operation = 'query organisation'`],
    ['the outcome', `outcome = 'REFUSED'`],
    ['the details', `details = '{}'`],
    ['the purpose', `purpose = 'INTAKE'`],
    ['the request', `request_id = gen_random_uuid()`],
    ['the object', `object_type = 'person', object_id = gen_random_uuid()`],
    ['the organisation', `organisation_id = gen_random_uuid()`],
    ['the actor id', `actor_id = gen_random_uuid()`],
    ['the rules', `rule_ids = '{R0-05}'`],
  ] as const;

  it.each(changed)('breaks where %s of a row was changed', async (_what, change) => {
    await tamper(`update audit_event set ${change} where id = 4`);
    expect((await verify()).breaks).toEqual([{ position: '4', eventId: '4', reason: 'EVENT_OR_HASH_CHANGED' }]);
  });

  it('breaks where an event was removed', async () => {
    await tamper('delete from audit_event where id = 4');
    expect((await verify()).breaks).toEqual([{ position: '4', eventId: '4', reason: 'EVENT_MISSING' }]);
  });

  it('breaks after an event that was removed with its seal', async () => {
    await tamper('delete from audit_seal where event_id = 4', 'delete from audit_event where id = 4');
    expect((await verify()).breaks).toEqual([{ position: '5', eventId: '5', reason: 'EVENT_OR_HASH_CHANGED' }]);
  });

  it('breaks where two events changed places', async () => {
    await tamper('update audit_seal set event_id = case event_id when 4 then -7 else -4 end where event_id in (4, 7)', 'update audit_seal set event_id = -event_id where event_id < 0');
    expect((await verify()).breaks.map(({ position }) => position)).toEqual(['4', '7']);
  });

  it('breaks where a hash was changed', async () => {
    await tamper(`update audit_seal set hash = sha256('x') where position = 4`);
    expect((await verify()).breaks.map(({ position }) => position)).toEqual(['4', '5']);
  });

  it('breaks where an event was slipped in and the rest not sealed anew', async () => {
    await tamper(
      `insert into audit_event overriding system value select 99, at, organisation_id, actor_id, actor, request_id, purpose, operation, outcome, object_type, object_id, person_ids, rule_ids, details from audit_event where id = 4`,
      'update audit_seal set event_id = 99 where position = 6',
    );
    const report = await verify();
    expect(report.breaks.map(({ position }) => position)).toEqual(['6']);
    expect(report.unsealed).toBe(1);
  });

  it('shows an end that was cut off, to whoever kept it', async () => {
    const { head } = await verify();
    await tamper('delete from audit_seal where position > 7', 'delete from audit_event where id > 7');
    expect(await verify(head ?? '')).toMatchObject({ breaks: [], holdsHead: false });
  });

  it('shows a chain that was sealed anew from the start, to whoever kept its head', async () => {
    const { head } = await verify();
    await tamper(`update audit_event set actor = 'somebody.else' where id = 4`, 'truncate audit_seal', 'insert into audit_unsealed select id from audit_event');
    await sealOnce(orm);
    expect(await verify(head ?? '')).toMatchObject({ sealed: 10, breaks: [], holdsHead: false });
  });

  it.each([
    'update audit_event set actor = actor',
    'delete from audit_event',
    'truncate audit_event',
    'select from audit_seal',
    'update audit_seal set hash = hash',
    'delete from audit_unsealed',
    'alter table audit_event disable trigger all',
  ])('cannot be touched by the program: %s', async (statement) => {
    await expect(withClient(database.appUrl, (client) => client.query(statement))).rejects.toThrow(/permission denied|must be owner/u);
  });

  it('loses no event that still has its seal, even to the owner', async () => {
    await expect(withClient(database.ownerUrl, (client) => client.query('delete from audit_event where id = 4'))).rejects.toThrow(/foreign key/u);
  });
});
