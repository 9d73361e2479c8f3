/** From a table of text to typed rows: recognises the kind of file by its columns and reads every cell. */
import { Fault } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { columns, type ImportRow } from './columns.ts';
import { fileKinds, type Columns, type FileKind } from './columns.model.ts';
import type { Place, Problems } from './problem.model.ts';
import type { SourceRow, SourceTable } from './source-file.ts';

/** A row whose every cell was read. */
export interface PlacedRow<K extends FileKind> {
  readonly place: Place;
  readonly row: ImportRow<K>;
}

export interface ReadFile<K extends FileKind = FileKind> {
  readonly file: string;
  readonly kind: K;
  readonly rows: readonly PlacedRow<K>[];
  /** External ids of rows that could not be read: who refers to them is not to blame. */
  readonly spoiled: readonly string[];
  /** Some row could not even be named: nothing can be said of references to this kind. */
  readonly incomplete: boolean;
}

interface Match {
  readonly kind: FileKind;
  /** Column of each cell by position; null where the header names none. */
  readonly order: readonly (string | null)[];
  readonly missing: readonly string[];
}

/** Reads the table's rows; what is wrong goes to `problems`. Undefined where its kind cannot be told. */
export function readRows(table: SourceTable, today: LocalDate, problems: Problems): ReadFile | undefined {
  const match = recognise(table.header);
  if (match === undefined) {
    problems.add({ file: table.file, line: 1 }, null, 'FILE_NOT_RECOGNISED',
      'Kolumnerna svarar inte mot något slags fil. Se README om ärendeimport.', 'The columns fit no kind of file. See the README on case-load import.');
    return undefined;
  }
  const soundHeader = checkHeader(table, match, problems);
  if (!soundHeader) return { file: table.file, kind: match.kind, rows: [], spoiled: [], incomplete: true };
  return readBody(table, match, today, problems);
}

function fold(name: string): string {
  return name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[\s-]+/gu, '_');
}

function recognise(header: readonly string[]): Match | undefined {
  const matches = fileKinds.map((kind) => {
    const declared: Columns = columns[kind];
    const byName = new Map(Object.entries(declared).flatMap(([name, { aliases }]) => [name, ...aliases].map((alias) => [fold(alias), name] as const)));
    const order = header.map((name) => byName.get(fold(name)) ?? null);
    const missing = Object.keys(declared).filter((name) => declared[name]?.required === true && !order.includes(name));
    const found = order.filter((name) => name !== null).length;
    return { kind, order, missing, found, score: 2 * found - 2 * missing.length - order.length };
  });
  const best = matches.reduce((one, other) => (other.score > one.score ? other : one));
  return best.found >= 2 ? best : undefined;
}

function checkHeader({ file, header }: SourceTable, { order, missing, kind }: Match, problems: Problems): boolean {
  const place = { file, line: 1 };
  const names = Object.keys(columns[kind]).join(', ');
  let sound = true;
  order.forEach((name, index) => {
    const written = header[index] ?? '';
    if (name === null) {
      problems.add(place, written, 'COLUMN_UNKNOWN', `Okänd kolumn i filen ${kind}. Den kan ha: ${names}.`, `Unknown column in the file of ${kind}. It may have: ${names}.`);
      sound = false;
    } else if (order.indexOf(name) !== index) {
      problems.add(place, written, 'COLUMN_TWICE', 'Kolumnen finns två gånger.', 'The column is there twice.');
      sound = false;
    }
  });
  for (const name of missing) {
    problems.add(place, name, 'COLUMN_MISSING', `Kolumnen saknas i filen ${kind}.`, `The column is missing in the file of ${kind}.`);
    sound = false;
  }
  return sound;
}

function readBody({ file, rows }: SourceTable, match: Match, today: LocalDate, problems: Problems): ReadFile {
  const read: PlacedRow<FileKind>[] = [];
  const spoiled: string[] = [];
  let incomplete = false;
  for (const source of rows) {
    const row = readRow(source, match, { file, line: source.line }, today, problems);
    if (row !== undefined) {
      read.push({ place: { file, line: source.line }, row });
      continue;
    }
    const name = source.cells[match.order.indexOf('external_id')];
    if (name === undefined || name === '') incomplete = true;
    else spoiled.push(name);
  }
  return { file, kind: match.kind, rows: read, spoiled, incomplete };
}

function readRow(source: SourceRow, { kind, order }: Match, place: Place, today: LocalDate, problems: Problems): ImportRow<FileKind> | undefined {
  if (source.cells.length !== order.length) {
    problems.add(place, null, 'CELL_COUNT_WRONG', `Raden har ${source.cells.length} celler, rubriken ${order.length}.`, `The row has ${source.cells.length} cells, the header ${order.length}.`);
    return undefined;
  }
  const declared: Columns = columns[kind];
  const cells = Object.entries(declared).map(([name, column]) => {
    const value = readCell(name, column, source.cells[order.indexOf(name)] ?? '', place, today, problems);
    return value === undefined ? undefined : ([name, value] as const);
  });
  const sound = cells.filter((cell) => cell !== undefined);
  // Each cell was read by its column's own type.
  return sound.length === cells.length ? (Object.fromEntries(sound) as ImportRow<FileKind>) : undefined;
}

/** The cell's value, null where it is empty; undefined where it may not be so. */
function readCell(name: string, column: Columns[string], text: string, place: Place, today: LocalDate, problems: Problems): unknown {
  if (text === '') {
    if (!column.required) return null;
    problems.add(place, name, 'CELL_EMPTY', `Cellen är tom. Ange ${column.description.sv}.`, `The cell is empty. Give ${column.description.en}.`);
    return undefined;
  }
  try {
    return column.cell.read(text, { today, column: name });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    problems.addFault(place, name, error);
    return undefined;
  }
}
