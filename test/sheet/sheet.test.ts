import { beforeAll, describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { plainText, serialNumber } from '../../src/sheet/cell.rules.ts';
import { writeCsvSheets } from '../../src/sheet/csv.ts';
import { defineReport, type RowOf } from '../../src/sheet/define-report.ts';
import { layOut, maskRow } from '../../src/sheet/lay-out.rules.ts';
import { previewSheet, recordsOf } from '../../src/sheet/preview.ts';
import { writeWorkbook } from '../../src/sheet/workbook.ts';
import type { WorkbookContent } from '../../src/sheet/workbook.model.ts';
import { cellsOf, defectsOf, openWorkbook, partsOf, unescaped } from './workbook-parts.ts';

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: `${text} (en)` });

const colours = {
  key: 'colour',
  label: words('Färg'),
  codes: { RED: { sv: 'Röd', en: 'Red', tone: 'ALARM' }, BLUE: { sv: 'Blå', en: 'Blue' } },
} as const;

const boats = defineReport({
  key: 'boats',
  title: words('Båtar'),
  classification: 'Hemligt',
  classes: ['open', 'secret'],
  audiences: { crew: ['open', 'secret'], visitor: ['open'] },
  columns: {
    name: { type: 'text', class: 'secret', width: 20, label: words('Namn'), description: words('Båtens namn'), instead: { visitor: 'Maskerat' } },
    built: { type: 'date', class: 'open', width: 12, label: words('Byggd'), description: words('Dag') },
    masts: { type: 'number', class: 'open', width: 8, label: words('Master'), description: words('Antal') },
    sails: { type: 'yes-no', class: 'open', width: 8, label: words('Seglar'), description: words('Ja eller nej') },
    hull: { type: 'code', class: 'open', width: 8, codes: colours, label: words('Skrov'), description: words('Färg') },
    flags: { type: 'several', class: 'secret', width: 8, codes: colours, label: words('Flaggor'), description: words('Färger') },
  },
  tones: { hull: ['built', 'hull'] },
  sheets: {
    all: {
      name: 'Båtar', table: 'Batar', title: words('Båtar'), description: words('Alla'), empty: words('Inga båtar'),
      columns: ['name', 'built', 'masts', 'sails', 'hull', 'flags'],
    },
  },
});
type Boat = RowOf<typeof boats>;

const vasa: Boat = { name: 'Vasa', built: asLocalDate('1928-03-01'), masts: 3, sails: false, hull: 'RED', flags: ['RED', 'BLUE'] };
const payloads = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1+1', '＝1', '=HYPERLINK("http://x";"y")', "=cmd|' /C calc'!A0"];

function workbookOf(rows: readonly Boat[], audience: 'crew' | 'visitor' = 'crew'): WorkbookContent {
  return {
    cover: {
      title: words('Båtar'), classification: 'Hemligt', remarks: [words('=remark')],
      lines: [
        { label: words('Vem'), value: '=evil' },
        { label: words('Dag'), value: { date: asLocalDate('2026-11-22') } },
        { label: words('Antal'), value: 3 },
      ],
    },
    sheets: [layOut(boats, 'all', rows.map((row) => ({ audience, row })), { audiences: [audience] })],
    counts: [{
      name: 'Antal', title: words('Antal'),
      tables: [{
        table: 'AntalBatar', heading: words('Per hamn'),
        columns: [{ label: words('Hamn'), width: 20, type: 'text' }, { label: words('Båtar'), width: 8, type: 'number' }],
        rows: rows.length === 0 ? [] : [['@hamn', 2]], total: ['Summa', 2],
      }],
    }],
    definitions: [{ term: words('=term'), meaning: words('+meaning') }],
    properties: { author: '=author', exportId: 'e-1', madeAt: '2026-11-22 10:00' },
  };
}

