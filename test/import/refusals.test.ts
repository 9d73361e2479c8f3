/** Whatever is wrong with a row is told with file, line and column, and then nothing at all is written. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/database/roles.ts';
import { fileKinds, type FileKind } from '../../src/import/columns.model.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { filesOf, importInto, smallCaseLoad, withLine } from './small-caseload.ts';

type Change = readonly [says: string, kind: FileKind, line: number, text: string, column: string | null, code: string];

/** Line `text` is put at `line`; one past the last adds a row. */
const changes: readonly Change[] = [
  ['another organisation', 'organisations', 2, 'annan,Annan,OSTHAMMAR,2014-12-17', 'key', 'ORGANISATION_OTHER'],
  ['an unknown routine', 'organisations', 2, 'prov,Provkommun,SOLNA,2014-12-17', 'routine', 'ROUTINE_UNKNOWN'],
  ['a key in capitals', 'organisations', 2, 'PROV,Provkommun,OSTHAMMAR,2014-12-17', 'key', 'KEY_INVALID'],
  ['a unit that the routine has not', 'units', 4, 'ung,YOUTH,Ungdomsenheten,,,Socialnämnden', 'key', 'UNIT_KEY_UNKNOWN'],
  ['two units of one key', 'units', 4, 'vux2,ADULT,Vuxenenheten 2,,,Socialnämnden', 'key', 'UNIT_KEY_TWICE'],
  ['a department without a name', 'units', 4, 'bistånd,NEEDS_ASSESSMENT,Biståndsenheten,VOO,,Socialnämnden', 'department_name', 'DEPARTMENT_INCOMPLETE'],
  ['a department of two names', 'units', 4, 'bistånd,NEEDS_ASSESSMENT,Biståndsenheten,IFO,Annat,Socialnämnden', 'department_name', 'DEPARTMENT_NAME_DIFFERS'],
  ['a user name used twice', 'staff', 4, 'cia,prov.anna,Cia Skenbäck', 'user_name', 'USER_NAME_TAKEN'],
  ['a user name with a blank', 'staff', 4, 'cia,prov cia,Cia Skenbäck', 'user_name', 'KEY_INVALID'],
  ['an unknown role', 'memberships', 5, 'bo,vux,,BOSS,2020-01-01,', 'role', 'ROLE_UNKNOWN'],
  ['an unknown department', 'memberships', 5, 'bo,,VOO,VOO_HEAD,2020-01-01,', 'department', 'DEPARTMENT_UNKNOWN'],
  ['unit and department at once', 'memberships', 5, 'bo,vux,IFO,COORDINATOR,2020-01-01,', 'department', 'UNIT_AND_DEPARTMENT'],
  ['the same role held twice', 'memberships', 5, 'bo,vux,,CASEWORKER,2026-12-31,', 'from', 'MEMBERSHIP_OVERLAP'],
  ['a wrong check digit', 'persons', 5, 'p4,200704152380,,Ulf,Mallqvist,,', 'personal_number', 'PERSONAL_NUMBER_INVALID'],
  ['a number used twice', 'persons', 5, 'p4,200702282385,,Ulf,Mallqvist,,', 'personal_number', 'PERSONAL_NUMBER_TWICE'],
  ['neither number nor birth date', 'persons', 5, 'p4,,,Ulf,Mallqvist,,', 'birth_date', 'BIRTH_DATE_MISSING'],
  ['a birth in month 13', 'persons', 5, 'p4,,2007-13,Ulf,Mallqvist,,', 'birth_date', 'BIRTH_DATE_INVALID'],
  ['a death before birth', 'persons', 5, 'p4,,2007-05-05,Ulf,Mallqvist,,2007-05-04', 'deceased_on', 'DECEASED_BEFORE_BIRTH'],
  ['an unknown kind of protection', 'persons', 5, 'p4,,2007-05-05,Ulf,Mallqvist,SECRET,', 'protection', 'PROTECTION_UNKNOWN'],
  ['an external id used twice', 'persons', 5, 'p1,,2007-05-05,Ulf,Mallqvist,,', 'external_id', 'EXTERNAL_ID_TWICE'],
  ['no name', 'persons', 5, 'p4,,2007-05-05,,Mallqvist,,', 'given_name', 'CELL_EMPTY'],
  ['a control character', 'persons', 5, 'p4,,2007-05-05,U\u0007lf,Mallqvist,,', 'given_name', 'TEXT_INVALID'],
  ['a person related to itself', 'relations', 3, 'p1,p1,HOUSEHOLD,2020-01-01,', 'related_person', 'RELATION_TO_SELF'],
  ['a relation recorded twice', 'relations', 3, 'p1,p2,HOUSEHOLD,2020-01-01,', 'from', 'RELATION_OVERLAP'],
  ['the same row twice', 'relations', 3, 'p1,p2,HOUSEHOLD,2010-01-01,', 'person', 'ROW_TWICE'],
  ['an unknown kind of relation', 'relations', 3, 'p1,p3,FRIEND,2020-01-01,', 'kind', 'RELATION_KIND_UNKNOWN'],
  ['an unknown person', 'cases', 6, 'c5,p9,bou,SUPPORT,2026-01-01,', 'person', 'PERSON_UNKNOWN'],
  ['an unknown unit', 'cases', 6, 'c5,p3,ung,SUPPORT,2026-01-01,', 'unit', 'UNIT_UNKNOWN'],
  ['an unknown kind of case', 'cases', 6, 'c5,p3,bou,OTHER,2026-01-01,', 'kind', 'CASE_KIND_UNKNOWN'],
  ['30 February', 'cases', 6, 'c5,p3,bou,SUPPORT,2026-02-30,', 'opened_on', 'DATE_INVALID'],
  ['a date in another form', 'cases', 6, 'c5,p3,bou,SUPPORT,2026-1-1,', 'opened_on', 'DATE_INVALID'],
  ['a case closed on the day it was opened', 'cases', 6, 'c5,p3,bou,SUPPORT,2026-01-01,2026-01-01', 'closed_on', 'PERIOD_ENDS_BEFORE_START'],
  ['a second open case of one kind at one unit', 'cases', 6, 'c5,p1,bou,SUPPORT,2026-01-01,', 'opened_on', 'CASE_ALREADY_OPEN'],
  ['a case within a closed one', 'cases', 6, 'c5,p2,bou,SUPPORT,2022-12-31,2023-06-01', 'opened_on', 'CASE_ALREADY_OPEN'],
  ['two responsible caseworkers', 'assignments', 4, 'a3,c1,anna,2026-10-01,', 'from', 'ASSIGNMENT_OVERLAP'],
  ['a caseworker before the case', 'assignments', 4, 'a3,c1,anna,2022-08-31,2022-09-01', 'from', 'BEFORE_CASE_OPENED'],
  ['an unknown caseworker', 'assignments', 4, 'a3,c4,cia,2026-01-01,', 'staff', 'STAFF_UNKNOWN'],
  ['an unknown case', 'assignments', 4, 'a3,c9,anna,2026-01-01,', 'case', 'CASE_UNKNOWN'],
  ['an assignment that ends before it starts', 'assignments', 4, 'a3,c4,anna,2026-02-01,2026-01-31', 'until', 'PERIOD_ENDS_BEFORE_START'],
  ["a co-handler of the case's own unit", 'co_handlings', 3, 'h2,c1,bou,,,2026-06-01,', 'unit', 'CO_HANDLER_UNIT_IS_OWN'],
  ['a unit that takes part already', 'co_handlings', 3, 'h2,c1,vux,,CONSULTANT,2026-11-01,', 'from', 'CO_HANDLING_OVERLAP'],
  ['a co-handler before the case', 'co_handlings', 3, 'h2,c1,vux,,,2022-08-31,2022-10-01', 'from', 'BEFORE_CASE_OPENED'],
  ['an unknown part in a case', 'co_handlings', 3, 'h2,c3,vux,,HELPER,2026-11-01,', 'role', 'CO_HANDLING_ROLE_UNKNOWN'],
  ['consent withdrawn before it was given', 'consents', 3, 's2,p1,bou,CONTACT,Namn,vux,ORAL,2026-01-01,,2025-12-31', 'withdrawn_on', 'WITHDRAWN_BEFORE_GIVEN'],
  ['consent for an unknown purpose', 'consents', 3, 's2,p1,bou,ANYTHING,Namn,vux,ORAL,2026-01-01,,', 'purpose', 'PURPOSE_UNKNOWN'],
  ['consent given in an unknown way', 'consents', 3, 's2,p1,bou,CONTACT,Namn,vux,NOD,2026-01-01,,', 'how_given', 'HOW_GIVEN_UNKNOWN'],
  ['an unknown recipient', 'consents', 3, 's2,p1,bou,CONTACT,Namn,ung,ORAL,2026-01-01,,', 'recipient_unit', 'UNIT_UNKNOWN'],
  ['an unknown kind of fact', 'facts', 7, 'f6,p1,bou,STUDIES,2026-01-01,,,,,,,,,,,,', 'kind', 'FACT_KIND_UNKNOWN'],
  ['an open case among the facts', 'facts', 7, 'f6,p1,bou,OPEN_CASE,2026-01-01,,,,,,,,,,,,', 'kind', 'FACT_KIND_UNKNOWN'],
  ['a fact recorded twice', 'facts', 7, 'f6,p1,bou,LVU_CARE,2026-01-01,,,,,,,,,,,,', 'from', 'FACT_OVERLAP'],
  ['a need without a value', 'facts', 7, 'f6,p3,bou,CONTINUED_NEED,2026-01-01,,,,,,,,,,,,', 'value', 'CELL_EMPTY'],
  ['a value where there is none', 'facts', 7, 'f6,p3,bou,LVU_CARE,2026-01-01,,,YES,,,,,,,,,', 'value', 'CELL_NOT_OF_KIND'],
  ['an unknown value', 'facts', 7, 'f6,p3,bou,CONTINUED_NEED,2026-01-01,,,MAYBE,,,,,,,,,', 'value', 'VALUE_UNKNOWN'],
  ['an unknown need', 'facts', 7, 'f6,p3,bou,CONTINUED_NEED,2026-01-01,,,YES,OTHER|MONEY,,,,,,,,', 'need_categories', 'NEED_CATEGORY_UNKNOWN'],
  ['an unknown outcome', 'facts', 7, 'f6,p3,bou,TRANSFER_OUTCOME,2026-01-01,,,,,LATER,,,,,,,', 'outcome', 'OUTCOME_UNKNOWN'],
  ['an unknown receiving unit', 'facts', 7, 'f6,p3,bou,TRANSFER_OUTCOME,2026-01-01,,,,,TRANSFER,ung,,,,,,', 'receiving_unit', 'UNIT_UNKNOWN'],
  ['neither yes nor no', 'facts', 7, 'f6,p3,bou,LVU_CARE,2026-01-01,,kanske,,,,,,,,,,', 'known', 'BOOLEAN_INVALID'],
  ['a fact that ends before it starts', 'facts', 7, 'f6,p3,bou,LVU_CARE,2026-01-01,2025-01-01,,,,,,,,,,,', 'until', 'PERIOD_ENDS_BEFORE_START'],
  ['an agreement of one unit with itself', 'facts', 7, 'f6,p3,bou,MANAGERS_AGREEMENT,2026-01-01,,,,,,,,bou,bou,Skäl,,', 'counterpart_unit', 'AGREEMENT_WITH_SELF'],
  ['an agreement without a reason', 'facts', 7, 'f6,p3,bou,MANAGERS_AGREEMENT,2026-01-01,,,,,,,,vux,bou,,,', 'reason', 'CELL_EMPTY'],
  ['an agreement that is not known', 'facts', 7, 'f6,p3,bou,MANAGERS_AGREEMENT,2026-01-01,,nej,,,,,,vux,bou,Skäl,,', 'known', 'CELL_NOT_OF_KIND'],
  ['an agreement approved by nobody known', 'facts', 7, 'f6,p3,bou,MANAGERS_AGREEMENT,2026-01-01,,,,,,,,vux,bou,Skäl,cia,', 'approved_by_manager', 'STAFF_UNKNOWN'],
  ['a row with a cell too many', 'facts', 7, 'f6,p3,bou,LVU_CARE,2026-01-01,,,,,,,,,,,,,', null, 'CELL_COUNT_WRONG'],
  ['a quote that does not end', 'staff', 4, 'cia,prov.cia,"Cia Skenbäck', null, 'CSV_MALFORMED'],
  ['an unknown column', 'staff', 1, 'external_id,user_name,display_name,phone', 'phone', 'COLUMN_UNKNOWN'],
  ['a missing column', 'cases', 1, 'external_id,person,unit,kind,closed_on', 'opened_on', 'COLUMN_MISSING'],
  ['a column that is there twice', 'relations', 1, 'person,related_person,kind,from,från', 'från', 'COLUMN_TWICE'],
  ['columns of no kind of file', 'persons', 1, 'a,b,c,d,e,f,g', null, 'FILE_NOT_RECOGNISED'],
];

