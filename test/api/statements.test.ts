/** The number of statements does not grow with a list. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCasePage, readPersonPage } from '../../src/caseload/caseload.read.ts';
import { countStatements, today } from '../support/api.ts';
import { openWorld, type World } from '../support/world.ts';
import { RequestScope } from '../../src/request/request-scope.ts';

const childYouth = 'alpha/CHILD_YOUTH';
const most = 12;
let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { town } = world;
  await town.together(async () => {
    await town.query(
      `with p as (
        insert into person (organisation_id, number_kind, born, given_name, family_name)
        select (select id from organisation where key = 'alpha'), 'NONE', to_char(date '2000-01-01' + i, 'YYYY-MM-DD'), 'Nr ' || i, 'Test' from generate_series(1, 1200) as i
        returning id, organisation_id
      ), c as (
        insert into case_record (organisation_id, reference, person_id, unit_id, kind, opened_on)
        select organisation_id, id::text, id, $1, 'SUPPORT', date '2024-01-01' from p returning id, organisation_id
      ), r as (
        insert into case_responsibility (organisation_id, case_id, kind, unit_id, valid_from)
        select organisation_id, id, k, $1, date '2024-01-01' from c cross join unnest(array['HANDLING', 'AUTHORITY']) as k
      ), a as (
        insert into case_assignment (organisation_id, case_id, staff_id, valid_from) select organisation_id, id, $2, date '2024-01-01' from c
      )
      insert into fact (organisation_id, person_id, unit_id, kind, valid_from) select organisation_id, id, $1, 'LVU_CARE', date '2024-01-01' from p`,
      [town.unit(childYouth), town.staff('alpha.child-youth.caseworker')],
    );
  });
});

afterAll(() => world.close());

const client = () => world.as(childYouth, 'CASEWORKER');

describe('a list', () => {
  it.each([
    ['cases', `query ($first: Int!) { cases(first: $first, open: true) { edges { node { reference caseworker { displayName } coHandlings { unit { key } }
      unit { staff { displayName } } responsibleUnits { kind } person { displayName facts { kind } relations { displayName } cases { id } } responsibility { authorityUnit } } } } }`],
    ['persons', `query ($first: Int!) { persons(first: $first) { edges { node { displayName facts { kind } consents { scope } managersAgreements { reason }
      cases { caseworker { displayName } unit { staff { displayName } } responsibility { authorityUnit } } responsibility { authorityUnit explanation { sv } } } } } }`],
    ['coHandlings', 'query ($first: Int!) { coHandlings(first: $first) { edges { node { unit { key } case { person { displayName } } } } } }'],
    ['units', 'query { units { key staff { displayName } } organisations { units { key staff { displayName } } } }'],
  ])('of %s takes as many statements for ten as for a hundred', async (_list, document) => {
    await client().ask(document, { first: 1 });
    const ten = await countStatements(() => client().ask(document, { first: 10 }));
    const hundred = await countStatements(() => client().ask(document, { first: 100 }));
    expect(hundred).toBe(ten);
    expect(ten).toBeLessThanOrEqual(most);
  });

  it('of a thousand takes one statement to read', async () => {
    const scope = new RequestScope({
      orm: world.api.orm, userName: client().userName, today, requestId: '00000000-0000-4000-8000-000000000000', purpose: null, operation: 'test',
    });
    await scope.caller();
    const everything = { facts: true, relations: true, consents: true, agreements: true, responsibility: true };
    const parts = { assignments: true, coHandlings: true, responsibleUnits: true };
    try {
      for (const first of [10, 1000]) {
        let found = 0;
        expect(await countStatements(async () => {
          found = (await scope.read((db) => readCasePage(db, {}, { first, after: null }, { ...parts, person: everything }))).length;
        })).toBe(1);
        expect(found).toBe(first + 1);
        expect(await countStatements(() => scope.read((db) => readPersonPage(db, { first, after: null }, { ...everything, cases: parts })))).toBe(1);
      }
    } finally {
      await scope.abandon();
    }
  });
});
