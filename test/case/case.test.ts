import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globalId } from '../../src/api/global-id.ts';
import { at, openApi, type Api } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { Municipality, userAt } from '../support/municipality.ts';

let database: TestDatabase;
let town: Municipality;
let api: Api;

beforeAll(async () => {
  database = await createTestDatabase();
  town = await Municipality.plant(database.superuserUrl);
  api = await openApi({ appUrl: database.appUrl });
});

afterAll(async () => {
  await api.close();
  await town.close();
  await database.drop();
});

const lead = userAt('alpha', 'CHILD_YOUTH', 'COORDINATOR');
const caseworker = userAt('alpha', 'CHILD_YOUTH', 'CASEWORKER');

describe('a case', () => {
  it('is opened, assigned and closed', async () => {
    const known = await town.case('alpha/CHILD_YOUTH');
    const opened = await api.as(lead).mutate('openCase', {
      personId: globalId('Person', known.personId), unitId: globalId('Unit', town.unit('alpha/CHILD_YOUTH')), kind: 'REPORT', openedOn: '2026-11-01',
    }, '... on CaseChanged { case { id version reference unit { key } responsibleUnits { kind unit { key } from until } person { displayName } responsibility { outcome } } }');
    expect(opened).toMatchObject({ __typename: 'CaseChanged' });
    const id = at(opened, 'case', 'id');
    const assigned = await api.as(lead).mutate('assignCaseworker', {
      caseId: id, staffId: globalId('Staff', town.staff(caseworker)), from: '2026-11-02', version: 1,
    }, '... on CaseChanged { case { version caseworker { displayName } } }');
    expect(assigned).toMatchObject({ case: { version: 2 } });
    const closed = await api.as(lead).mutate('closeCase', { caseId: id, closedOn: '2026-11-20', version: 2 }, '... on CaseChanged { case { version closedOn } }');
    expect(closed).toMatchObject({ case: { version: 3, closedOn: '2026-11-20' } });
  });
});
