/** A routine as the program uses it: its versions with compiled tables, beside the entries as the file states them. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { RuleEntry, UnitEntry } from './own-ways.model.ts';
import type { DeadlineEntry, DocumentEntry, VersionEntry } from './routine.model.ts';
import type { Situation, Test } from './situation.model.ts';
import type { RuleCitation, Table } from './table.model.ts';
import type { UnitKey } from './vocabulary.model.ts';

export interface CompiledDeadline {
  readonly entry: DeadlineEntry;
  readonly test: Test;
  /** The date it falls on; null where nothing gives one. `nextTransfer` is the date of the coming transfer. */
  readonly dateOf: (situation: Situation, asOf: LocalDate, nextTransfer: LocalDate | null) => LocalDate | null;
}

export interface CompiledTransfer {
  readonly test: Test;
  readonly isGiving: (unit: UnitKey | null) => boolean;
  readonly deadlines: readonly CompiledDeadline[];
}

export interface RoutineVersion {
  /** Key of the routine: `OSTHAMMAR`. */
  readonly routine: string;
  readonly from: LocalDate;
  /** Day from which the next version is in force; null for the latest. */
  readonly until: LocalDate | null;
  /** Everything the file states, for rooms that use more than the tables. */
  readonly entry: VersionEntry;
  readonly ongoing: Table | null;
  readonly newMatter: Table | null;
  readonly coordinator: Table | null;
  readonly transfer: CompiledTransfer | null;
  /** Ages at whose birthdays a verdict may change, in order. */
  readonly ages: readonly number[];
  /** Years after the end of a fact at which a verdict may change. */
  readonly yearsAfterEnd: readonly number[];
  readonly cite: (ids: readonly string[]) => readonly RuleCitation[];
}

export interface Routine {
  readonly key: string;
  readonly name: Bilingual;
  readonly documents: Readonly<Record<string, DocumentEntry>>;
  /** In order of their first day. */
  readonly versions: readonly RoutineVersion[];
  /** Every unit of any version; JOINT ones are no answer to 'which unit'. */
  readonly units: ReadonlyMap<UnitKey, UnitEntry>;
  readonly rules: ReadonlyMap<string, RuleEntry>;
}

/** All routines by key. */
export type RoutineLibrary = ReadonlyMap<string, Routine>;

/** The version in force on the date; undefined before the first. */
export function versionOn(routine: Routine, date: LocalDate): RoutineVersion | undefined {
  const { versions } = routine;
  for (let index = versions.length - 1; index >= 0; index--) {
    const version = versions[index];
    if (version !== undefined && version.from <= date) return version;
  }
  return undefined;
}
