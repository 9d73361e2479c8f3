/** What is wrong with a case-load file: where, which rule of the import, and why, for the person who exported it. */
import type { Fault } from '../kernel/faults.ts';
import type { Bilingual } from '../kernel/text.ts';

export interface Problem {
  readonly file: string;
  /** Line in the file (row of the sheet), the header being 1; null where the file as a whole is wrong. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  /** Never quotes the cell: it may name a person. */
  readonly message: Bilingual;
}

/** Where a row stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Collects problems; rows go on being read, so that all of them are told at once. */
export class Problems {
  readonly #found: Problem[] = [];

  add(place: Place | { readonly file: string; readonly line: null }, column: string | null, code: string, sv: string, en: string): void {
    this.#found.push({ file: place.file, line: place.line, column, code, message: { sv, en } });
  }

  addFault({ file, line }: Place, column: string, { details }: Fault): void {
    this.#found.push({ file, line, column, code: details.code, message: details.message });
  }

  /** All of them, by file and line. */
  list(): readonly Problem[] {
    return [...this.#found].sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
  }
}
