/** The shape of a declaration of columns. From it come the parser, its messages and the documentation. */
import type { Bilingual } from '../kernel/text.ts';
import type { CellType } from './cell.rules.ts';

/** The kinds of file, in the order in which rows may refer to each other. */
export const fileKinds = [
  'organisations', 'units', 'staff', 'memberships',
  'persons', 'relations', 'cases', 'assignments', 'co_handlings', 'consents', 'facts',
] as const;
export type FileKind = (typeof fileKinds)[number];

export interface Column<T, R extends boolean> {
  readonly cell: CellType<T>;
  /** Swedish name of the column first, then what else it may be called; å, ä and ö may be written a and o. */
  readonly aliases: readonly string[];
  /** The column must be there, and no cell of it empty. */
  readonly required: R;
  readonly description: Bilingual;
}

export type Columns = Readonly<Record<string, Column<unknown, boolean>>>;

/** A row as its columns declare it: a cell left empty, or a column left out, is null. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T, infer R> ? (R extends true ? T : T | null) : never;
};

/** A column that each row fills in. */
export function required<T>(cell: CellType<T>, aliases: string | readonly string[], sv: string, en: string): Column<T, true> {
  return { cell, aliases: [aliases].flat(), required: true, description: { sv, en } };
}

/** A column that may be left out or empty. */
export function optional<T>(cell: CellType<T>, aliases: string | readonly string[], sv: string, en: string): Column<T, false> {
  return { cell, aliases: [aliases].flat(), required: false, description: { sv, en } };
}