describe('a text in a cell', () => {
  it.each(payloads)('%p is no formula', (text) => {
    expect(plainText(text)).toBe(`'${text}`);
  });
  it('is left as it is where it cannot be a formula', () => {
    expect(plainText("Ärlig text: 1+1=2, a@b, 'citat'")).toBe("Ärlig text: 1+1=2, a@b, 'citat'");
  });
  it('loses characters that XML cannot hold', () => {
    expect(plainText('a\u0000b\u0007c\uFFFFd\ne')).toBe('abcd\ne');
  });
  it('is cut before Excel would refuse it', () => {
    expect(plainText('x'.repeat(50_000)).length).toBeLessThan(32_767);
  });
});

describe('a date in a cell', () => {
  it.each([['1900-03-01', 61], ['2000-01-01', 36526], ['2026-11-22', 46348], ['2028-02-29', 46812]])('%s is day %i', (date, serial) => {
    expect(serialNumber(asLocalDate(date))).toBe(serial);
  });
});

describe('what an audience may see', () => {
  it('is taken away by the class of the column, or replaced by words that say so', () => {
    expect(maskRow(boats, { audience: 'visitor', row: vasa })).toEqual({
      name: 'Maskerat', built: '1928-03-01', masts: 3, sails: false, hull: 'RED', flags: null,
    });
    expect(maskRow(boats, { audience: 'crew', row: vasa })).toEqual(vasa);
  });

  it('decides the columns before there are cells', () => {
    const sheet = layOut(boats, 'all', [{ audience: 'visitor', row: vasa }], { audiences: ['visitor'], omit: ['masts'] });
    expect(sheet.columns.map(({ key }) => key)).toEqual(['built', 'sails', 'hull']);
    expect(sheet.rows).toEqual([['1928-03-01', false, 'RED']]);
    expect(recordsOf(sheet)).toEqual([{ built: '1928-03-01', sails: false, hull: 'RED' }]);
  });

  it('shows a column when one of several audiences has it, each row by its own', () => {
    const rows = [{ audience: 'visitor', row: vasa }, { audience: 'crew', row: vasa }] as const;
    const sheet = layOut(boats, 'all', rows, { audiences: ['crew', 'visitor'] });
    expect(previewSheet(sheet, 'sv')).toEqual({
      name: 'Båtar',
      header: ['Namn', 'Byggd', 'Master', 'Seglar', 'Skrov', 'Flaggor'],
      rows: [['Maskerat', '1928-03-01', '3', 'Nej', 'Röd', ''], ['Vasa', '1928-03-01', '3', 'Nej', 'Röd', 'Röd, Blå']],
    });
    expect(previewSheet(sheet, 'en').rows[1]).toEqual(['Vasa', '1928-03-01', '3', 'No', 'Red', 'Red, Blue']);
  });

  it('refuses names that Excel would', () => {
    expect(() => defineReport({ ...boats, sheets: { all: { ...boats.sheets.all, table: 'Båtar' } } })).toThrow('ASCII');
    expect(() => defineReport({ ...boats, sheets: { all: { ...boats.sheets.all, name: 'a/b' } } })).toThrow('name of a tab');
  });
});

