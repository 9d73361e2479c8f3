/** From rows to what may leave: first the caller's columns are chosen and hidden values taken away, then cells exist. */
import type { Bilingual } from '../kernel/text.ts';
import type { AudienceOf, Column, ColumnKeyOf, ReportDefinition, RowOf, SheetKeyOf, Tone } from './define-report.ts';

/** What a cell can hold before it is written. Dates are local dates, codes are their keys. */
export type Value = string | number | boolean | readonly string[] | null;

/** A row with the audience it is for: the caller's own unit, another unit, … as the report names them. */
export interface AddressedRow<R extends { readonly columns: object; readonly audiences: object }> {
  readonly audience: AudienceOf<R>;
  readonly row: RowOf<R>;
}

export interface LaidOutColumn {
  readonly key: string;
  readonly column: Column;
}

/** Colours the columns at `positions` by the word in the column at `by`. */
export interface LaidOutTone {
  readonly by: number;
  readonly positions: readonly number[];
  readonly words: readonly { readonly word: string; readonly tone: Tone }[];
}

/** One sheet, as the caller may see it: nothing hidden is in here. */
export interface LaidOutSheet {
  readonly key: string;
  readonly name: string;
  readonly table: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly empty: Bilingual;
  readonly columns: readonly LaidOutColumn[];
  readonly rows: readonly (readonly Value[])[];
  readonly tones: readonly LaidOutTone[];
}

/** The row with every value that its audience may not see taken away. */
export function maskRow<R extends ReportDefinition>(report: R, { audience, row }: AddressedRow<R>): RowOf<R> {
  const shown = report.audiences[audience] ?? [];
  const masked: Record<string, Value> = {};
  for (const [key, column] of Object.entries<Column>(report.columns)) {
    masked[key] = shown.includes(column.class) ? (row[key as ColumnKeyOf<R>]) : (column.instead?.[audience] ?? null);
  }
  return masked as RowOf<R>;
}

/** The columns of a sheet that hold something for one of `audiences`, without those in `omit`. */
export function columnsFor<R extends ReportDefinition>(
  report: R,
  sheet: SheetKeyOf<R>,
  audiences: readonly AudienceOf<R>[],
  omit: readonly ColumnKeyOf<R>[],
): readonly LaidOutColumn[] {
  const keys: readonly string[] = report.sheets[sheet]?.columns ?? [];
  return keys.flatMap((key) => {
    const column = report.columns[key];
    if (column === undefined || omit.includes(key)) return [];
    return audiences.some((audience) => report.audiences[audience]?.includes(column.class)) ? [{ key, column }] : [];
  });
}

/** Lays out one sheet for a caller who may be any of `audiences`. */
export function layOut<R extends ReportDefinition>(
  report: R,
  key: SheetKeyOf<R>,
  rows: readonly AddressedRow<R>[],
  choice: { readonly audiences: readonly AudienceOf<R>[]; readonly omit?: readonly ColumnKeyOf<R>[] },
): LaidOutSheet {
  const sheet = report.sheets[key];
  if (sheet === undefined) throw new RangeError(`no such sheet: ${key}`);
  const columns = columnsFor(report, key, choice.audiences, choice.omit ?? []);
  const { name, table, title, description, empty } = sheet;
  return {
    key, name, table, title, description, empty, columns,
    rows: rows.map((addressed) => {
      const masked: Readonly<Record<string, unknown>> = maskRow(report, addressed);
      return columns.map((column) => masked[column.key] as Value);
    }),
    tones: tonesOf(report, columns),
  };
}

function tonesOf(report: ReportDefinition, columns: readonly LaidOutColumn[]): readonly LaidOutTone[] {
  const positionOf = (key: string): number => columns.findIndex((column) => column.key === key);
  return Object.entries(report.tones).flatMap(([key, coloured]) => {
    const by = positionOf(key);
    const column = columns[by]?.column;
    if (column?.type !== 'code') return [];
    const words = Object.values(column.codes.codes).flatMap(({ sv, tone }) => (tone === undefined ? [] : [{ word: sv, tone }]));
    return [{ by, words, positions: (coloured ?? []).map(positionOf).filter((position) => position >= 0) }];
  });
}
