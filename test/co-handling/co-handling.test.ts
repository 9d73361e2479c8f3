import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/kernel/local-date.ts';
import { at, today, type Client } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
const adult = 'alpha/ADULT';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const fields = '... on CoHandlingChanged { coHandling { id unit { key } staff { id } role from until version case { id version coHandlings { id } } } }';

async function appointing(more: object = {}) {
  const file = await world.town.case(childYouth);
  return { file, input: { caseId: globalId('Case', file.id), unitId: world.unit(adult), from: '2026-11-01', version: 1, ...more } };
}

const appoint = (input: object, by: Client = world.as(childYouth, 'CASEWORKER')) => by.mutate('appointCoHandler', { ...input }, fields);

describe('appointing a co-handler', () => {
  it('joins the other unit to the case, without a name until the unit gives one', async () => {
    const { input } = await appointing();
    expect(at(await appoint(input), 'coHandling')).toMatchObject({
      unit: { key: 'ADULT' }, staff: null, role: 'CO_HANDLER', from: '2026-11-01', until: null, version: 1, case: { id: input.caseId, version: 2, coHandlings: [{}] },
    });
  });

  it('may name the caseworker, or a consultant', async () => {
    const { input } = await appointing({ staffId: world.staff(adult, 'CASEWORKER'), role: 'CONSULTANT' });
    expect(at(await appoint(input), 'coHandling')).toMatchObject({ staff: { id: world.staff(adult, 'CASEWORKER') }, role: 'CONSULTANT' });
  });

  it('lets the other unit see the case, its caseworker and its co-handlers, and nothing else of the person', async () => {
    const { file, input } = await appointing();
    await world.town.fact(file.personId, childYouth, 'LVU_CARE', '2025-01-01');
    await world.town.fact(file.personId, adult, 'HOMELESS', '2025-02-01');
    await world.town.consent(file.personId, childYouth, { scope: 'bara barn och unga' });
    await world.town.case('alpha/NEEDS_ASSESSMENT', file.personId);
    await world.town.assignment(file, world.as(childYouth, 'CASEWORKER').userName);
    const document = 'query ($id: ID!) { case(id: $id) { unit { key } caseworker { id } person { displayName facts { kind } consents { id } cases { unit { key } } } } }';
    const asAdult = () => world.as(adult, 'CASEWORKER').ask(document, { id: input.caseId });
    expect(await asAdult()).toEqual({ case: null });
    await appoint(input);
    expect(await asAdult()).toEqual({
      case: {
        unit: { key: 'CHILD_YOUTH' }, caseworker: { id: world.staff(childYouth, 'CASEWORKER') },
        person: { displayName: 'Test Testsson', facts: [{ kind: 'HOMELESS' }], consents: [], cases: [{ unit: { key: 'CHILD_YOUTH' } }] },
      },
    });
  });

  it.each([
    ['the case\'s own unit', () => ({ unitId: world.unit(childYouth) }), 'ValidationError', 'CO_HANDLER_OWN_UNIT', 'input.unitId'],
    ['a unit of another organisation', () => ({ unitId: world.unit('beta/YOUTH') }), 'NotFound', 'NOT_FOUND', 'input.unitId'],
    ['a caseworker of another unit', () => ({ staffId: world.staff(childYouth, 'CASEWORKER') }), 'ValidationError', 'NOT_AT_UNIT', 'input.staffId'],
    ['a day before the case was opened', () => ({ from: '2023-01-01' }), 'ValidationError', 'BEFORE_CASE_OPENED', 'input.from'],
    ['a period that ends before it starts', () => ({ until: '2026-10-01' }), 'ValidationError', 'PERIOD_ENDS_BEFORE_START', 'input.until'],
    ['another version', () => ({ version: 4 }), 'Conflict', 'CHANGED_SINCE_READ', 'input.version'],
  ])('refuses %s', async (_what, more, type, code, path) => {
    const { input } = await appointing(more());
    expect(await appoint(input)).toMatchObject({ __typename: type, code, path });
  });

  it('refuses a unit that takes part already, and a closed case', async () => {
    const { input } = await appointing();
    await appoint(input);
    expect(await appoint({ ...input, version: 2 })).toMatchObject({ __typename: 'Conflict', code: 'CO_HANDLING_OVERLAP', path: 'input.unitId' });
    const closed = await world.town.case(childYouth, undefined, { closedOn: '2025-01-01' });
    expect(await appoint({ ...input, caseId: globalId('Case', closed.id) })).toMatchObject({ __typename: 'Conflict', code: 'CASE_CLOSED' });
  });
});