describe('a workbook', () => {
  let file: Uint8Array;
  beforeAll(async () => {
    file = await writeWorkbook(workbookOf([vasa, ...payloads.map((name) => ({ ...vasa, name, built: null }))]));
  });

  it('is a sound package without a live formula', () => {
    expect(defectsOf(file)).toEqual([]);
  });

  it('holds texts, numbers and serial numbers, and nothing else', () => {
    const [header, first, ...others] = cellsOf(file, 'Båtar');
    expect(header).toEqual(['Namn', 'Byggd', 'Master', 'Seglar', 'Skrov', 'Flaggor']);
    expect(first).toEqual(['Vasa', serialNumber(asLocalDate('1928-03-01')), 3, 'Nej', 'Röd', 'Röd, Blå']);
    expect(others.map(([name]) => name)).toEqual(payloads.map((name) => `'${name}`));
    expect(cellsOf(file, 'Omslag').flat()).toEqual(expect.arrayContaining(["'=evil", serialNumber(asLocalDate('2026-11-22')), 3, "'=remark"]));
    expect(cellsOf(file, 'Antal').flat()).toEqual(expect.arrayContaining(["'@hamn", 'Summa', 2]));
    expect(cellsOf(file, 'Definitioner').flat()).toEqual(expect.arrayContaining(["'=term", "'+meaning", 'Båtens namn']));
  });

  it('reads the same through exceljs, dates as dates', async () => {
    const sheet = (await openWorkbook(file)).getWorksheet('Båtar');
    const built = sheet?.getCell('B2');
    expect(built?.numFmt).toBe('yyyy-mm-dd');
    expect(JSON.stringify(built?.value)).toBe('"1928-03-01T00:00:00.000Z"');
    expect(sheet?.getTables()).toHaveLength(1);
  });

  it('has a frozen, repeated header, A4 landscape and page numbers', () => {
    const xml = partsOf(file).get('xl/worksheets/sheet2.xml') ?? '';
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/u);
    expect(xml).toContain('Sida &amp;P av &amp;N');
    expect(unescaped(partsOf(file).get('xl/workbook.xml') ?? '')).toMatch(/_xlnm.Print_Titles" localSheetId="1"[^<]*'Båtar'!\$1:\$1/u);
  });

  it('offers the words of a code column from the code sheet, and colours by the word', () => {
    const xml = partsOf(file).get('xl/worksheets/sheet2.xml') ?? '';
    expect(xml).toMatch(/<dataValidation type="list"[^>]*sqref="E2:E13"[^>]*>\s*<formula1>Koder!\$B\$2:\$B\$3<\/formula1>/u);
    const codes = cellsOf(file, 'Koder');
    expect([codes[1]?.[1], codes[2]?.[1]]).toEqual(['Röd', 'Blå']);
    expect(unescaped(xml)).toMatch(/<conditionalFormatting sqref="B2:B13">.*?<formula>\$E2="Röd"<\/formula>/su);
  });

  it('protects cover, definitions and codes, and leaves the rows to be sorted', () => {
    const isProtected = ['Omslag', 'Båtar', 'Antal', 'Definitioner', 'Koder'].map((_, at) =>
      (partsOf(file).get(`xl/worksheets/sheet${at + 1}.xml`) ?? '').includes('<sheetProtection'));
    expect(isProtected).toEqual([true, false, false, true, true]);
  });

  it('carries who, what and the export id in its properties', () => {
    const core = partsOf(file).get('docProps/core.xml') ?? '';
    expect(core).toContain('e-1');
    expect(core).toContain('Hemligt');
    expect(core).toContain('&apos;=author');
  });

  it('without rows says so in one and stays sound', async () => {
    const empty = await writeWorkbook(workbookOf([]));
    expect(defectsOf(empty)).toEqual([]);
    expect(cellsOf(empty, 'Båtar')[1]?.[0]).toBe('Inga båtar');
    expect(cellsOf(empty, 'Antal').flat()).toContain('Inga');
  });
});

describe('CSV', () => {
  it('is UTF-8 with byte-order mark and semicolons, and escapes what starts like a formula', () => {
    const rows = ['=1+1', 'a;b', 'c"d'].map((name) => ({ audience: 'crew', row: { ...vasa, name, masts: -3 } }) as const);
    const csv = writeCsvSheets([layOut(boats, 'all', rows, { audiences: ['crew'], omit: ['sails', 'flags'] })]);
    expect(csv).toBe(
      '\uFEFFLista;Namn;Byggd;Master;Skrov\r\n' +
        "Båtar;'=1+1;1928-03-01;-3;Röd\r\n" +
        'Båtar;"a;b";1928-03-01;-3;Röd\r\n' +
        'Båtar;"c""d";1928-03-01;-3;Röd\r\n',
    );
  });
});
