import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/kernel/local-date.ts';
import { at, today } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const changed = `... on CaseChanged { case {
  id version openedOn closedOn kind reference unit { key } caseworker { displayName } assignments { staff { id } from until }
  coHandlings { unit { key } until } responsibleUnits { kind unit { key } from until } person { displayName } } }`;

const coordinator = () => world.as(childYouth, 'COORDINATOR');
const opening = async (more: object = {}): Promise<Record<string, unknown>> => {
  const personId = globalId('Person', (await world.town.case(childYouth)).personId);
  return { personId, unitId: world.unit(childYouth), kind: 'REPORT', openedOn: '2026-11-01', ...more };
};

describe('opening a case', () => {
  it('makes the unit responsible from the first day', async () => {
    const answer = await coordinator().mutate('openCase', await opening(), changed);
    expect(at(answer, 'case')).toMatchObject({
      version: 1, openedOn: '2026-11-01', closedOn: null, kind: 'REPORT', unit: { key: 'CHILD_YOUTH' }, caseworker: null,
      responsibleUnits: [
        { kind: 'AUTHORITY', unit: { key: 'CHILD_YOUTH' }, from: '2026-11-01', until: null },
        { kind: 'HANDLING', unit: { key: 'CHILD_YOUTH' }, from: '2026-11-01', until: null },
      ],
    });
  });

  it('gives a reference that says nothing of the person', async () => {
    const answer = await coordinator().mutate('openCase', await opening(), changed);
    expect(at(answer, 'case', 'reference')).toMatch(/^\d{5}-\d{5}$/u);
  });

  it('refuses a second open case of the same kind at the unit', async () => {
    const input = await opening();
    await coordinator().mutate('openCase', input);
    expect(await coordinator().mutate('openCase', input)).toMatchObject({ __typename: 'Conflict', code: 'CASE_ALREADY_OPEN', path: 'input.kind' });
    expect(await coordinator().mutate('openCase', { ...input, kind: 'APPLICATION' })).toMatchObject({ __typename: 'CaseChanged' });
  });

  it('refuses a first day that lies ahead', async () => {
    const answer = await coordinator().mutate('openCase', await opening({ openedOn: addDays(today, 1) }));
    expect(answer).toMatchObject({ __typename: 'ValidationError', code: 'IN_FUTURE', path: 'input.openedOn' });
  });

  it('refuses a unit that is not the caller\'s, and one that is nowhere', async () => {
    for (const unitId of [world.unit('alpha/ADULT'), world.unit('beta/YOUTH'), globalId('Unit', '00000000-0000-4000-8000-000000000000'), 'nonsense']) {
      expect(await coordinator().mutate('openCase', await opening({ unitId }))).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
    }
  });

  it('does not make a hidden person visible', async () => {
    const hidden = await world.town.case('alpha/ADULT');
    const personId = globalId('Person', hidden.personId);
    const answer = await coordinator().mutate('openCase', await opening({ personId }));
    expect(answer).toMatchObject({ __typename: 'NotFound', path: 'input.personId' });
    expect(await coordinator().ask('query ($id: ID!) { person(id: $id) { displayName } }', { id: personId })).toEqual({ person: null });
  });
});

describe('assigning a case', () => {
  it('ends the caseworker before on the day the next begins', async () => {
    const file = await world.town.case(childYouth);
    await world.town.assignment(file, world.as(childYouth, 'CASEWORKER').userName);
    const answer = await coordinator().mutate('assignCaseworker', {
      caseId: globalId('Case', file.id), staffId: world.staff(childYouth, 'INTAKE'), from: today, version: 1,
    }, changed);
    expect(at(answer, 'case')).toMatchObject({
      version: 2,
      assignments: [
        { staff: { id: world.staff(childYouth, 'INTAKE') }, from: today, until: null },
        { staff: { id: world.staff(childYouth, 'CASEWORKER') }, from: '2024-01-01', until: today },
      ],
    });
  });

  it('refuses staff of another unit, staff without a role in cases, and staff of another organisation', async () => {
    const file = await world.town.case(childYouth);
    for (const staffId of [world.staff('alpha/ADULT', 'CASEWORKER'), world.staff(childYouth, 'BI_READER'), world.staff('beta/CHILD_YOUTH', 'CASEWORKER')]) {
      const answer = await coordinator().mutate('assignCaseworker', { caseId: globalId('Case', file.id), staffId, from: today, version: 1 });
      expect(answer).toMatchObject({ __typename: 'ValidationError', code: 'NOT_AT_UNIT', path: 'input.staffId' });
    }
  });

  it('refuses a day before the case was opened, and a second caseworker from the same day', async () => {
    const file = await world.town.case(childYouth);
    const input = { caseId: globalId('Case', file.id), staffId: world.staff(childYouth, 'CASEWORKER'), from: '2023-12-31', version: 1 };
    expect(await coordinator().mutate('assignCaseworker', input)).toMatchObject({ code: 'BEFORE_CASE_OPENED', path: 'input.from' });
    expect(await coordinator().mutate('assignCaseworker', { ...input, from: today })).toMatchObject({ __typename: 'CaseChanged' });
    expect(await coordinator().mutate('assignCaseworker', { ...input, from: today, version: 2 })).toMatchObject({ __typename: 'Conflict', code: 'ASSIGNMENT_OVERLAP' });
  });

  it('is for those who lead, and says so to a caseworker who sees the case', async () => {
    const file = await world.town.case(childYouth);
    const { data, errors } = await world.as(childYouth, 'CASEWORKER').send(
      'mutation ($input: AssignCaseworkerInput!) { assignCaseworker(input: $input) { __typename } }',
      { input: { idempotencyKey: 'a-key-of-its-own', caseId: globalId('Case', file.id), staffId: world.staff(childYouth, 'CASEWORKER'), from: today, version: 1 } },
    );
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('utse ansvarig handläggare') as unknown }]);
  });
});

