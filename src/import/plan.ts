/** What an import would write: each row against what the database holds, as new, changed or unchanged. */
import { randomUUID } from 'node:crypto';
import type { Place, Problems } from './problem.model.ts';
import { targetNames, targets, type Collision, type Target, type TargetName, type Value, type Values } from './target.model.ts';

export type Status = 'new' | 'changed' | 'unchanged';

export interface StoredRow {
  readonly id: string;
  readonly values: Values;
}

/** What the database holds of one organisation. */
export type Holdings = Readonly<Record<TargetName, readonly StoredRow[]>>;

interface PlannedRow extends StoredRow {
  readonly status: Status;
  readonly place: Place;
}

/** Row statuses of one file, and the persons whose rows it writes. */
export interface FileOutcome {
  readonly counts: Readonly<Record<Status, number>>;
  readonly personIds: readonly string[];
}

export class Plan {
  readonly #held = new Map<TargetName, Map<string, StoredRow>>();
  readonly #planned = new Map<TargetName, Map<string, PlannedRow>>();
  readonly #lines = new Map<string, { place: Place; status: Status; personIds: Set<string> }>();
  readonly #problems: Problems;

  constructor(holdings: Holdings, problems: Problems) {
    this.#problems = problems;
    for (const name of targetNames) {
      this.#held.set(name, new Map(holdings[name].map((row) => [keyOf(targets[name], row.values, row.id), row])));
      this.#planned.set(name, new Map());
    }
  }

  /** Rows of a table as they are now, before the import. */
  held(name: TargetName): Iterable<StoredRow> {
    return this.#held.get(name)?.values() ?? [];
  }

  /** The row as it is now, if the database has it. */
  find(name: TargetName, key: Values): StoredRow | undefined {
    return this.#held.get(name)?.get(keyOf(targets[name], key, ''));
  }

  /**
   * Plans a row and answers its id; `personId` is whom it is about. Undefined where it may not be: it is there twice,
   * or changes what must stay.
   */
  put(name: TargetName, place: Place, values: Values, personId?: string): string | undefined {
    const target: Target = targets[name];
    const key = keyOf(target, values, '');
    const planned = this.#planned.get(name);
    if (planned?.has(key) === true) {
      const [sv, en] = ['Raden finns redan i filerna.', 'The row is in the files already.'];
      const at = columnOf(target.key[0]);
      this.#problems.add(place, at, at === 'external_id' ? 'EXTERNAL_ID_TWICE' : 'ROW_TWICE', sv, en);
      return undefined;
    }
    const held = this.#held.get(name)?.get(key);
    const merged = held === undefined ? values : { ...values, ...pick(held.values, target.given ?? []) };
    const different = held === undefined ? [] : Object.keys(merged).filter((column) => !same(merged[column], held.values[column]));
    const fixed = different.filter((column) => !target.changeable.includes(column));
    if (fixed.length > 0) {
      const list = fixed.map(columnOf).join(', ');
      this.#problems.add(place, columnOf(fixed[0]), 'CHANGE_NOT_ALLOWED', `Raden finns redan med annat innehåll i ${list}, som inte kan ändras genom import.`, `The row exists with something else in ${list}, which an import cannot change.`);
      return undefined;
    }
    const status = held === undefined ? 'new' : different.length > 0 ? 'changed' : 'unchanged';
    const id = held?.id ?? randomUUID();
    planned?.set(key, { id, values: merged, status, place });
    this.#note(place, status, name === 'person' ? id : personId);
    return id;
  }

  /** Tells every collision among what would stand after the import. */
  checkCollisions(): void {
    for (const name of targetNames) {
      const target: Target = targets[name];
      const planned = this.#planned.get(name) ?? new Map<string, PlannedRow>();
      const kept = [...(this.#held.get(name) ?? [])].filter(([key]) => !planned.has(key)).map(([, row]) => row);
      for (const collision of target.collisions ?? []) this.#checkCollision(collision, [...kept, ...planned.values()]);
    }
  }

  /** The rows of a table to write. */
  writes(name: TargetName, status: 'new' | 'changed'): readonly StoredRow[] {
    return [...(this.#planned.get(name)?.values() ?? [])].filter((row) => row.status === status);
  }

  outcomeOf(file: string): FileOutcome {
    const lines = [...this.#lines.values()].filter(({ place }) => place.file === file);
    const counts = { new: 0, changed: 0, unchanged: 0 };
    for (const { status } of lines) counts[status] += 1;
    const written = lines.filter(({ status }) => status !== 'unchanged');
    return { counts, personIds: [...new Set(written.flatMap(({ personIds }) => [...personIds]))].sort() };
  }

  /** A line is new when the first row it gives is; it has changed when any row does. */
  #note(place: Place, status: Status, personId: string | undefined): void {
    const name = `${place.file}\n${place.line}`;
    const line = this.#lines.get(name) ?? { place, status, personIds: new Set() };
    if (line.status === 'unchanged' && status !== 'unchanged') line.status = 'changed';
    if (personId !== undefined) line.personIds.add(personId);
    this.#lines.set(name, line);
  }

  #checkCollision(collision: Collision, rows: readonly (StoredRow | PlannedRow)[]): void {
    const groups = Map.groupBy(rows.filter(({ values }) => collision.except?.(values) !== true), ({ values }) =>
      JSON.stringify(collision.columns.map((column) => values[column] ?? null)));
    for (const group of groups.values()) {
      if (group.length === 1) continue;
      const [from, until] = collision.period ?? [];
      const ordered = from === undefined ? group : [...group].sort((a, b) => order(a.values[from], b.values[from]));
      let before = ordered[0];
      for (const row of ordered.slice(1)) {
        const end = until === undefined ? null : (before?.values[until] ?? null);
        const collides = from === undefined || end === null || order(row.values[from], end) < 0;
        const blamed = collides ? (placeOf(row) ?? placeOf(before)) : undefined;
        if (blamed !== undefined) this.#problems.add(blamed, collision.at, collision.code, collision.message.sv, collision.message.en);
        const ends = until === undefined ? null : (row.values[until] ?? null);
        if (end !== null && (ends === null || order(ends, end) > 0)) before = row;
      }
    }
  }
}

function keyOf(target: Target, values: Values, id: string): string {
  // A row made in the program itself has no external id: nothing in a file can mean it.
  if (target.key[0] === 'external_id' && values.external_id === null) return id;
  return JSON.stringify(target.key.map((column) => values[column] ?? null));
}

function placeOf(row: StoredRow | PlannedRow | undefined): Place | undefined {
  return row !== undefined && 'place' in row ? row.place : undefined;
}

/** The file's column behind a table's: references are written without `_id`. */
function columnOf(column: string | undefined): string | null {
  return column === undefined ? null : column.replace(/(?<!external)_id$/u, '');
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

function same(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function order(one: Value | undefined, other: Value | undefined): number {
  const [a, b] = [String(one ?? ''), String(other ?? '')];
  return a < b ? -1 : a > b ? 1 : 0;
}
