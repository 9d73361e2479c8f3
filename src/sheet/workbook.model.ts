/** A workbook before it is written: a cover, sheets of rows, sheets of counts; its definitions and codes follow from them. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { LaidOutSheet } from './lay-out.rules.ts';

export interface CoverLine {
  readonly label: Bilingual;
  readonly value: string | number | { readonly date: LocalDate };
}

export interface Cover {
  readonly title: Bilingual;
  readonly classification: string;
  readonly lines: readonly CoverLine[];
  /** Paragraphs below the lines. */
  readonly remarks: readonly Bilingual[];
}

export interface CountColumn {
  readonly label: Bilingual;
  readonly width: number;
  readonly type: 'text' | 'number';
}

/** Counts under a heading: rows of numbers, with a last row of totals where `total` is given. */
export interface CountTable {
  readonly table: string;
  readonly heading: Bilingual;
  readonly columns: readonly CountColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly total?: readonly (string | number)[];
}

export interface CountSheet {
  readonly name: string;
  readonly title: Bilingual;
  readonly tables: readonly CountTable[];
}

/** A word that the workbook uses, and what it means. */
export interface Definition {
  readonly term: Bilingual;
  readonly meaning: Bilingual;
}

export interface WorkbookContent {
  readonly cover: Cover;
  readonly sheets: readonly LaidOutSheet[];
  readonly counts: readonly CountSheet[];
  /** Beside those of the columns shown. */
  readonly definitions: readonly Definition[];
  /** Go into the document's properties. */
  readonly properties: { readonly author: string; readonly exportId: string; readonly madeAt: string };
}
