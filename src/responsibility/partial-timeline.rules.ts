/** The timeline of a person of whose birth date only the year, or the year and the month, are known. */
import { birthday } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { situationOf } from '../routine/situation.rules.ts';
import type { Routine, RoutineLibrary } from '../routine/version.model.ts';
import type { Answer } from './answer.model.ts';
import { reasonFor } from './change-words.rules.ts';
import { decide, routineOf } from './decide.rules.ts';
import type { BirthRange, Question } from './question.model.ts';
import type { Change, TimelineStretch } from './timeline.model.ts';

function isSame(a: Answer, b: Answer): boolean {
  const told = ({ outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt, asks, ruleIds }: Answer): string =>
    JSON.stringify([outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt, asks, ruleIds[0]]);
  return told(a) === told(b);
}

function changesOn(day: LocalDate, question: Question, { earliest, latest }: BirthRange, routine: Routine): Change[] {
  const changes: Change[] = [];
  for (const age of new Set(routine.versions.flatMap((version) => version.ages))) {
    if (birthday(earliest, age) === day) changes.push({ kind: 'BIRTHDAY_POSSIBLE', age });
    if (birthday(latest, age) === day) changes.push({ kind: 'BIRTHDAY_CERTAIN', age });
  }
  for (const { kind, from, until } of question.facts) {
    if (until === day) changes.push({ kind: 'FACT_ENDS', fact: kind });
    if (from === day) changes.push({ kind: 'FACT_BEGINS', fact: kind });
  }
  if (routine.versions.some((version) => version.from === day)) changes.push({ kind: 'NEW_VERSION' });
  return changes;
}

/** As `timeline`, from the day asked about at the earliest, until the latest day on which the person may turn `untilAge`. */
export function partialTimeline(
  question: Question,
  range: BirthRange,
  routines: RoutineLibrary,
  from: LocalDate,
  untilAge: number,
): readonly TimelineStretch[] {
  const routine = routineOf(question, routines);
  const known: Question = { ...question, facts: situationOf(question, question.asOf).facts };
  const start = from < question.asOf ? question.asOf : from;
  const end = birthday(range.latest, untilAge);
  if (end <= start || routine.versions.every((version) => version.ongoing === null)) return [];
  const boundaries = [
    ...routine.versions.flatMap((version) => [version.from, ...version.ages.flatMap((age) => [birthday(range.earliest, age), birthday(range.latest, age)])]),
    ...known.facts.flatMap((fact) => (fact.until === null ? [fact.from] : [fact.from, fact.until])),
  ];
  const points = [...new Set(boundaries)].filter((point) => point > start && point < end).sort();
  const found: { readonly from: LocalDate; readonly answer: Answer }[] = [];
  for (const day of [start, ...points]) {
    const answer = decide({ ...known, asOf: day }, routines);
    const last = found.at(-1);
    if (last === undefined || !isSame(last.answer, answer)) found.push({ from: day, answer });
  }
  return found.map(({ from: begins, answer }, index) => {
    const changes = index === 0 ? [] : changesOn(begins, known, range, routine);
    const { outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt, ruleIds, citations, explanation } = answer;
    return {
      from: begins,
      until: found[index + 1]?.from ?? end,
      outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt, ruleIds, citations, explanation,
      changes,
      reason: reasonFor(changes),
    };
  });
}
