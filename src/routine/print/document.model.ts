/** A routine laid out for reading: sections, paragraphs and tables in two languages. It knows neither HTML nor Markdown. */
import type { Bilingual } from '../../kernel/text.ts';
import type { Force } from '../vocabulary.model.ts';

/** A sentence of the text, beside the row that rests on it. */
export interface CitedRule {
  readonly id: string;
  readonly force: Force;
  /** Title of the document. */
  readonly document: Bilingual;
  readonly heading: string;
  /** As it stands in the document, errors of scanning included. */
  readonly quotation: string;
  /** In correct Swedish, where it differs. */
  readonly reads: string | null;
  readonly en: string;
}

/** One line of a cell; `below` are the alternatives or parts that belong to it. Without English words it stands in Swedish alone. */
export interface Line extends Bilingual {
  readonly strong?: true;
  readonly below?: readonly Line[];
}

/** What stands in one cell: lines, then the sentences cited. */
export interface Cell {
  readonly lines: readonly Line[];
  readonly cites?: readonly CitedRule[];
  /** Id that other places link to. */
  readonly anchor?: string;
}

export interface Paragraph extends Bilingual {
  readonly kind: 'PARAGRAPH';
}

/** The first cell of a row names it. `widths` are parts of the whole, in hundredths. */
export interface DocumentTable {
  readonly kind: 'TABLE';
  readonly caption: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | DocumentTable;

export interface DocumentSection {
  /** Unique in the document: links lead here. */
  readonly id: string;
  readonly title: Bilingual;
  readonly blocks: readonly Block[];
}

export interface DocumentVersion {
  readonly id: string;
  readonly title: Bilingual;
  readonly sections: readonly DocumentSection[];
}

export interface RoutineDocument {
  readonly key: string;
  readonly title: Bilingual;
  readonly introduction: readonly Block[];
  /** The version that lies furthest ahead first. */
  readonly versions: readonly DocumentVersion[];
}
