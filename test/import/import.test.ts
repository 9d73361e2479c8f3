/** What an import writes, what it leaves alone the second time, and what it may change in rows that are there. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/database/roles.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { importInto, smallCaseLoad, withLine } from './small-caseload.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  await database.drop();
});

async function ask(sql: string): Promise<readonly Record<string, unknown>[]> {
  return withClient(database.superuserUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

/** Everything that the import may touch, as text. */
async function everything(): Promise<string> {
  const tables = [
    'organisation', 'adopted_routine', 'department', 'unit', 'staff', 'membership', 'person', 'relation', 'case_record', 'case_responsibility',
    'case_assignment', 'co_handling', 'consent', 'fact', 'managers_agreement', 'managers_approval', 'audit_event',
  ];
  const rows = await Promise.all(tables.map((table) => ask(`select to_jsonb(t) as row from ${table} as t order by id`)));
  return JSON.stringify(rows);
}

async function counts(load: Parameters<typeof importInto>[1]): Promise<Record<string, string>> {
  const { problems, files } = await importInto(database.ownerUrl, load);
  expect(problems).toEqual([]);
  const written = files.filter(({ counts: { new: made, changed } }) => made + changed > 0);
  return Object.fromEntries(written.map(({ kind, counts: { new: made, changed, unchanged } }) => [kind, `${made} new, ${changed} changed, ${unchanged} unchanged`]));
}

