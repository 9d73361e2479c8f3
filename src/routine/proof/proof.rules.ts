/** The proof of a routine: each version's tables, over everything that their conditions can tell apart. */
import { withoutMatter } from '../situation.rules.ts';
import type { RoutineFileFault } from '../routine.check.ts';
import type { Table } from '../table.model.ts';
import type { Routine, RoutineVersion } from '../version.model.ts';
import { compileHolder } from '../version.rules.ts';
import type { AskKind } from '../vocabulary.model.ts';
import { withNested } from './axes.rules.ts';
import type { Finding, TableProof } from './finding.model.ts';
import { asksOngoing, formulaOf, looksIn, rowViews } from './formula.rules.ts';
import type { FormulaScope } from './formula.rules.ts';
import type { Glance, RowView } from './space.model.ts';
import { ownWaysFaults } from './own-ways.check.ts';
import { proveTable } from './table-proof.rules.ts';
import type { Provable } from './table-proof.rules.ts';

const tables = { ONGOING: 'ongoing', NEW_MATTER: 'newMatter', COORDINATOR: 'coordinator' } as const;

function scopeOf(version: RoutineVersion): FormulaScope {
  const { entry } = version;
  const conditions = {
    agreement: entry.agreement,
    sections: entry.sections,
    ongoing: (...[situation, day]: Parameters<Table['decide']>) => {
      if (version.ongoing === null) throw new RangeError('the routine has no table of ongoing responsibility');
      return version.ongoing.decide(withoutMatter(situation), day);
    },
  };
  return {
    conditions,
    units: { ...conditions, holder: compileHolder(entry, conditions) },
    holders: (entry.holder ?? []).map(({ when }) => formulaOf(when, conditions)),
  };
}

function glancesOf(views: readonly RowView[]): readonly Glance[] {
  return views.flatMap(({ when, also, words, gapWords }) => [when, ...also, ...words, ...gapWords]);
}

/** A version's table for a kind of question, ready to be proven; null where it has none. */
export function provableOf(version: RoutineVersion, ask: AskKind, path: RoutineFileFault['path']): Provable | null {
  const table = version[tables[ask]];
  if (table === null) return null;
  const scope = scopeOf(version);
  const rows = rowViews(table, scope);
  const own = glancesOf(rows);
  const asksFurther = own.some(asksOngoing);
  const ongoing = asksFurther ? rowViews(version.ongoing, scope) : [];
  const entries = [...table.entry.rows, ...(asksFurther ? (version.ongoing?.entry.rows ?? []) : [])];
  const conditions = [
    ...entries.flatMap((row) => [row.when, ...(row.also ?? []).map((supplement) => supplement.when)]),
    ...(version.entry.holder ?? []).map(({ when }) => when),
  ];
  return {
    key: tables[ask],
    path: [...path, tables[ask]],
    table,
    rows,
    ongoing,
    reading: {
      ask,
      version,
      conditions: conditions.flatMap(withNested),
      looks: [...own, ...glancesOf(ongoing)].flatMap(looksIn),
      settles: table.entry.rows.flatMap(({ goesOn }) => (goesOn === undefined ? [] : [goesOn.settles])),
    },
  };
}

interface VersionProof extends TableProof {
  /** First day of the version. */
  readonly from: string;
}

function proveVersion(version: RoutineVersion, path: RoutineFileFault['path']): readonly VersionProof[] {
  const proofs: VersionProof[] = [];
  for (const ask of Object.keys(tables) as AskKind[]) {
    const found = provableOf(version, ask, path);
    // A table that asks another one can be proven when that has no gap.
    if (found === null || (found.ongoing.length > 0 && proofs.some(({ hasGap }) => hasGap))) continue;
    proofs.push({ ...proveTable(found), from: version.from });
  }
  return proofs;
}

/** Proves the tables of a routine's versions, in order. */
export function proveRoutine(routine: Routine): readonly VersionProof[] {
  return routine.versions.flatMap((version, index) => proveVersion(version, ['versions', index]));
}

/** Everything that the proof finds wrong with a routine: its tables, and whether its own ways hold together. */
export function findingsOf(routine: Routine, proofs: readonly TableProof[] = proveRoutine(routine)): readonly Finding[] {
  const ways = routine.versions.flatMap(({ entry }, index) => ownWaysFaults(entry, ['versions', index]));
  return [...ways, ...proofs.flatMap(({ findings }) => findings)];
}
