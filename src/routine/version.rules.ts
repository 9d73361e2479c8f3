/** Compiles a version: its tables, its deadlines, and the days on which a verdict may change. */
import { addMonths } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { agesIn, compileCondition } from './condition.rules.ts';
import type { ConditionScope } from './condition.rules.ts';
import { endOfFact } from './fact-condition.rules.ts';
import type { Condition, DateEntry, DeadlineEntry, RoutineFile, VersionEntry } from './routine.model.ts';
import { birthdayIn, withoutMatter } from './situation.rules.ts';
import { YES, type Situation, type UnitFinder } from './situation.model.ts';
import type { Verdict } from './table.model.ts';
import { citationsOf, compileTable } from './table.rules.ts';
import type { TableScope } from './table.rules.ts';
import type { CompiledTransfer, Routine, RoutineVersion } from './version.model.ts';

function conditionsOf(version: VersionEntry): (Condition | undefined)[] {
  const tables = [version.ongoing, version.newMatter, version.coordinator];
  const rows = tables.flatMap((table) => table?.rows ?? []);
  return [
    ...rows.flatMap((row) => [row.when, ...(row.also ?? []).map((supplement) => supplement.when)]),
    ...(version.holder ?? []).map((row) => row.when),
    version.transfer?.when,
    ...(version.transfer?.deadlines ?? []).map((deadline) => deadline.when),
  ];
}

function yearsAfterEndIn(condition: Condition | undefined): number[] {
  if (condition === undefined) return [];
  const own = [...(condition.facts ?? []), ...(condition.noFacts ?? [])].map((fact) => fact.ended?.withinYears);
  const nested = [...(condition.anyOf ?? []), ...(condition.not === undefined ? [] : [condition.not])];
  return [...own.filter((years) => years !== undefined), ...nested.flatMap(yearsAfterEndIn)];
}

function dateOf(date: DateEntry, situation: Situation, asOf: LocalDate, nextTransfer: LocalDate | null): LocalDate | null {
  const base =
    date.birthday !== undefined
      ? birthdayIn(situation, date.birthday)
      : date.endOf !== undefined
        ? endOfFact(date.endOf, situation, asOf)
        : nextTransfer;
  return base === null || date.months === undefined ? base : addMonths(base, date.months);
}

function compileDeadline(entry: DeadlineEntry, scope: TableScope): CompiledTransfer['deadlines'][number] {
  const { date, transferLaterThan } = entry;
  return {
    entry,
    test: compileCondition(entry.when, scope),
    dateOf: (situation, asOf, nextTransfer) => {
      if (transferLaterThan !== undefined) {
        if (nextTransfer === null || nextTransfer <= birthdayIn(situation, transferLaterThan)) return null;
      }
      return dateOf(date, situation, asOf, nextTransfer);
    },
  };
}

function compileTransfer(version: VersionEntry, scope: TableScope): CompiledTransfer | null {
  const { transfer } = version;
  if (transfer === undefined) return null;
  return {
    test: compileCondition(transfer.when, scope),
    isGiving: (unit) => unit !== null && transfer.from.includes(unit),
    deadlines: transfer.deadlines.map((deadline) => compileDeadline(deadline, scope)),
  };
}

/** Who has the case: the first of the version's own small rows that holds. */
export function compileHolder(version: VersionEntry, scope: ConditionScope): UnitFinder {
  const rows = (version.holder ?? []).map(({ when, unit }) => ({ test: compileCondition(when, scope), unit }));
  return (situation, day) => rows.find((row) => row.test(situation, day) === YES)?.unit ?? null;
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function compileVersion(file: RoutineFile, entry: VersionEntry, until: LocalDate | null): RoutineVersion {
  let ongoing: RoutineVersion['ongoing'] = null;
  let holder: UnitFinder = () => null;
  const scope: TableScope = {
    agreement: entry.agreement,
    sections: entry.sections,
    rules: entry.rules,
    fileOf: (document) => file.documents[document]?.file ?? document,
    holder: (situation, day) => holder(situation, day),
    ongoing: (situation, day): Verdict => {
      if (ongoing === null) throw new RangeError('the routine has no table of ongoing responsibility');
      return ongoing.decide(withoutMatter(situation), day);
    },
  };
  holder = compileHolder(entry, scope);
  ongoing = entry.ongoing === undefined ? null : compileTable(entry.ongoing, scope);
  const conditions = conditionsOf(entry);
  return {
    routine: file.routine,
    from: entry.from,
    until,
    entry,
    ongoing,
    newMatter: entry.newMatter === undefined ? null : compileTable(entry.newMatter, scope),
    coordinator: entry.coordinator === undefined ? null : compileTable(entry.coordinator, scope),
    transfer: compileTransfer(entry, scope),
    ages: sorted(conditions.flatMap(agesIn)),
    yearsAfterEnd: sorted(conditions.flatMap(yearsAfterEndIn)),
    cite: (ids) => citationsOf(ids, scope),
  };
}

/** Compiles a routine whose file has been checked. */
export function compileRoutine(file: RoutineFile): Routine {
  const { versions } = file;
  return {
    key: file.routine,
    name: { sv: file.sv, en: file.en },
    documents: file.documents,
    versions: versions.map((entry, index) => compileVersion(file, entry, versions[index + 1]?.from ?? null)),
    units: new Map(versions.flatMap((version) => Object.entries(version.units))),
    rules: new Map(versions.flatMap((version) => Object.entries(version.rules))),
  };
}
