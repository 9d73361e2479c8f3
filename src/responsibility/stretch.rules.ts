/** Stretches of time during which one answer holds, and the day on which responsibility next changes sides. */
import { addDays } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { lastDayWithin } from '../routine/fact-condition.rules.ts';
import { birthdayIn } from '../routine/situation.rules.ts';
import type { Situation } from '../routine/situation.model.ts';
import { isSameAnswer } from '../routine/table.model.ts';
import type { Verdict } from '../routine/table.model.ts';
import { versionOn } from '../routine/version.model.ts';
import type { Routine, RoutineVersion } from '../routine/version.model.ts';
import type { AskKind } from '../routine/vocabulary.model.ts';

/** One situation under one routine: what it is asked on any day. */
export interface View {
  readonly routine: Routine;
  readonly ask: AskKind;
  readonly situation: Situation;
}

/** Verdicts from `from` on, in order; each holds until the next. */
export interface Stretch {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly verdict: Verdict;
}

/** The table of a version that answers a kind of question; null where the routine has no rules for it. */
export function tableFor(version: RoutineVersion, ask: AskKind): RoutineVersion['ongoing'] {
  if (ask === 'ONGOING') return version.ongoing;
  return ask === 'NEW_MATTER' ? version.newMatter : version.coordinator;
}

/** The verdict on a day; before the routine's first version by that version, null where it has no rules for the question. */
export function verdictOn(view: View, day: LocalDate): Verdict | null {
  const version = versionOn(view.routine, day) ?? view.routine.versions[0];
  if (version === undefined) return null;
  return tableFor(version, view.ask)?.decide(view.situation, day) ?? null;
}

/** The days on which the verdict may change, in order: birthdays, boundaries of facts, new versions. */
export function changePoints({ routine, situation }: View): LocalDate[] {
  const points = new Set<LocalDate>();
  for (const version of routine.versions.slice(1)) points.add(version.from);
  for (const version of routine.versions) {
    if (situation.birthDate !== null) for (const age of version.ages) points.add(birthdayIn(situation, age));
    for (const { kind, until } of situation.facts) {
      if (kind !== 'OPEN_CASE' || until === null) continue;
      for (const years of version.yearsAfterEnd) points.add(addDays(lastDayWithin(until, years), 1));
    }
  }
  for (const { from, until } of situation.facts) {
    points.add(from);
    if (until !== null) points.add(until);
  }
  const { birthDate } = situation;
  return [...points].filter((point) => birthDate === null || point > birthDate).sort();
}

/** The stretch around `asOf` during which the verdict stays the same answer. */
export function stretchAround(view: View, points: readonly LocalDate[], asOf: LocalDate, verdict: Verdict): Stretch {
  const isSame = (day: LocalDate): boolean => {
    const other = verdictOn(view, day);
    return other !== null && isSameAnswer(verdict, other);
  };
  let next = points.findIndex((point) => point > asOf);
  if (next === -1) next = points.length;
  const { birthDate } = view.situation;
  let first = next - 1;
  while (first >= 0) {
    const before = points[first - 1] ?? birthDate;
    if (before === null || !isSame(before)) break;
    first -= 1;
  }
  let last = next;
  for (; last < points.length; last++) {
    const point = points[last];
    if (point === undefined || !isSame(point)) break;
  }
  return { from: points[first] ?? birthDate, until: points[last] ?? null, verdict };
}

/**
 * The first later day on which the authority unit changes sides, with the exceptions and ends known now, and whether
 * that day rests on an exception that is expected to hold. A change between units of the giving side is none.
 */
export function nextTransfer(
  view: View,
  version: RoutineVersion,
  points: readonly LocalDate[],
  asOf: LocalDate,
  verdict: Verdict,
): { readonly date: LocalDate | null; readonly isProjected: boolean } {
  const isGiving = version.transfer?.isGiving ?? (() => false);
  const sideOf = (unit: string | null): string | null => (isGiving(unit) ? 'GIVING' : unit);
  const side = sideOf(verdict.authority);
  let before = verdict;
  for (const point of points) {
    if (point <= asOf) continue;
    const coming = verdictOn(view, point);
    if (coming === null) return { date: null, isProjected: false };
    if (sideOf(coming.authority) !== side) return { date: point, isProjected: before.row.isException && !before.isUnknown };
    before = coming;
  }
  return { date: null, isProjected: false };
}
