import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Problems } from '../../src/import/problem.model.ts';
import { readSource, type SourceTable } from '../../src/import/source-file.ts';

async function read(content: string | Uint8Array, name = 'cases.csv'): Promise<SourceTable | undefined> {
  const problems = new Problems();
  const table = await readSource({ name, content: typeof content === 'string' ? new TextEncoder().encode(content) : content }, problems);
  expect(problems.list()).toEqual([]);
  return table;
}

const expected = { file: 'cases.csv', header: ['external_id', 'person'], rows: [{ line: 2, cells: ['c1', 'Åsa'] }, { line: 3, cells: ['c2', ''] }] };

describe('a CSV file is read', () => {
  it.each([
    ['with commas', 'external_id,person\nc1,Åsa\nc2,\n'],
    ['with semicolons', 'external_id;person\nc1;Åsa\nc2;\n'],
    ['with a byte-order mark and Windows line ends', '\uFEFFexternal_id;person\r\nc1;Åsa\r\nc2;\r\n'],
    ['with quotes', '"external_id","person"\n"c1","Åsa"\nc2,""'],
    ['with blanks around its cells', 'external_id , person\n c1 , Åsa\nc2, \n'],
  ])('%s', async (_, text) => {
    expect(await read(text)).toEqual(expected);
  });

  it('with the separator of its header only: the other is text', async () => {
    expect((await read('external_id;person\nc1;a,b\n'))?.rows[0]?.cells).toEqual(['c1', 'a,b']);
  });

  it('with the line on which each row begins', async () => {
    const table = await read('external_id,person\nc1,"two\nlines"\n\nc2,one\nc3,"three\n\nlines"\nc4,x\n');
    expect(table?.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([[2, 'c1'], [5, 'c2'], [6, 'c3'], [9, 'c4']]);
  });
});

describe('a workbook is read', () => {
  async function workbook(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Blad1');
    for (const row of rows) sheet.addRow(row);
    book.addWorksheet('Blad2').addRow(['not', 'read']);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  it('from its first sheet, as the same text as a CSV file', async () => {
    const content = await workbook([['external_id', 'person'], ['c1', 'Åsa'], ['c2', null]]);
    expect(await read(content, 'cases.xlsx')).toEqual({ ...expected, file: 'cases.xlsx' });
  });

  it('with dates, numbers, yes and no, formulas, links and formatted text as text', async () => {
    const day = Temporal.Instant.from('2026-02-28T00:00:00Z').epochMilliseconds;
    const serial = { formula: 'A1+1', result: 7 };
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Blad1');
    sheet.addRow(['a', 'b', 'c', 'd', 'e', 'f']);
    sheet.addRow([day / 86_400_000 + 25_569, 200702282385, true, serial, { text: 'länk', hyperlink: 'https://example.org' }, { richText: [{ text: 'fet' }, { text: 'stil' }] }]);
    sheet.getCell('A2').numFmt = 'yyyy-mm-dd';
    const table = await read(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx');
    expect(table?.rows).toEqual([{ line: 2, cells: ['2026-02-28', '200702282385', 'true', '7', 'länk', 'fetstil'] }]);
  });
});
