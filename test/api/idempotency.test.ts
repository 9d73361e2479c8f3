import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, today } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const fields = '... on CaseChanged { case { id version } }';
const client = () => world.as(childYouth, 'COORDINATOR');
const opening = async () => ({
  personId: globalId('Person', (await world.town.case(childYouth)).personId), unitId: world.unit(childYouth), kind: 'REPORT', openedOn: '2026-11-01',
});
const openCases = async () => Number((await world.town.query("select count(*) from case_record where kind = 'REPORT'")).rows[0]?.['count']);

describe('an idempotency key', () => {
  it('sent again gives the same answer and has one effect', async () => {
    const input = { idempotencyKey: randomUUID(), ...(await opening()) };
    const before = await openCases();
    const answers = [];
    for (let times = 0; times < 4; times += 1) answers.push(await client().mutate('openCase', input, fields));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'CaseChanged' });
    expect(await openCases()).toBe(before + 1);
  });

  it('sent at the same time gives the same answer and has one effect', async () => {
    const input = { idempotencyKey: randomUUID(), ...(await opening()) };
    const before = await openCases();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => client().mutate('openCase', input, fields)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await openCases()).toBe(before + 1);
  });

  it('holds for edits too: the version moves on once', async () => {
    const file = await world.town.case(childYouth);
    const input = { idempotencyKey: randomUUID(), caseId: globalId('Case', file.id), closedOn: today, version: 1 };
    const first = await client().mutate('closeCase', input, fields);
    expect(first).toMatchObject({ case: { version: 2 } });
    expect(await client().mutate('closeCase', input, fields)).toEqual(first);
  });

  it('holds for registering: the same person, also where there is no number', async () => {
    const input = { idempotencyKey: randomUUID(), unitId: world.unit(childYouth), givenName: 'A', familyName: 'B', birthDate: '2010' };
    const register = () => client().mutate('registerPerson', input, '... on PersonRegistered { personId }');
    const first = await register();
    expect(await register()).toEqual(first);
  });

  it('with another input is a conflict', async () => {
    const input = { idempotencyKey: randomUUID(), ...(await opening()) };
    await client().mutate('openCase', input);
    const answer = await client().mutate('openCase', { ...input, kind: 'APPLICATION' });
    expect(answer).toMatchObject({ __typename: 'Conflict', code: 'IDEMPOTENCY_KEY_REUSED', path: 'input.idempotencyKey' });
  });

  it('with another mutation is a conflict', async () => {
    const idempotencyKey = randomUUID();
    const { personId, unitId } = await opening();
    await client().mutate('openCase', { idempotencyKey, personId, unitId, kind: 'REPORT', openedOn: today });
    expect(await client().mutate('recordFact', { idempotencyKey, personId, unitId, kind: 'LVU_CARE', from: today })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('of another user is another key', async () => {
    const idempotencyKey = randomUUID();
    const one = await client().mutate('openCase', { idempotencyKey, ...(await opening()) }, fields);
    const other = await world.as(childYouth, 'INTAKE').mutate('openCase', { idempotencyKey, ...(await opening()) }, fields);
    expect(at(other, 'case', 'id')).not.toBe(at(one, 'case', 'id'));
  });

  it('is free again after a refusal', async () => {
    const input = { idempotencyKey: randomUUID(), ...(await opening()) };
    expect(await client().mutate('openCase', { ...input, openedOn: '2027-01-01' })).toMatchObject({ code: 'IN_FUTURE' });
    expect(await client().mutate('openCase', input)).toMatchObject({ __typename: 'CaseChanged' });
  });

  it('must be one', async () => {
    for (const idempotencyKey of ['', 'short', 'med blanksteg i', 'x'.repeat(101)]) {
      expect(await client().mutate('openCase', { idempotencyKey, ...(await opening()) })).toMatchObject({
        __typename: 'ValidationError', code: 'IDEMPOTENCY_KEY_INVALID', path: 'input.idempotencyKey',
      });
    }
  });
});
