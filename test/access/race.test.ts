/** Sixteen clients at once: a case never has two responsible units or none, two caseworkers, or two of itself. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { testPersonalNumber } from '../../src/person/personal-number.rules.ts';
import type { Role } from '../../src/access/roles.model.ts';
import { at, today } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
const clients = 16;
let world: World;

beforeAll(async () => {
  world = await openWorld({ poolSize: 8 });
});

afterAll(() => world.close());

const leads = ['COORDINATOR', 'DEPUTY_UNIT_MANAGER', 'UNIT_MANAGER', 'OPERATIONS_MANAGER', 'AREA_MANAGER'] as const satisfies readonly Role[];
const lead = (number: number) => world.as(childYouth, leads[number % leads.length] ?? 'COORDINATOR');

/** Sends a mutation from all clients at once, and answers with how each ended: the type of its answer, or its error's code. */
async function race(mutation: string, inputOf: (number: number) => object): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: clients }, async (_, number) => {
      const answer = await lead(number).mutate(mutation, { idempotencyKey: randomUUID(), ...inputOf(number) });
      return String(answer['code'] ?? answer['__typename']);
    }),
  );
}

const times = (outcomes: readonly string[], outcome: string) => outcomes.filter((one) => one === outcome).length;

/** Cases that on some day of theirs have no responsible unit, or two, of a kind; and days with two caseworkers. */
async function wrongs(): Promise<unknown> {
  const { rows } = await world.town.query(`
    select
      (select count(*)::int from case_record c cross join unnest(array['HANDLING', 'AUTHORITY']) as k (kind)
        where not coalesce((select range_agg(daterange(r.valid_from, r.valid_until)) @> daterange(c.opened_on, c.closed_on)
          from case_responsibility r where r.case_id = c.id and r.kind = k.kind), false)) as without,
      (select count(*)::int from case_responsibility a join case_responsibility b on a.case_id = b.case_id and a.kind = b.kind and a.id < b.id
        and daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until)) as doubled,
      (select count(*)::int from case_assignment a join case_assignment b on a.case_id = b.case_id and a.id < b.id
        and daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until)) as two_caseworkers,
      (select count(*)::int from case_assignment a join case_record c on c.id = a.case_id where a.valid_until is null and c.closed_on is not null) as left_open,
      (select count(*)::int from audit_event where outcome = 'WRITTEN' and operation = 'case.open') - (select count(*)::int from case_record where kind <> 'SUPPORT') as unaudited`);
  return rows[0];
}

afterEach(async () => {
  expect(await wrongs()).toEqual({ without: 0, doubled: 0, two_caseworkers: 0, left_open: 0, unaudited: 0 });
});

describe('at the same time', () => {
  it('one case of a kind is opened', async () => {
    const personId = globalId('Person', (await world.town.case(childYouth)).personId);
    const outcomes = await race('openCase', () => ({ personId, unitId: world.unit(childYouth), kind: 'REPORT', openedOn: today }));
    expect(times(outcomes, 'CaseChanged')).toBe(1);
    expect(times(outcomes, 'CASE_ALREADY_OPEN')).toBe(clients - 1);
  });

  it('one caseworker is assigned from one version', async () => {
    const caseId = globalId('Case', (await world.town.case(childYouth)).id);
    const outcomes = await race('assignCaseworker', (number) => ({ caseId, staffId: world.staff(childYouth, leads[number % leads.length] ?? 'COORDINATOR'), from: '2026-11-02', version: 1 }));
    expect(times(outcomes, 'CaseChanged')).toBe(1);
    expect(times(outcomes, 'CHANGED_SINCE_READ')).toBe(clients - 1);
  });

  it('a case is closed once, and nobody is assigned to it afterwards', async () => {
    const file = await world.town.case(childYouth);
    await world.town.assignment(file, world.as(childYouth, 'CASEWORKER').userName);
    const caseId = globalId('Case', file.id);
    const outcomes = await Promise.all([
      race('closeCase', () => ({ caseId, closedOn: today, version: 1 })),
      race('assignCaseworker', () => ({ caseId, staffId: world.staff(childYouth, 'INTAKE'), from: '2026-11-02', version: 1 })),
    ]);
    expect(times(outcomes.flat(), 'CaseChanged')).toBe(1);
  });

  it('one unit is joined to a case once', async () => {
    const caseId = globalId('Case', (await world.town.case(childYouth)).id);
    const outcomes = await race('appointCoHandler', (number) => ({ caseId, unitId: world.unit(number % 2 === 0 ? 'alpha/ADULT' : 'alpha/NEEDS_ASSESSMENT'), from: '2026-11-02', version: 1 }));
    expect(times(outcomes, 'CoHandlingChanged')).toBe(1);
  });

  it('one number becomes one person', async () => {
    const answers = await Promise.all(Array.from({ length: clients }, (_, number) =>
      world.as(number % 2 === 0 ? childYouth : 'alpha/ADULT', 'COORDINATOR').mutate('registerPerson', {
        unitId: world.unit(number % 2 === 0 ? childYouth : 'alpha/ADULT'), personalNumber: testPersonalNumber(asLocalDate('2010-01-01'), 'WOMAN'), givenName: 'Ny', familyName: 'Person',
      }, '... on PersonRegistered { personId }')));
    expect(new Set(answers.map((answer) => at(answer, 'personId'))).size).toBe(1);
    expect((await world.town.query("select from person where born = '2010-01-01'")).rowCount).toBe(1);
  });

  it('a case that is assigned, joined and closed by whoever comes first ends well', async () => {
    const personId = globalId('Person', (await world.town.case(childYouth)).personId);
    await race('openCase', () => ({ personId, unitId: world.unit(childYouth), kind: 'APPLICATION', openedOn: '2026-11-01' }));
    const { rows } = await world.town.query("select id from case_record where kind = 'APPLICATION'");
    const caseId = globalId('Case', String(rows[0]?.['id']));
    for (const version of [1, 2, 3]) {
      await Promise.all([
        race('assignCaseworker', () => ({ caseId, staffId: world.staff(childYouth, 'CASEWORKER'), from: '2026-11-05', version })),
        race('appointCoHandler', (number) => ({ caseId, unitId: world.unit(number % 2 === 0 ? 'alpha/ADULT' : 'alpha/NEEDS_ASSESSMENT'), from: '2026-11-05', version })),
        ...(version === 3 ? [race('closeCase', () => ({ caseId, closedOn: '2026-11-20', version }))] : []),
      ]);
    }
    const { rows: [end] } = await world.town.query('select version, closed_on is not null as closed from case_record where id = $1', [rows[0]?.['id']]);
    expect(end?.['version']).toBe(4);
  });
});