describe('a first import', () => {
  it('writes each row of each file', async () => {
    expect(await counts(smallCaseLoad)).toEqual({
      organisations: '1 new, 0 changed, 0 unchanged',
      units: '2 new, 0 changed, 0 unchanged',
      staff: '2 new, 0 changed, 0 unchanged',
      memberships: '3 new, 0 changed, 0 unchanged',
      persons: '3 new, 0 changed, 0 unchanged',
      relations: '1 new, 0 changed, 0 unchanged',
      cases: '4 new, 0 changed, 0 unchanged',
      assignments: '2 new, 0 changed, 0 unchanged',
      co_handlings: '1 new, 0 changed, 0 unchanged',
      consents: '1 new, 0 changed, 0 unchanged',
      facts: '5 new, 0 changed, 0 unchanged',
    });
  });

  it('keeps persons as their numbers and birth dates say', async () => {
    await importInto(database.ownerUrl, smallCaseLoad);
    expect(await ask('select external_id, number_kind, number, born, birth_date::text, protection from person order by external_id')).toEqual([
      { external_id: 'p1', number_kind: 'PERSONAL_NUMBER', number: '200702282385', born: '2007-02-28', birth_date: '2007-02-28', protection: 'NONE' },
      { external_id: 'p2', number_kind: 'PERSONAL_NUMBER', number: '200802292383', born: '2008-02-29', birth_date: '2008-02-29', protection: 'CONFIDENTIALITY_MARKED' },
      { external_id: 'p3', number_kind: 'NONE', number: null, born: '2007-03', birth_date: null, protection: 'NONE' },
    ]);
  });

  it('lets a stated birth date go before that of the number', async () => {
    await importInto(database.ownerUrl, withLine('persons', 2, 'p1,200702282385,2006-12,Ängla,Testström,,'));
    expect(await ask(`select number, born from person where external_id = 'p1'`)).toEqual([{ number: '200702282385', born: '2006-12' }]);
  });

  it('makes the unit of a case responsible from its first day to its last', async () => {
    await importInto(database.ownerUrl, smallCaseLoad);
    const rows = await ask(`select c.external_id, r.kind, u.external_id as unit, r.valid_from::text, r.valid_until::text
      from case_responsibility r join case_record c on c.id = r.case_id join unit u on u.id = r.unit_id
      where c.external_id in ('c2', 'c4') order by 1, 2`);
    expect(rows).toEqual([
      { external_id: 'c2', kind: 'AUTHORITY', unit: 'bou', valid_from: '2021-01-01', valid_until: '2023-01-01' },
      { external_id: 'c2', kind: 'HANDLING', unit: 'bou', valid_from: '2021-01-01', valid_until: '2023-01-01' },
      { external_id: 'c4', kind: 'AUTHORITY', unit: 'vux', valid_from: '2026-01-01', valid_until: null },
      { external_id: 'c4', kind: 'HANDLING', unit: 'vux', valid_from: '2026-01-01', valid_until: null },
    ]);
  });

  it('gives each case a reference that says nothing of the person', async () => {
    await importInto(database.ownerUrl, smallCaseLoad);
    const rows = await ask('select reference from case_record');
    expect(rows).toHaveLength(4);
    expect(rows.every(({ reference }) => /^\d{5}-\d{5}$/u.test(String(reference)))).toBe(true);
  });

  it('keeps facts with what belongs to their kind', async () => {
    await importInto(database.ownerUrl, smallCaseLoad);
    const rows = await ask(`select f.external_id, f.known, f.value, f.need_categories, f.outcome, u.external_id as unit, f.placed_by_foster_care_service as placed
      from fact f left join unit u on u.id = f.receiving_unit_id order by 1`);
    expect(rows).toEqual([
      { external_id: 'f1', known: true, value: 'YES', need_categories: ['HOUSING_SUPPORT', 'OTHER'], outcome: null, unit: null, placed: null },
      { external_id: 'f2', known: false, value: null, need_categories: [], outcome: null, unit: null, placed: null },
      { external_id: 'f3', known: true, value: null, need_categories: [], outcome: null, unit: null, placed: true },
      { external_id: 'f4', known: true, value: null, need_categories: [], outcome: 'TRANSFER', unit: 'vux', placed: null },
    ]);
  });

  it('keeps an agreement with the approval of each manager', async () => {
    await importInto(database.ownerUrl, smallCaseLoad);
    const rows = await ask(`select p.external_id as proposed, c.external_id as counterpart, a.external_id as agreed, m.reason, m.valid_until::text,
        (select array_agg(u.external_id || ' ' || s.external_id order by 1) from managers_approval v join unit u on u.id = v.unit_id join staff s on s.id = v.staff_id
          where v.agreement_id = m.id) as approvals
      from managers_agreement m join unit p on p.id = proposed_by_unit_id join unit c on c.id = counterpart_unit_id join unit a on a.id = agreed_unit_id`);
    expect(rows).toEqual([{ proposed: 'bou', counterpart: 'vux', agreed: 'bou', reason: 'Insatsen fullföljs', valid_until: '2027-05-01', approvals: ['bou anna', 'vux bo'] }]);
  });

  it('leaves an audit row per file, with the persons and without a name', async () => {
    await importInto(database.ownerUrl, smallCaseLoad);
    const rows = await ask(`select object_type, actor, actor_id, operation, outcome, cardinality(person_ids) as persons, details -> 'new' as made from audit_event order by id`);
    expect(rows).toHaveLength(11);
    expect(rows).toContainEqual({ object_type: 'cases', actor: 'system:import', actor_id: null, operation: 'import', outcome: 'WRITTEN', persons: 2, made: 4 });
    expect(rows).toContainEqual({ object_type: 'persons', actor: 'system:import', actor_id: null, operation: 'import', outcome: 'WRITTEN', persons: 3, made: 3 });
    expect(JSON.stringify(await ask('select details from audit_event'))).not.toMatch(/Testström|2007|csv/u);
  });

  it('takes the files in any order, and several of a kind', async () => {
    const encode = (name: string, text: string): { name: string; content: Uint8Array } => ({ name, content: new TextEncoder().encode(text) });
    const [header = '', first = '', ...others] = smallCaseLoad.persons.split('\n');
    const files = Object.entries(smallCaseLoad).filter(([kind]) => kind !== 'persons').map(([kind, text]) => encode(`${kind}.csv`, text)).reverse();
    const { problems } = await importInto(database.ownerUrl, [...files, encode('one.csv', `${header}\n${first}`), encode('rest.csv', [header, ...others].join('\n'))]);
    expect(problems).toEqual([]);
    expect(await ask('select count(*)::int as n from person')).toEqual([{ n: 3 }]);
  });

  it('only reports when it is a dry run', async () => {
    const before = await everything();
    const { problems, files } = await importInto(database.ownerUrl, smallCaseLoad, { dryRun: true });
    expect(problems).toEqual([]);
    expect(files.find(({ kind }) => kind === 'cases')?.counts).toEqual({ new: 4, changed: 0, unchanged: 0 });
    expect(await everything()).toBe(before);
  });
});

