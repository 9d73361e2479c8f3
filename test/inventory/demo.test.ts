/** The demonstration's inventory as each user gets it, cell by cell against rows worked out in plain SQL. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { serialNumber } from '../../src/sheet/cell.rules.ts';
import { withClient } from '../../src/database/roles.ts';
import { cellsOf, defectsOf, partsOf, type Cell } from '../sheet/workbook-parts.ts';
import { openReports, type Reports } from '../reporting/reports.ts';
import { statements, type Frame, type Reader } from './expected-inventory.ts';

const tabs: Readonly<Record<string, string>> = {
  KNOWN: 'Inventering', ASSESSMENT_MISSING: 'Bedömning saknas', UNDETERMINED: 'Oklart ansvar', EARLY: 'Tidig lista',
};
const dates = new Set(['Född', 'Överföring', 'Senast', 'Rådgivande', 'Aviserad', 'Inkopplad']);

const osthammar: readonly Reader[] = [
  { userName: 'osthammar.child-youth.caseworker', own: ['CHILD_YOUTH'], others: false, reads: ['CHILD_YOUTH'] },
  { userName: 'osthammar.child-youth.coordinator', own: ['CHILD_YOUTH'], others: false, reads: ['CHILD_YOUTH'] },
  { userName: 'osthammar.child-youth.operations-manager', own: ['CHILD_YOUTH'], others: true, reads: ['CHILD_YOUTH'] },
  { userName: 'osthammar.adult.operations-manager', own: ['ADULT'], others: true, reads: ['ADULT'] },
  { userName: 'osthammar.adult.caseworker', own: ['ADULT'], others: false, reads: ['ADULT'] },
];
const district: readonly Reader[] = [
  { userName: 'district.child-youth.caseworker', own: ['CHILD_YOUTH'], others: false, reads: ['CHILD_YOUTH'] },
  { userName: 'district.youth.caseworker', own: ['YOUTH'], others: false, reads: ['YOUTH'] },
  { userName: 'district.child-youth.deputy-unit-manager', own: ['CHILD_YOUTH'], others: true, reads: ['CHILD_YOUTH'] },
  { userName: 'district.youth.deputy-unit-manager', own: ['YOUTH'], others: true, reads: ['YOUTH'] },
  { userName: 'district.aof.deputy-unit-manager', own: ['AOF'], others: true, reads: ['AOF'] },
];
const terms: readonly (readonly [string, string, string, string])[] = [
  ['VT2027', '2027-01-01', '2027-07-01', '2026-11-22'],
  ['HT2026', '2026-07-01', '2027-01-01', '2026-07-01'],
];

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});
afterAll(async () => {
  await reports.close();
});

interface Expected {
  readonly block: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

async function expectedRows(organisation: string, frame: Frame, { own, others, reads }: Reader): Promise<Expected[]> {
  const statement = statements[organisation] ?? '';
  return withClient(reports.superuserUrl, async (client) => (await client.query<Expected>(statement, [...frame, own, others, reads])).rows);
}

/** The rows of a tab as records by header; a rule's words behind its id are left to other tests. */
function recordsIn(file: Uint8Array, tab: string): Record<string, Cell>[] {
  const [header = [], ...rows] = cellsOf(file, tab);
  return rows.map((row) => Object.fromEntries(header.map((label, at) => {
    const cell = row[at] ?? null;
    return [String(label), label === 'Undantag' && typeof cell === 'string' ? (cell.split(':')[0] ?? null) : cell];
  })));
}

function asCells(cells: Expected['cells'], headers: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(headers.map((header) => {
    const cell = cells[header] ?? null;
    return [header, dates.has(header) && typeof cell === 'string' ? serialNumber(asLocalDate(cell)) : cell];
  }));
}

const cases = [
  ...osthammar.flatMap((reader) => terms.map((term) => ['osthammar', reader, term] as const)),
  ...district.flatMap((reader) => terms.map((term) => ['district', reader, term] as const)),
].map(([organisation, reader, term]) => ({ title: `${reader.userName} ${term[0]} as of ${term[3]}`, organisation, reader, term }));

describe("each user's file", () => {
  it.each(cases)('$title holds the rows that SQL finds, cell by cell', async ({ organisation, reader, term: [label, from, until, asOf] }) => {
    const file = await reports.workbook(reader.userName, label, asOf);
    expect(defectsOf(file)).toEqual([]);
    const expected = await expectedRows(organisation, [organisation, from, until, asOf], reader);
    const blocks = organisation === 'osthammar' ? ['KNOWN', 'ASSESSMENT_MISSING', 'UNDETERMINED', 'EARLY'] : ['KNOWN', 'ASSESSMENT_MISSING', 'UNDETERMINED'];
    for (const block of blocks) {
      const found = recordsIn(file, tabs[block] ?? '').map(({ Förklaring: _, ...cells }) => cells);
      const wanted = expected.filter((row) => row.block === block);
      if (wanted.length === 0) expect(found).toHaveLength(1);
      else expect(found).toEqual(wanted.map(({ cells }) => asCells(cells, Object.keys(found[0] ?? {}))));
    }
  });

  it('has enough in it to tell: every block, protected persons, persons shared by consent', async () => {
    const [all] = [await expectedRows('osthammar', ['osthammar', '2027-01-01', '2027-07-01', '2026-11-22'], { userName: '', own: [], others: true, reads: ['ADULT'] })];
    const names = all.map(({ cells }) => cells['Namn']);
    expect(new Set(all.map(({ block }) => block)).size).toBe(4);
    expect(names.filter((name) => name === 'Skyddade personuppgifter').length).toBeGreaterThan(0);
    expect(names.filter((name) => name === 'Maskerat').length).toBeGreaterThan(50);
    expect(names.filter((name) => name !== 'Maskerat' && name !== 'Skyddade personuppgifter').length).toBeGreaterThan(0);
  });

  it.each(['osthammar.child-youth.operations-manager', 'osthammar.adult.operations-manager', 'district.child-youth.deputy-unit-manager', 'district.aof.deputy-unit-manager'])(
    'of %s nowhere holds the name, number or birth date of a protected person', async (userName) => {
      const file = await reports.workbook(userName, 'VT2027', '2026-11-22');
      const text = [...partsOf(file).values()].join('\n');
      const secrets = await withClient(reports.superuserUrl, async (client) => {
        const { rows } = await client.query<{ family_name: string; given_name: string; number: string | null }>(
          `select family_name, given_name, number from person p join organisation o on o.id = p.organisation_id
            where protection <> 'NONE' and o.key = $1`, [userName.split('.')[0]]);
        return rows;
      });
      expect(secrets.length).toBeGreaterThan(2);
      for (const { family_name: family, given_name: given, number } of secrets) {
        expect(text).not.toContain(`${family}, ${given}`);
        if (number !== null) expect(text).not.toContain(number);
      }
    });
});
