/** A sheet as the page shows it before the download: the very columns and rows of the file, in words. */
import { wordsFor, type Language } from './cell.rules.ts';
import type { LaidOutSheet, Value } from './lay-out.rules.ts';

export interface Preview {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Header and rows as texts in one language. */
export function previewSheet(sheet: LaidOutSheet, language: Language): Preview {
  return {
    name: sheet.name,
    header: sheet.columns.map(({ column }) => column.label[language]),
    rows: sheet.rows.map((row) => sheet.columns.map(({ column }, at) => wordsFor(column, row[at] ?? null, language))),
  };
}

/** Rows as records by column key, for GraphQL; what the caller may not see has no key. */
export function recordsOf(sheet: LaidOutSheet): readonly Readonly<Record<string, Value>>[] {
  return sheet.rows.map((row) => Object.fromEntries(sheet.columns.map(({ key }, at) => [key, row[at] ?? null])));
}