describe('a second import', () => {
  beforeEach(async () => {
    await importInto(database.ownerUrl, smallCaseLoad);
  });

  it('of the same files changes nothing', async () => {
    const before = await everything();
    expect(await counts(smallCaseLoad)).toEqual({});
    expect(await everything()).toBe(before);
  });

  it('may bring one file, which refers to what is there', async () => {
    expect(await counts({ cases: `${smallCaseLoad.cases}\nc5,p3,vux,SUPPORT,2026-11-01,` })).toEqual({ cases: '1 new, 0 changed, 4 unchanged' });
  });

  it('changes what it may, and counts the version on', async () => {
    expect(await counts({ persons: withLine('persons', 2, 'p1,200702282385,,Ängla,Åberg,PROTECTED_REGISTRATION,').persons })).toEqual({ persons: '0 new, 1 changed, 2 unchanged' });
    expect(await ask(`select family_name, protection, version from person where external_id in ('p1', 'p2') order by external_id`)).toEqual([
      { family_name: 'Åberg', protection: 'PROTECTED_REGISTRATION', version: 2 },
      { family_name: 'Testström', protection: 'CONFIDENTIALITY_MARKED', version: 1 },
    ]);
  });

  it('audits only the files that changed something, with the persons concerned', async () => {
    await importInto(database.ownerUrl, withLine('persons', 2, 'p1,200702282385,,Ängla,Åberg,,'));
    expect(await ask(`select object_type, cardinality(person_ids) as persons from audit_event order by id offset 11`)).toEqual([{ object_type: 'persons', persons: 1 }]);
  });

  it.each([
    ['the unit of a case', 'cases', 2, 'c1,p1,vux,SUPPORT,2022-09-01,', 'unit'],
    ['the person of a case', 'cases', 2, 'c1,p3,bou,SUPPORT,2022-09-01,', 'person'],
    ['the first day of a case', 'cases', 2, 'c1,p1,bou,SUPPORT,2022-09-02,', 'opened_on'],
    ['the key of a unit', 'units', 2, 'bou,NEEDS_ASSESSMENT,Barn och unga,IFO,Individ- och familjeomsorgen,Socialnämnden', 'key'],
    ['the kind of a fact', 'facts', 3, 'f2,p1,bou,INSTITUTION_PLACEMENT,2025-01-01,,nej,,,,,,,,,,', 'kind'],
    ['the caseworker of an assignment', 'assignments', 3, 'a2,c1,anna,2026-09-01,', 'staff'],
  ] as const)('refuses to change %s', async (_, kind, line, text, column) => {
    const before = await everything();
    const { problems } = await importInto(database.ownerUrl, { [kind]: withLine(kind, line, text)[kind] });
    expect(problems).toMatchObject([{ file: `${kind}.csv`, line, column, code: 'CHANGE_NOT_ALLOWED' }]);
    expect(await everything()).toBe(before);
  });

  it('closes a case, and with it the responsibility; and opens it again', async () => {
    const spans = `select r.kind, r.valid_until::text from case_responsibility r join case_record c on c.id = r.case_id where c.external_id = 'c1' order by 1`;
    await counts({ cases: withLine('cases', 2, 'c1,p1,bou,SUPPORT,2022-09-01,2026-11-01').cases });
    expect(await ask(spans)).toEqual([{ kind: 'AUTHORITY', valid_until: '2026-11-01' }, { kind: 'HANDLING', valid_until: '2026-11-01' }]);
    await counts({ cases: smallCaseLoad.cases });
    expect(await ask(spans)).toEqual([{ kind: 'AUTHORITY', valid_until: null }, { kind: 'HANDLING', valid_until: null }]);
  });

  it('ends one assignment and begins the next', async () => {
    const assignments = `${withLine('assignments', 3, 'a2,c1,bo,2026-09-01,2026-11-01').assignments}\na3,c1,anna,2026-11-01,`;
    expect(await counts({ assignments })).toEqual({ assignments: '1 new, 1 changed, 1 unchanged' });
  });

  it('adds the approval that an agreement lacked', async () => {
    const lacking = `${smallCaseLoad.facts}\nf6,p3,bou,MANAGERS_AGREEMENT,2026-01-01,2027-01-01,,,,,,,vux,bou,Skäl,anna,`;
    expect(await counts({ facts: lacking })).toEqual({ facts: '1 new, 0 changed, 5 unchanged' });
    expect(await counts({ facts: `${lacking}bo` })).toEqual({ facts: '0 new, 1 changed, 5 unchanged' });
    expect(await counts({ facts: `${lacking}bo` })).toEqual({});
  });

  it('ends one routine where the next is adopted', async () => {
    const organisations = `${smallCaseLoad.organisations}\nprov,Provkommun,IFO_UNITS,2027-01-01`;
    expect(await counts({ organisations })).toEqual({ organisations: '1 new, 1 changed, 0 unchanged' });
    expect(await ask('select routine, valid_from::text, valid_until::text from adopted_routine order by 2')).toEqual([
      { routine: 'OSTHAMMAR', valid_from: '2014-12-17', valid_until: '2027-01-01' },
      { routine: 'IFO_UNITS', valid_from: '2027-01-01', valid_until: null },
    ]);
  });

  it.each([
    ['a second open case of a kind', 'cases', 'external_id,person,unit,kind,opened_on\nc9,p1,bou,SUPPORT,2026-10-01', 'CASE_ALREADY_OPEN'],
    ['a second caseworker', 'assignments', 'external_id,case,staff,from\na9,c1,anna,2026-11-01', 'ASSIGNMENT_OVERLAP'],
    ['a number that is taken', 'persons', 'external_id,personal_number,given_name,family_name\np9,20070228-2385,Ulla,Mallqvist', 'PERSONAL_NUMBER_TWICE'],
  ] as const)('is held against what is there: %s', async (_, kind, text, code) => {
    const { problems } = await importInto(database.ownerUrl, { [kind]: text });
    expect(problems).toMatchObject([{ file: `${kind}.csv`, line: 2, code }]);
  });

  it('is held against rows that were made in the program', async () => {
    await withClient(database.superuserUrl, async (client) => {
      await client.query('begin');
      await client.query(`insert into case_record (organisation_id, reference, person_id, unit_id, kind, opened_on)
        select p.organisation_id, 'made here', p.id, u.id, 'SUPPORT', '2026-01-01' from person p, unit u where p.external_id = 'p3' and u.external_id = 'vux'`);
      await client.query(`insert into case_responsibility (organisation_id, case_id, kind, unit_id, valid_from)
        select c.organisation_id, c.id, k, c.unit_id, c.opened_on from case_record c, unnest(array['HANDLING', 'AUTHORITY']) as k where c.reference = 'made here'`);
      await client.query('commit');
    });
    const { problems } = await importInto(database.ownerUrl, { cases: 'external_id,person,unit,kind,opened_on\nc9,p3,vux,SUPPORT,2026-10-01' });
    expect(problems).toMatchObject([{ line: 2, code: 'CASE_ALREADY_OPEN' }]);
  });

  it('into another organisation may not take its user names, but may have the same persons', async () => {
    const other = { ...smallCaseLoad, organisations: 'key,name,routine,adopted_from\nannan,Annan,OSTHAMMAR,2014-12-17' };
    const taken = await importInto(database.ownerUrl, other, { organisationKey: 'annan' });
    expect(taken.problems.map(({ file, code }) => [file, code])).toEqual([['staff.csv', 'USER_NAME_TAKEN'], ['staff.csv', 'USER_NAME_TAKEN']]);
    const renamed = { ...other, staff: smallCaseLoad.staff.replaceAll('prov.', 'annan.') };
    expect((await importInto(database.ownerUrl, renamed, { organisationKey: 'annan' })).problems).toEqual([]);
    expect(await ask('select count(*)::int as n from person')).toEqual([{ n: 6 }]);
  });

  it('beside another of the same moment changes nothing twice', async () => {
    const more = { persons: `${smallCaseLoad.persons}\np4,,1990-01-01,Ulf,Mallqvist,,` };
    const outcomes = await Promise.all([importInto(database.ownerUrl, more), importInto(database.ownerUrl, more)]);
    expect(outcomes.map(({ files }) => files[0]?.counts.new).sort()).toEqual([0, 1]);
  });
});
