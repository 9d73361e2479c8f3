/**
 * The language of reports: typed columns, who may see which, and the sheets they stand in. It knows no subject. One
 * definition gives the workbook, the CSV, the preview on the page and the rows over GraphQL.
 *
 * The definition's `audiences` say, once, which classes of column a kind of row shows: what is not listed is taken
 * away before a cell exists.
 */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';

/** How urgent a code is; the spreadsheet colours by it, always beside the word itself. */
export type Tone = 'ALARM' | 'WARNING' | 'CALM';

export interface Code extends Bilingual {
  readonly tone?: Tone;
}

/** A closed list of words. `key` names it in the code sheet. */
export interface CodeList {
  readonly key: string;
  readonly label: Bilingual;
  readonly codes: Readonly<Record<string, Code>>;
}

interface AnyColumn<Class extends string, Audience extends string> {
  readonly label: Bilingual;
  /** What the column says, for the sheet of definitions. */
  readonly description: Bilingual;
  /** In characters. */
  readonly width: number;
  readonly class: Class;
  /** Words that stand in the cell for an audience that may not see it; otherwise the cell is empty. */
  readonly instead?: { readonly [A in Audience]?: string };
}

export type Column<Class extends string = string, Audience extends string = string> = AnyColumn<Class, Audience> &
  (
    | { readonly type: 'text' | 'date' | 'number' | 'yes-no' }
    /** `codes`: one word of the list; `several`: any number of them. */
    | { readonly type: 'code' | 'several'; readonly codes: CodeList }
  );

export interface SheetDefinition<Key extends string = string> {
  /** Name of the tab, at most 31 characters. */
  readonly name: string;
  /** ASCII name of the table. */
  readonly table: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** Stands in the only row when there is none. */
  readonly empty: Bilingual;
  readonly columns: readonly Key[];
}

export interface ReportDefinition<
  Class extends string = string,
  Audience extends string = string,
  Columns extends Readonly<Record<string, Column<Class, Audience>>> = Readonly<Record<string, Column<Class, Audience>>>,
  Sheets extends Readonly<Record<string, SheetDefinition>> = Readonly<Record<string, SheetDefinition>>,
> {
  /** Name in addresses and file names. */
  readonly key: string;
  readonly title: Bilingual;
  readonly classification: string;
  readonly classes: readonly Class[];
  readonly audiences: Readonly<Record<Audience, readonly NoInfer<Class>[]>>;
  readonly columns: Columns;
  /** Columns coloured by the tone of a code column. */
  readonly tones: { readonly [K in keyof Columns]?: readonly (keyof Columns & string)[] };
  readonly sheets: Sheets;
}

type ValueOf<C> = C extends { readonly type: 'text' }
  ? string
  : C extends { readonly type: 'date' }
    ? LocalDate
    : C extends { readonly type: 'number' }
      ? number
      : C extends { readonly type: 'yes-no' }
        ? boolean
        : C extends { readonly type: 'code'; readonly codes: { readonly codes: infer Codes } }
          ? keyof Codes & string
          : C extends { readonly type: 'several'; readonly codes: { readonly codes: infer Codes } }
            ? readonly (keyof Codes & string)[]
            : never;

/** A row as the definition's columns declare it: a value of the column's type, or null. */
export type RowOf<R extends { readonly columns: object }> = {
  readonly [K in keyof R['columns']]: ValueOf<R['columns'][K]> | null;
};
export type AudienceOf<R extends { readonly audiences: object }> = keyof R['audiences'] & string;
export type ColumnKeyOf<R extends { readonly columns: object }> = keyof R['columns'] & string;
export type SheetKeyOf<R extends { readonly sheets: object }> = keyof R['sheets'] & string;

const tabName = /^[^[\]:*?/\\']{1,31}$/u;
const tableName = /^[A-Z][A-Za-z0-9_]*$/u;

/**
 * Declares a report. A column key, class or audience that does not exist does not compile.
 * @throws RangeError when a tab or table has a name that Excel refuses.
 */
export function defineReport<
  const Class extends string,
  const Audience extends string,
  const Columns extends Readonly<Record<string, Column<NoInfer<Class>, NoInfer<Audience>>>>,
  const Sheets extends Readonly<Record<string, SheetDefinition<NoInfer<keyof Columns & string>>>>,
>(report: ReportDefinition<Class, Audience, Columns, Sheets>): ReportDefinition<Class, Audience, Columns, Sheets> {
  const sheets = Object.values<SheetDefinition>(report.sheets);
  for (const { name, table } of sheets) {
    if (!tabName.test(name)) throw new RangeError(`not a name of a tab: ${name}`);
    if (!tableName.test(table)) throw new RangeError(`not an ASCII name of a table: ${table}`);
  }
  if (new Set(sheets.map(({ table }) => table)).size < sheets.length) throw new RangeError('two tables of one name');
  return report;
}