describe('an import is refused', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  async function rowsWritten(): Promise<number> {
    return withClient(database.superuserUrl, async (client) => {
      const tables = ['organisation', 'unit', 'staff', 'membership', 'person', 'case_record', 'fact', 'audit_event'];
      const { rows } = await client.query<{ n: number }>(`select (${tables.map((table) => `(select count(*) from ${table})`).join(' + ')})::int as n`);
      return rows[0]?.n ?? 0;
    });
  }

  it.each(changes)('with %s', async (_, kind, line, text, column, code) => {
    const { problems, files } = await importInto(database.ownerUrl, withLine(kind, line, text));
    const told = problems.filter((problem) => problem.file === `${kind}.csv` && problem.line === line && problem.column === column);
    expect(told.map((problem) => problem.code)).toEqual([code]);
    expect(told.every(({ message }) => message.sv !== '' && message.en !== '' && message.sv !== message.en)).toBe(true);
    expect(files).toEqual([]);
    expect(await rowsWritten()).toBe(0);
  });

  it.each(changes.filter(([, , line]) => line > 1))('with %s, and says nothing of sound rows', async (_, kind, line, text) => {
    const { problems } = await importInto(database.ownerUrl, withLine(kind, line, text));
    const elsewhere = problems.filter((problem) => problem.file !== `${kind}.csv`);
    expect(elsewhere).toEqual([]);
  });

  it('with every bad row told at once, in the order of the files', async () => {
    const load = withLine('cases', 2, 'c1,p1,bou,SUPPORT,2022-02-30,', withLine('persons', 4, 'p3,,2007-03,,,,', withLine('facts', 2, 'f1,p1,ung,CONTINUED_NEED,2026-01-01,2026-01-01,,,,,,,,,,,')));
    const { problems } = await importInto(database.ownerUrl, load);
    expect(problems.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ['cases.csv', 2, 'opened_on', 'DATE_INVALID'],
      ['facts.csv', 2, 'unit', 'UNIT_UNKNOWN'],
      ['facts.csv', 2, 'until', 'PERIOD_ENDS_BEFORE_START'],
      ['facts.csv', 2, 'value', 'CELL_EMPTY'],
      ['persons.csv', 4, 'given_name', 'CELL_EMPTY'],
      ['persons.csv', 4, 'family_name', 'CELL_EMPTY'],
    ]);
  });

  it('with an agreement that makes a third unit responsible', async () => {
    const load = withLine('facts', 7, 'f6,p3,bou,MANAGERS_AGREEMENT,2026-01-01,,,,,,,,vux,bistånd,Skäl,,', withLine('units', 4, 'bistånd,NEEDS_ASSESSMENT,Biståndsenheten,,,Socialnämnden'));
    const { problems } = await importInto(database.ownerUrl, load);
    expect(problems).toMatchObject([{ file: 'facts.csv', line: 7, column: 'agreed_unit', code: 'AGREED_UNIT_OUTSIDE' }]);
  });

  it('with an agreement on an unknown matter', async () => {
    const facts = 'external_id,person,unit,kind,from,matter_type\nf6,p3,bou,MANAGERS_AGREEMENT,2026-01-01,HOLIDAYS';
    const { problems } = await importInto(database.ownerUrl, { ...smallCaseLoad, facts });
    expect(problems).toMatchObject([{ file: 'facts.csv', line: 2, column: 'matter_type', code: 'MATTER_TYPE_UNKNOWN' }]);
  });

  it('without quoting what stands in the cells', async () => {
    const { problems } = await importInto(database.ownerUrl, withLine('persons', 5, 'p4,200704152380,2007-99,Ulf,Mallqvist,SECRET,x'));
    expect(problems).toHaveLength(4);
    expect(JSON.stringify(problems)).not.toMatch(/2007|Ulf|Mallqvist|SECRET/u);
  });

  it('where the organisation neither exists nor comes with the files', async () => {
    const { organisations: _, ...rest } = smallCaseLoad;
    await expect(importInto(database.ownerUrl, rest)).rejects.toMatchObject({ details: { code: 'ORGANISATION_UNKNOWN' } });
    expect(await rowsWritten()).toBe(0);
  });

  it('where a file is not UTF-8', async () => {
    const files = filesOf(smallCaseLoad).map((file) => (file.name === 'units.csv' ? { ...file, content: Buffer.from(smallCaseLoad.units, 'latin1') } : file));
    const { problems } = await importInto(database.ownerUrl, files);
    expect(problems.find(({ file }) => file === 'units.csv')).toMatchObject({ line: null, code: 'FILE_NOT_UTF8' });
  });

  it('where a file is empty', async () => {
    const { problems } = await importInto(database.ownerUrl, { ...smallCaseLoad, facts: '\n\n' });
    expect(problems).toMatchObject([{ file: 'facts.csv', line: null, code: 'FILE_EMPTY' }]);
  });

  it('where a workbook is none', async () => {
    const files = [...filesOf(smallCaseLoad), { name: 'mer.xlsx', content: new TextEncoder().encode('x') }];
    expect((await importInto(database.ownerUrl, files)).problems).toMatchObject([{ file: 'mer.xlsx', code: 'WORKBOOK_UNREADABLE' }]);
  });

  it('but not when all is as it should be', async () => {
    const { problems, files } = await importInto(database.ownerUrl, smallCaseLoad, { dryRun: true });
    expect(problems).toEqual([]);
    expect(files.map(({ kind }) => kind)).toEqual(fileKinds);
    expect(await rowsWritten()).toBe(0);
  });
});
