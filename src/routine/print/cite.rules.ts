/** The sentences that something rests on, with where they stand. */
import type { RoutineFile, VersionEntry } from '../routine.model.ts';
import type { Cell, CitedRule, Line } from './document.model.ts';

/** A version of a routine with the documents it cites. */
export interface PrintedVersion {
  readonly file: Pick<RoutineFile, 'documents'>;
  readonly version: VersionEntry;
}

/** The sentences by id, in the order given; ids without a sentence are left out. */
export function citesOf({ file, version }: PrintedVersion, ids: readonly string[]): CitedRule[] {
  return [...new Set(ids)].flatMap((id): CitedRule[] => {
    const rule = version.rules[id];
    if (rule === undefined) return [];
    const { source, force, en } = rule;
    const document = file.documents[source.document];
    return [
      {
        id,
        force,
        document: { sv: document?.sv ?? source.document, en: document?.en ?? source.document },
        heading: source.section,
        quotation: source.text,
        reads: source.reads ?? null,
        en,
      },
    ];
  });
}

/** A cell of cited sentences. */
export function citeCell(printed: PrintedVersion, ids: readonly string[] | undefined, ...lines: readonly Line[]): Cell {
  return { lines, cites: citesOf(printed, ids ?? []) };
}
