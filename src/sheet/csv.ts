/** CSV for Excel in Swedish: UTF-8 with byte-order mark, semicolons, texts escaped as in the workbook. */
import { stringify } from 'csv-stringify/sync';
import { plainText, wordsFor, type Primitive } from './cell.rules.ts';
import type { LaidOutSheet } from './lay-out.rules.ts';

/** Header and rows as CSV. Dates are `YYYY-MM-DD`. */
export function writeCsvRows(header: readonly string[], rows: readonly (readonly Primitive[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? plainText(cell) : cell)));
  return stringify(cells, { bom: true, delimiter: ';', record_delimiter: 'windows' });
}

/** Sheets one below the other under one header, the first column saying which sheet (`Lista`) a row belongs to. */
export function writeCsvSheets(sheets: readonly LaidOutSheet[]): string {
  const columns = new Map(sheets.flatMap((sheet) => sheet.columns.map(({ key, column }) => [key, column] as const)));
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.map((row) => {
      const cells = [...columns].map(([key, column]): Primitive => {
        const value = row[sheet.columns.findIndex((shown) => shown.key === key)] ?? null;
        return typeof value === 'number' ? value : wordsFor(column, value);
      });
      return [sheet.name, ...cells];
    }),
  );
  return writeCsvRows(['Lista', ...[...columns.values()].map(({ label }) => label.sv)], rows);
}