describe('naming the co-handler', () => {
  async function joined() {
    const { input } = await appointing();
    return String(at(await appoint(input), 'coHandling', 'id'));
  }
  const naming = (coHandlingId: string, more: object = {}) => ({ coHandlingId, staffId: world.staff(adult, 'CASEWORKER'), version: 1, ...more });

  it('is done by the unit that takes part, of its own staff', async () => {
    const id = await joined();
    const lead = world.as(adult, 'COORDINATOR');
    expect(await lead.mutate('nameCoHandler', naming(id, { staffId: world.staff(childYouth, 'CASEWORKER') }))).toMatchObject({ code: 'NOT_AT_UNIT' });
    expect(at(await lead.mutate('nameCoHandler', naming(id), fields), 'coHandling')).toMatchObject({ staff: { id: world.staff(adult, 'CASEWORKER') }, version: 2 });
    expect(await lead.mutate('nameCoHandler', naming(id))).toMatchObject({ code: 'CHANGED_SINCE_READ' });
  });

  it('is not for the unit that has the case, nor for caseworkers', async () => {
    const id = await joined();
    for (const client of [world.as(childYouth, 'COORDINATOR'), world.as(adult, 'CASEWORKER')]) {
      const { errors } = await client.send('mutation ($input: NameCoHandlerInput!) { nameCoHandler(input: $input) { __typename } }', { input: { idempotencyKey: `named-by-${client.userName}`, ...naming(id) } });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('ending a co-handling', () => {
  it('is open to either side, once; afterwards the case is hidden from the unit that took part', async () => {
    for (const side of [childYouth, adult]) {
      const { file, input } = await appointing();
      const coHandlingId = at(await appoint(input), 'coHandling', 'id');
      const client = world.as(side, 'CASEWORKER');
      const ended = await client.mutate('endCoHandler', { coHandlingId, until: today, version: 1 }, '... on CoHandlingChanged { coHandling { until version case { id } } }');
      expect(at(ended, 'coHandling')).toEqual({ until: today, version: 2, case: side === adult ? null : { id: globalId('Case', file.id) } });
      expect(await client.mutate('endCoHandler', { coHandlingId, until: today, version: 2 })).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_ENDED', path: 'input.until' });
      expect(await world.as(adult, 'CASEWORKER').ask('query ($id: ID!) { case(id: $id) { id } }', { id: input.caseId })).toEqual({ case: null });
    }
  });

  it('may bring forward an end that lies ahead, not put it off', async () => {
    const { input } = await appointing({ until: addDays(today, 20) });
    const coHandlingId = at(await appoint(input), 'coHandling', 'id');
    const end = (until: string, version: number) => world.as(childYouth, 'CASEWORKER').mutate('endCoHandler', { coHandlingId, until, version }, fields);
    expect(await end(addDays(today, 30), 1)).toMatchObject({ code: 'ALREADY_ENDED' });
    expect(at(await end(addDays(today, 10), 1), 'coHandling')).toMatchObject({ until: addDays(today, 10) });
  });
});

describe('the list of co-handlings', () => {
  const list = 'query ($unitId: ID, $inForce: Boolean, $first: Int, $after: String) { coHandlings(unitId: $unitId, inForce: $inForce, first: $first, after: $after) { edges { node { id case { id unit { key } } } } pageInfo { hasNextPage endCursor } } }';

  it('holds the cases of others in which the unit takes part, page by page', async () => {
    const needs = 'alpha/NEEDS_ASSESSMENT';
    const ids: string[] = [];
    for (const from of ['2026-01-01', '2026-02-01', '2026-03-01']) {
      const file = await world.town.case(childYouth);
      ids.unshift(globalId('CoHandling', await world.town.coHandling(file, needs, { valid_from: from })));
    }
    const over = await world.town.coHandling(await world.town.case(childYouth), needs, { valid_from: '2025-01-01', valid_until: '2025-06-01' });
    const client = world.as(needs, 'CASEWORKER');
    const page = async (variables: object) => at(await client.ask(list, { ...variables }), 'coHandlings');
    const first = await page({ unitId: world.unit(needs), inForce: true, first: 2 });
    expect(first).toMatchObject({ edges: [{ node: { id: ids[0], case: { unit: { key: 'CHILD_YOUTH' } } } }, { node: { id: ids[1] } }], pageInfo: { hasNextPage: true } });
    expect(await page({ inForce: true, first: 2, after: at(first, 'pageInfo', 'endCursor') })).toMatchObject({ edges: [{ node: { id: ids[2] } }], pageInfo: { hasNextPage: false } });
    expect(await page({ inForce: false })).toMatchObject({ edges: [{ node: { id: globalId('CoHandling', over), case: null } }] });
  });

  it('is empty for a unit that is not the caller\'s', async () => {
    expect(await world.as(childYouth, 'CASEWORKER').ask(list, { unitId: world.unit('alpha/NEEDS_ASSESSMENT') })).toMatchObject({ coHandlings: { edges: [] } });
  });
});