describe('closing a case', () => {
  const closing = async (more: object = {}): Promise<{ readonly id: string; readonly input: Record<string, unknown> }> => {
    const file = await world.town.case(childYouth);
    await world.town.assignment(file, world.as(childYouth, 'CASEWORKER').userName);
    await world.town.coHandling(file, 'alpha/ADULT');
    return { id: file.id, input: { caseId: globalId('Case', file.id), closedOn: today, version: 1, ...more } };
  };

  it('ends everybody\'s part in it on the same day', async () => {
    const { input } = await closing();
    const answer = await world.as(childYouth, 'CASEWORKER').mutate('closeCase', input, changed);
    expect(at(answer, 'case')).toMatchObject({
      version: 2, closedOn: today, assignments: [{ until: today }], coHandlings: [{ until: today }],
      responsibleUnits: [{ until: today }, { until: today }],
    });
  });

  it('tells the two versions when the case has changed since it was read', async () => {
    const { input } = await closing({ version: 7 });
    expect(await coordinator().mutate('closeCase', input)).toMatchObject({
      __typename: 'Conflict', code: 'CHANGED_SINCE_READ', path: 'input.version',
      messageSv: expect.stringMatching(/version 7.*version 1/u) as unknown, messageEn: expect.stringMatching(/version 7.* is 1/u) as unknown,
    });
  });

  it('refuses to close what is closed, also from its present version', async () => {
    const { input } = await closing();
    await coordinator().mutate('closeCase', input);
    expect(await coordinator().mutate('closeCase', input)).toMatchObject({ __typename: 'Conflict', code: 'CASE_CLOSED', path: 'input.caseId' });
    expect(await coordinator().mutate('closeCase', { ...input, version: 2 })).toMatchObject({ __typename: 'Conflict', code: 'CASE_CLOSED' });
  });

  it('refuses a day that is not after the first, and one further ahead than tomorrow', async () => {
    const { input } = await closing();
    expect(await coordinator().mutate('closeCase', { ...input, closedOn: '2024-01-01' })).toMatchObject({ code: 'PERIOD_ENDS_BEFORE_START', path: 'input.closedOn' });
    expect(await coordinator().mutate('closeCase', { ...input, closedOn: addDays(today, 2) })).toMatchObject({ code: 'IN_FUTURE', path: 'input.closedOn' });
    expect(await coordinator().mutate('closeCase', { ...input, closedOn: addDays(today, 1) })).toMatchObject({ __typename: 'CaseChanged' });
  });

  it('is not for the unit that only takes part', async () => {
    const { input } = await closing();
    const { errors } = await world.as('alpha/ADULT', 'COORDINATOR').send('mutation ($input: CloseCaseInput!) { closeCase(input: $input) { __typename } }', { input: { idempotencyKey: 'from-the-other-unit', ...input } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('opens the way for a new case of the same kind', async () => {
    const { id, input } = await closing();
    await coordinator().mutate('closeCase', input);
    const { rows } = await world.town.query('select person_id from case_record where id = $1', [id]);
    const answer = await coordinator().mutate('openCase', {
      personId: globalId('Person', String(rows[0]?.['person_id'])), unitId: world.unit(childYouth), kind: 'SUPPORT', openedOn: today,
    });
    expect(answer).toMatchObject({ __typename: 'CaseChanged' });
  });
});
