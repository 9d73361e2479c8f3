/** Who may have what of the term inventory, and what the file is like: on the demonstration's own data. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/database/roles.ts';
import { Fault } from '../../src/kernel/faults.ts';
import { cellsOf, defectsOf, partsOf } from '../sheet/workbook-parts.ts';
import { openReports, type Reports } from './reports.ts';

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});
afterAll(async () => {
  await reports.close();
});

const today = '2026-11-22';
const tabsOf = (file: Uint8Array): string[] =>
  [...(partsOf(file).get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(([, name]) => name ?? '');

async function refusal(userName: string, term = 'VT2027', asOf = today, organisation?: string): Promise<Fault['details']> {
  try {
    await reports.build(userName, term, asOf, organisation);
  } catch (error) {
    if (error instanceof Fault) return error.details;
    throw error;
  }
  throw new Error(`${userName} was not refused`);
}

describe('what a role gets', () => {
  const rows = ['Inventering', 'Bedömning saknas', 'Oklart ansvar'];
  it.each<[string, readonly string[]]>([
    ['osthammar.child-youth.caseworker', ['Omslag', ...rows, 'Tidig lista', 'Definitioner', 'Koder']],
    ['osthammar.child-youth.intake', ['Omslag', ...rows, 'Tidig lista', 'Definitioner', 'Koder']],
    ['osthammar.child-youth.coordinator', ['Omslag', ...rows, 'Tidig lista', 'Antal', 'Definitioner', 'Koder']],
    ['osthammar.child-youth.operations-manager', ['Omslag', ...rows, 'Tidig lista', 'Antal', 'Definitioner', 'Koder']],
    ['osthammar.needs-assessment.area-manager', ['Omslag', ...rows, 'Tidig lista', 'Antal', 'Definitioner', 'Koder']],
    ['osthammar.ifo-head', ['Omslag', 'Antal', 'Definitioner']],
    ['osthammar.voo-head', ['Omslag', 'Antal', 'Definitioner']],
    ['osthammar.management-group', ['Omslag', 'Antal', 'Definitioner']],
    ['district.child-youth.deputy-unit-manager', ['Omslag', ...rows, 'Antal', 'Definitioner', 'Koder']],
    ['district.child-youth.unit-manager', ['Omslag', 'Antal', 'Definitioner']],
    ['district.aof.department-head', ['Omslag', 'Antal', 'Definitioner']],
  ])('%s: the sheets %j', async (userName, tabs) => {
    const file = await reports.workbook(userName, 'VT2027', today);
    expect(defectsOf(file)).toEqual([]);
    expect(tabsOf(file)).toEqual(tabs);
  });

  const own = ['Ärende', 'Namn', 'Personnummer', 'Född', 'Ålder', 'Enhet', 'Handläggare', 'Placering', 'LVU', 'Undantag'];
  const theirs = ['Ärende', 'Namn', 'Personnummer', 'Född', 'Född (månad)', 'Ålder', 'Enhet', 'Placering'];
  const both = ['Ärende', 'Namn', 'Personnummer', 'Född', 'Född (månad)', 'Ålder', 'Enhet', 'Handläggare', 'Placering', 'LVU', 'Undantag'];
  const notice = ['Överföring', 'Prognos', 'Passerad', 'Senast', 'Dagar kvar', 'Aviserad', 'Status'];
  const coHandler = ['Överföring', 'Prognos', 'Passerad', 'Senast', 'Rådgivande', 'Dagar kvar', 'Status'];
  const support = ['Medhandläggare', 'Inkopplad', 'Fortsatt behov', 'Behovsområden', 'Föreslagen mottagare', 'Diagnos', 'Samtycke'];
  it.each<[string, readonly string[]]>([
    ['osthammar.child-youth.caseworker', [...own, ...coHandler, ...support]],
    ['osthammar.child-youth.operations-manager', [...own, ...coHandler, ...support]],
    ['osthammar.adult.operations-manager', [...theirs, ...coHandler, ...support]],
    ['district.child-youth.caseworker', [...own, ...notice, ...support]],
    ['district.child-youth.deputy-unit-manager', [...both, ...notice, ...support]],
    ['district.aof.deputy-unit-manager', [...theirs, ...notice, ...support]],
  ])('%s: the columns, and none beside them', async (userName, columns) => {
    expect(cellsOf(await reports.workbook(userName, 'VT2027', today), 'Inventering')[0]).toEqual(columns);
  });

  it.each(['osthammar.administrator', 'osthammar.bi-reader', 'osthammar.log-reviewer', 'district.controller', 'district.administrator'])(
    '%s: nothing', async (userName) => {
      expect(await refusal(userName)).toMatchObject({ kind: 'FORBIDDEN' });
    });

  it("another organisation's inventory: as though it were not there", async () => {
    expect(await refusal('osthammar.child-youth.operations-manager', 'VT2027', today, 'district')).toMatchObject({ kind: 'NOT_FOUND' });
    expect(await refusal('osthammar.child-youth.operations-manager', 'VT2027', today, 'nowhere')).toMatchObject({ kind: 'NOT_FOUND' });
  });

  it('a routine without an inventory, a term that is none: refused in words', async () => {
    expect(await refusal('ifo-units.adult.coordinator')).toMatchObject({ code: 'NO_INVENTORY' });
    expect(await refusal('district.aof.unit-manager', 'HT26')).toMatchObject({ code: 'TERM_INVALID', path: 'term' });
  });
});

describe('the counts', () => {
  it('are the same for everybody who may have them, whatever rows they see', async () => {
    const users = ['child-youth.deputy-unit-manager', 'aof.deputy-unit-manager', 'youth.unit-manager', 'iof.department-head'];
    const counts = await Promise.all(users.map(async (user) => (await reports.build(`district.${user}`, 'VT2027', today)).counts));
    expect(counts[0]?.totals.known).toBeGreaterThan(50);
    for (const other of counts.slice(1)) expect(other).toEqual(counts[0]);
  });

  it('add up in the file, and to the rows of whoever sees all of them', async () => {
    const file = await reports.workbook('district.child-youth.deputy-unit-manager', 'VT2027', today);
    const sheet = cellsOf(file, 'Antal');
    const known = sheet.find(([label]) => label === 'Kända överföringar')?.[1];
    expect(known).toBe(cellsOf(file, 'Inventering').length - 1);
    expect(sheet.find(([label]) => label === 'Summa')?.at(-1)).toBe(known);
    expect(sheet.find(([label]) => label === 'Oklart ansvar')?.[1]).toBe(cellsOf(file, 'Oklart ansvar').length - 1);
  });

  it('come without a single person', async () => {
    const report = await reports.build('district.aof.department-head', 'VT2027', today);
    expect(report).toMatchObject({ rows: [], personIds: [], content: { sheets: [] } });
  });
});

describe('the rows', () => {
  it("of another unit tell of no LVU care, and name nobody without consent to the reader's unit", async () => {
    const { rows } = await reports.build('district.aof.deputy-unit-manager', 'VT2027', today);
    expect(rows.length).toBeGreaterThan(50);
    for (const { row } of rows) {
      expect(row).toMatchObject({ lvu: null, caseworker: null, exception: null, explanation: null });
      if (row.name === 'Maskerat' || row.name === 'Skyddade personuppgifter') expect(row).toMatchObject({ number: null, birthDate: null });
    }
    const named = rows.filter(({ row }) => row.number !== null);
    expect(named.length).toBeGreaterThan(0);
    expect(named.every(({ row }) => row.consent === 'GIVEN')).toBe(true);
  });

  it('of protected persons say so, with the age alone, also to the own unit', async () => {
    const { rows } = await reports.build('osthammar.child-youth.caseworker', 'VT2027', today);
    const hidden = rows.filter(({ row }) => row.name === 'Skyddade personuppgifter');
    expect(hidden.length).toBeGreaterThan(0);
    for (const { row } of hidden) expect(row).toMatchObject({ number: null, birthDate: null, birthMonth: null, age: expect.any(Number) });
  });

  it('lose their names on the day the consent is withdrawn', async () => {
    const ask = async (): Promise<string[]> => {
      const { rows } = await reports.build('osthammar.adult.operations-manager', 'VT2027', today);
      return rows.filter(({ row }) => row.number !== null).map(({ row }) => row.reference ?? '');
    };
    const before = await ask();
    expect(before.length).toBeGreaterThan(0);
    await withClient(reports.superuserUrl, (client) => client.query(`
      update consent set withdrawn_on = greatest(valid_from, (now() at time zone 'Europe/Stockholm')::date)
        where purpose = 'NAMED_SHARING' and organisation_id = (select id from organisation where key = 'osthammar')`));
    expect(await ask()).toEqual([]);
  });

  it('stand in the preview and in the CSV as in the file', async () => {
    const report = await reports.build('district.youth.caseworker', 'VT2027', today);
    const csv = (await reports.csv('district.youth.caseworker', 'VT2027', today)).trimEnd().split('\r\n');
    expect(csv[0]).toMatch(/^\uFEFFLista;Ärende;Namn;Personnummer;Född;Ålder;/u);
    expect(csv.length - 1).toBe(report.rows.length);
    expect(report.content.sheets.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(report.rows.length);
    const counted = (await reports.csv('district.aof.department-head', 'VT2027', today)).split('\r\n');
    expect(counted[0]).toMatch(/^\uFEFFMottagare;Månad;Boendestöd;/u);
  });
});

describe('the second wall, in the database', () => {
  it('hands out identity only for own units or by consent, never of the protected', async () => {
    const candidates = await reports.candidates('district.child-youth.deputy-unit-manager');
    const hidden = candidates.filter(({ named, isProtected }) => !named || isProtected);
    expect(hidden.length).toBeGreaterThan(20);
    expect(hidden.filter(({ own }) => own).length).toBeGreaterThan(0);
    for (const candidate of hidden) expect(candidate).toMatchObject({ givenName: null, familyName: null, number: null });
    for (const candidate of candidates.filter(({ own }) => !own)) expect(candidate.caseworker).toBeNull();
  });

  it("hands out own units' cases alone to who may see no others, and nothing to who may see none", async () => {
    const own = await reports.candidates('district.youth.caseworker');
    expect(own.length).toBeGreaterThan(10);
    expect(new Set(own.map(({ unit }) => unit))).toEqual(new Set(['YOUTH']));
    for (const user of ['district.aof.caseworker', 'district.administrator', 'district.controller', 'district.bi-reader']) {
      expect(await reports.candidates(user)).toEqual([]);
    }
  });
});

describe('the cover', () => {
  it('says what, of what day, by which rules, for whom, when, how many and how secret', async () => {
    const report = await reports.build('district.child-youth.deputy-unit-manager', 'VT2027', '2026-10-01');
    const lines = new Map(report.content.cover.lines.map(({ label, value }) => [label.sv, value]));
    expect(Object.fromEntries(lines)).toMatchObject({
      'Egen enhet': 'Barn och unga',
      Innehåll: 'egna enhetens rader; andra enheters rader, maskerade; antal för hela organisationen',
      Termin: 'VT2027: 2027-01-01 – 2027-06-30',
      Avstämningsdag: { date: '2026-10-01' },
      Regler: 'R3-37',
      Uttagen: '2026-11-22 10:14',
      'Export-id': report.exportId,
    });
    expect(lines.get('Rutin')).toMatch(/\(DISTRICT\), version från 2018-02-22$/u);
    expect(lines.get('Uttagen av')).toMatch(/, biträdande enhetschef$/u);
    expect(lines.get('Rader: Inventering')).toBe(report.rows.filter(({ sheet }) => sheet === 'known').length);
    const file = await reports.workbook('district.child-youth.deputy-unit-manager', 'VT2027', '2026-10-01');
    expect(cellsOf(file, 'Omslag').flat()).toContain('Sekretess 26 kap. OSL');
  });
});

describe('an inventory of nothing', () => {
  it('is still a good file', async () => {
    const file = await reports.workbook('osthammar.adult.caseworker', 'VT2027', today);
    expect(defectsOf(file)).toEqual([]);
    expect(cellsOf(file, 'Inventering')[1]?.[0]).toBe('Inga kända överföringar');
    expect(cellsOf(file, 'Tidig lista')[1]?.[0]).toBe('Ingen på den tidiga listan');
  });
});

describe('names that are formulas', () => {
  const payloads = ['=HYPERLINK("http://x";"y")', "+cmd|' /C calc'!A0", '-2+3', '@SUM(1)', '\tx', '\r=1'];
  it('are texts in every cell, of persons, units, staff and organisation alike', async () => {
    await withClient(reports.superuserUrl, async (client) => {
      await client.query(`update person set family_name = ($1::text[])[1 + abs(hashtext(id::text)) % 6] where organisation_id = (select id from organisation where key = 'district')`, [payloads]);
      await client.query(`update unit set name = '=' || name where organisation_id = (select id from organisation where key = 'district')`);
      await client.query(`update staff set display_name = '@' || display_name where organisation_id = (select id from organisation where key = 'district')`);
      await client.query(`update organisation set name = '+' || name where key = 'district'`);
    });
    const user = 'district.child-youth.deputy-unit-manager';
    const file = await reports.workbook(user, 'VT2027', today);
    expect(defectsOf(file)).toEqual([]);
    const texts = tabsOf(file).flatMap((tab) => cellsOf(file, tab).flat()).filter((cell) => typeof cell === 'string');
    expect(texts.filter((text) => /^[\s]*[=+\-@]|^[\t\r\n]/u.test(text))).toEqual([]);
    expect(texts.filter((text) => text.startsWith("'")).length).toBeGreaterThan(100);
    const csv = await reports.csv(user, 'VT2027', today);
    expect(csv.split(/;|\r\n/u).filter((cell) => /^"?[=+@]|^"?-(?!\d+$)/u.test(cell))).toEqual([]);
  });
});

describe('an export', () => {
  const audited = async (outcome: string): Promise<Record<string, unknown>[]> =>
    withClient(reports.superuserUrl, async (client) => {
      const { rows } = await client.query<Record<string, unknown>>(
        `select actor, operation, object_type, object_id, person_ids, rule_ids, details from audit_event where outcome = $1 order by id desc limit 1`, [outcome]);
      return rows;
    });

  it('is audited with what, for which term and day, and the persons in it, before it leaves', async () => {
    const file = await reports.export('osthammar.child-youth.caseworker', 'VT2027', today);
    expect(file).toMatchObject({ name: 'inventering-osthammar-VT2027-2026-11-22.xlsx', mediaType: expect.stringContaining('spreadsheetml') });
    const { personIds, rows } = await reports.build('osthammar.child-youth.caseworker', 'VT2027', today);
    expect(await audited('EXPORTED')).toEqual([{
      actor: 'osthammar.child-youth.caseworker', operation: 'report.term-inventory', object_type: 'report', object_id: file.exportId,
      person_ids: personIds, rule_ids: ['R0-26', 'R0-30', 'R0-31'],
      details: { format: 'xlsx', term: 'VT2027', asOf: today, organisation: 'osthammar', rows: rows.length, persons: personIds.length, counts: false },
    }]);
  });

  it('that is refused is audited too', async () => {
    await expect(reports.export('osthammar.administrator', 'VT2027', today)).rejects.toBeInstanceOf(Fault);
    expect(await audited('REFUSED')).toMatchObject([{ actor: 'osthammar.administrator', operation: 'report.term-inventory', person_ids: [], details: { code: 'FORBIDDEN' } }]);
  });
});
