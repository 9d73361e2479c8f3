/** The demo organisations: who may sign in, who is in them, and that their files are the generator's. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { withClient } from '../../src/database/roles.ts';
import { columnGuide } from '../../src/import/column-guide.ts';
import { columns } from '../../src/import/columns.ts';
import { fileKinds, type Columns } from '../../src/import/columns.model.ts';
import { demoFolder, demoOrganisations, loadDemonstration } from '../../src/import/demonstration.usecase.ts';
import { importFiles, type ImportOutcome } from '../../src/import/import-files.usecase.ts';
import type { SourceFile } from '../../src/import/source-file.ts';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { findProjectRoot } from '../../src/kernel/project-root.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import { buildDemonstration, toCsv } from '../../src/tools/generate-demo.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemonstration(database.ownerUrl);
});

afterAll(async () => {
  await database.drop();
});

async function ask<T>(sql: string): Promise<readonly T[]> {
  return withClient(database.superuserUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows as readonly unknown[] as readonly T[]);
}

describe('the files', () => {
  it.each(demoOrganisations)('of %s are what the generator writes', async (key) => {
    const demo = buildDemonstration().find((one) => one.key === key);
    for (const kind of fileKinds) {
      expect(await readFile(join(demoFolder(key), `${kind}.csv`), 'utf8')).toBe(toCsv(demo?.files[kind] ?? [], Object.keys(columns[kind])));
    }
  });

  it('are loaded once: a second start finds its data again', async () => {
    const before = await ask('select count(*) from audit_event');
    await loadDemonstration(database.ownerUrl);
    expect(await ask('select count(*) from audit_event')).toEqual(before);
  });
});

describe('the users', () => {
  const wanted = [
    ...['child-youth', 'adult'].flatMap((unit) => [
      [`osthammar.${unit}.caseworker`, 'CASEWORKER', unit], [`osthammar.${unit}.intake`, 'INTAKE', unit],
      [`osthammar.${unit}.coordinator`, 'COORDINATOR', unit], [`osthammar.${unit}.operations-manager`, 'OPERATIONS_MANAGER', unit],
    ]),
    ['osthammar.needs-assessment.caseworker', 'CASEWORKER', 'needs-assessment'],
    ['osthammar.needs-assessment.area-manager', 'AREA_MANAGER', 'needs-assessment'],
    ['osthammar.ifo-head', 'IFO_HEAD', 'department IFO'],
    ['osthammar.voo-head', 'VOO_HEAD', 'department VOO'],
    ['osthammar.management-group', 'MANAGEMENT_GROUP', 'organisation'],
    ...['child-youth', 'adult', 'addiction', 'intake-assessment', 'refugee-reception'].flatMap((unit) => [
      [`ifo-units.${unit}.caseworker`, 'CASEWORKER', unit], [`ifo-units.${unit}.coordinator`, 'COORDINATOR', unit],
    ]),
    ...['child-youth', 'youth', 'aof'].flatMap((unit) => [
      [`district.${unit}.caseworker`, 'CASEWORKER', unit], [`district.${unit}.deputy-unit-manager`, 'DEPUTY_UNIT_MANAGER', unit],
      [`district.${unit}.unit-manager`, 'UNIT_MANAGER', unit],
    ]),
    ['district.iof.department-head', 'DEPARTMENT_HEAD', 'department IOF'],
    ['district.aof.department-head', 'DEPARTMENT_HEAD', 'department AOF'],
    ['district.controller', 'CONTROLLER', 'organisation'],
    ...demoOrganisations.flatMap((key) => [
      [`${key}.bi-reader`, 'BI_READER', 'organisation'], [`${key}.administrator`, 'ADMINISTRATOR', 'organisation'], [`${key}.log-reviewer`, 'LOG_REVIEWER', 'organisation'],
    ]),
  ];

  it.each(wanted)('%s is %s of %s', async (userName, role, place) => {
    const found = await ask(`select m.role, coalesce(u.external_id, 'department ' || d.key, 'organisation') as place
      from staff s join membership m on m.staff_id = s.id left join unit u on u.id = m.unit_id left join department d on d.id = m.department_id
      where s.user_name = '${userName}' and m.valid_from <= '2026-11-22' and coalesce(m.valid_until > '2026-11-22', true)`);
    expect(found).toEqual([{ role, place }]);
  });

  it('include one whose membership has ended', async () => {
    expect(await ask(`select 1 as one from membership where valid_until <= '2026-11-22' limit 1`)).toHaveLength(1);
  });
});

describe.each(demoOrganisations)('the persons of %s', (key) => {
  const ofOrganisation = `from person p join organisation o on o.id = p.organisation_id where o.key = '${key}'`;

  it('are at least 400, of all ages, most of them young', async () => {
    const [row] = await ask<{ all: number; decades: number[]; young: number }>(`select count(*)::int as all,
      array_agg(distinct extract(year from age('2026-11-22', birth_date))::int / 10) filter (where birth_date is not null) as decades,
      count(*) filter (where birth_date between '2005-05-22' and '2009-11-22')::int as young ${ofOrganisation}`);
    expect(row?.all).toBeGreaterThanOrEqual(400);
    expect(row?.decades).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5, 6, 7, 8]));
    expect((row?.young ?? 0) / (row?.all ?? 1)).toBeGreaterThan(0.2);
  });

  it("bear only numbers of Skatteverket's test pattern", async () => {
    expect(await ask(`select number ${ofOrganisation} and number is not null and number !~ '^[0-9]{8}(23[89][0-9]|R238)$'`)).toEqual([]);
  });

  it('include protected ones of both kinds, coordination numbers without day or month, partial and differing births, and a death', async () => {
    const [row] = await ask(`select array_agg(distinct protection order by protection) as protection,
      bool_or(number_kind = 'COORDINATION_NUMBER' and length(born) = 7) as no_day, bool_or(number_kind = 'COORDINATION_NUMBER' and length(born) = 4) as no_month,
      bool_or(number_kind = 'NONE' and length(born) < 10) as partial, bool_or(deceased_on is not null) as deceased,
      bool_or(number_kind = 'PERSONAL_NUMBER' and replace(born, '-', '') <> left(number, 8)) as differing,
      bool_or(born like '%-02-29') as leap ${ofOrganisation}`);
    expect(row).toEqual({
      protection: ['CONFIDENTIALITY_MARKED', 'NONE', 'PROTECTED_REGISTRATION'], no_day: true, no_month: true, partial: true, deceased: true, differing: true, leap: true,
    });
  });

  it('have no case from before they were born', async () => {
    expect(await ask(`select p.external_id from person p join organisation o on o.id = p.organisation_id join case_record c on c.person_id = p.id
      where o.key = '${key}' and c.opened_on < c.born_from`)).toEqual([]);
  });

  it('include some who are active at several units, a withdrawn consent, and a case that ended two years ago', async () => {
    const [row] = await ask(`select
      exists (select from case_record c join case_record d on d.person_id = c.person_id and d.unit_id <> c.unit_id
        where c.organisation_id = o.id and c.closed_on is null and d.closed_on is null) as several,
      exists (select from consent c where c.organisation_id = o.id and c.withdrawn_on is not null) as withdrawn,
      exists (select from case_record c where c.organisation_id = o.id and c.closed_on = '2024-11-23') as ended,
      exists (select from relation r where r.organisation_id = o.id and r.kind = 'GUARDIAN') as guardians
      from organisation o where o.key = '${key}'`);
    expect(row).toEqual({ several: true, withdrawn: true, ended: true, guardians: true });
  });
});

describe('the columns', () => {
  it('are told in schema/case-load.md', async () => {
    expect(await readFile(join(findProjectRoot(), 'schema', 'case-load.md'), 'utf8')).toBe(columnGuide());
  });

  const importAgain = async (files: readonly SourceFile[]): Promise<ImportOutcome> =>
    importFiles({ ownerUrl: database.ownerUrl, organisationKey: 'osthammar', files, today: asLocalDate('2026-11-22'), routines: loadRoutines() });

  async function tables(): Promise<readonly { kind: (typeof fileKinds)[number]; lines: string[] }[]> {
    return Promise.all(fileKinds.map(async (kind) => ({ kind, lines: (await readFile(join(demoFolder('osthammar'), `${kind}.csv`), 'utf8')).trimEnd().split('\n') })));
  }

  it('may bear their Swedish names, with semicolons between', async () => {
    const files = (await tables()).map(({ kind, lines: [header = '', ...rows] }) => {
      const declared: Columns = columns[kind];
      const swedish = header.split(',').map((name) => declared[name]?.aliases[0] ?? name);
      return { name: `${kind}.csv`, content: new TextEncoder().encode([swedish.join(';'), ...rows.map((row) => row.replaceAll(',', ';'))].join('\n')) };
    });
    const { problems, files: imported } = await importAgain(files);
    expect(problems).toEqual([]);
    expect(imported.filter(({ counts }) => counts.new + counts.changed > 0)).toEqual([]);
    expect(imported.map(({ kind }) => kind)).toEqual(fileKinds);
  });

  it('may stand in workbooks', async () => {
    const files = await Promise.all((await tables()).map(async ({ kind, lines }) => {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('Blad1');
      for (const line of lines) sheet.addRow(line.split(','));
      return { name: `${kind}.xlsx`, content: new Uint8Array(await book.xlsx.writeBuffer()) };
    }));
    const { problems, files: imported } = await importAgain(files);
    expect(problems).toEqual([]);
    expect(imported.filter(({ counts }) => counts.new + counts.changed > 0)).toEqual([]);
  });
});
