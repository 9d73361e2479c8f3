/** A person's responsibility over time: stretches of one answer, each with the reason why the one before ended. */
import { addDays, birthday } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { lastDayWithin } from '../routine/fact-condition.rules.ts';
import { situationOf } from '../routine/situation.rules.ts';
import type { Situation } from '../routine/situation.model.ts';
import { isSameAnswer } from '../routine/table.model.ts';
import type { Verdict } from '../routine/table.model.ts';
import { versionOn } from '../routine/version.model.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import { reasonFor } from './change-words.rules.ts';
import { routineOf } from './decide.rules.ts';
import { explain } from './explanation.rules.ts';
import { partialTimeline } from './partial-timeline.rules.ts';
import type { Question } from './question.model.ts';
import { changePoints, verdictOn } from './stretch.rules.ts';
import type { View } from './stretch.rules.ts';
import type { Change, TimelineStretch } from './timeline.model.ts';

function changesOn(view: View, day: LocalDate): Change[] {
  const { situation, routine } = view;
  const changes: Change[] = [];
  const ages = new Set(routine.versions.flatMap((version) => version.ages));
  for (const age of ages) {
    if (situation.birthDate !== null && birthday(situation.birthDate, age) === day) changes.push({ kind: 'BIRTHDAY', age });
  }
  for (const { kind, from, until } of situation.facts) {
    if (until === day) changes.push({ kind: 'FACT_ENDS', fact: kind });
    if (from === day) changes.push({ kind: 'FACT_BEGINS', fact: kind });
  }
  for (const years of new Set(routine.versions.flatMap((version) => version.yearsAfterEnd))) {
    for (const { kind, until } of situation.facts) {
      if (kind === 'OPEN_CASE' && until !== null && addDays(lastDayWithin(until, years), 1) === day) {
        changes.push({ kind: 'YEARS_AFTER_END', fact: kind, years });
      }
    }
  }
  if (routine.versions.some((version) => version.from === day)) changes.push({ kind: 'NEW_VERSION' });
  return changes;
}

function stretchOf(view: View, situation: Situation, verdict: Verdict, from: LocalDate, until: LocalDate): TimelineStretch {
  const version = versionOn(view.routine, from) ?? view.routine.versions[0];
  const dates = { asOf: from, validFrom: from, validTo: until, nextTransfer: until };
  return {
    from,
    until,
    outcome: verdict.outcome,
    handlingUnit: verdict.handling,
    authorityUnit: verdict.authority,
    costUnit: verdict.cost,
    interimUnit: verdict.interim,
    raiseAt: verdict.raiseAt,
    ruleIds: verdict.row.ids,
    citations: version?.cite(verdict.row.ids) ?? [],
    explanation: version === undefined ? { sv: '', en: '' } : explain(version, situation, verdict, dates),
    changes: [],
    reason: null,
  };
}

/**
 * The stretches of ongoing responsibility from `from` until the person turns `untilAge`, as known on `question.asOf`.
 * Where only a part of the birth date is known the stretches between the earliest and the latest birthday say so.
 * Empty where nothing is known of the birth, or the routine has no table of ongoing responsibility.
 */
export function timeline(question: Question, routines: RoutineLibrary, from: LocalDate, untilAge: number): readonly TimelineStretch[] {
  const { birthDate, birthRange } = question;
  if (birthDate === null) return birthRange === undefined ? [] : partialTimeline(question, birthRange, routines, from, untilAge);
  const situation = situationOf(question, question.asOf);
  const view: View = { routine: routineOf(question, routines), ask: 'ONGOING', situation };
  const start = from < birthDate ? birthDate : from;
  const end = birthday(birthDate, untilAge);
  const first = verdictOn(view, start);
  if (first === null || end <= start) return [];
  const found: { from: LocalDate; verdict: Verdict }[] = [{ from: start, verdict: first }];
  for (const point of changePoints(view)) {
    if (point <= start || point >= end) continue;
    const verdict = verdictOn(view, point);
    const last = found.at(-1);
    if (verdict !== null && last !== undefined && !isSameAnswer(last.verdict, verdict)) found.push({ from: point, verdict });
  }
  return found.map(({ from: begins, verdict }, index) => {
    const changes = index === 0 ? [] : changesOn(view, begins);
    const until = found[index + 1]?.from ?? end;
    return { ...stretchOf(view, situation, verdict, begins, until), changes, reason: reasonFor(changes) };
  });
}
