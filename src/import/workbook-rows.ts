/** The first sheet of a workbook as rows of text. Dates become `YYYY-MM-DD`; a formula counts as its last result. */
import ExcelJS from 'exceljs';
import type { SourceRow } from './source-file.ts';

/** @throws Error where the content is no workbook */
export async function readWorkbook(content: Uint8Array): Promise<readonly SourceRow[]> {
  const workbook = new ExcelJS.Workbook();
  const bytes = new ArrayBuffer(content.byteLength);
  new Uint8Array(bytes).set(content);
  await workbook.xlsx.load(bytes);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  const rows: SourceRow[] = [];
  sheet.eachRow((row, line) => {
    const cells = Array.from({ length: sheet.columnCount }, (_, index) => cellText(row.getCell(index + 1).value));
    rows.push({ line, cells });
  });
  return rows;
}

function cellText(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value).trim();
  if ('toISOString' in value) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('').trim();
  if ('text' in value) return value.text.trim();
  if ('result' in value) return cellText(value.result);
  return '';
}
