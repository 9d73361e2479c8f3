/** Answers where the birth date is known in part or not at all: the same for every possible date, or none. */
import { addDays, addYears } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { lastDayWithin } from '../routine/fact-condition.rules.ts';
import type { RoutineVersion } from '../routine/version.model.ts';
import type { Answer } from './answer.model.ts';
import { partialBirthDateNote } from './note.rules.ts';
import type { Question } from './question.model.ts';

const oldestAge = 125;

/** Days that a birthday may be compared with. */
function landmarks(question: Question, version: RoutineVersion): LocalDate[] {
  const days = [question.asOf];
  for (const { from, until } of question.facts) {
    days.push(from);
    if (until === null) continue;
    days.push(until, ...version.yearsAfterEnd.map((years) => lastDayWithin(until, years)));
  }
  return days;
}

/**
 * Birth dates that stand for all possible ones: between two neighbours, every birthday lies on the same side of
 * every day that counts.
 */
function candidates(question: Question, version: RoutineVersion): LocalDate[] {
  const { asOf, birthRange } = question;
  const earliest = birthRange?.earliest ?? addYears(asOf, -oldestAge);
  const latest = birthRange === undefined || birthRange.latest > asOf ? asOf : birthRange.latest;
  const dates = new Set([earliest, latest]);
  for (const day of landmarks(question, version)) {
    if (day < '1800-01-01') continue;
    for (const age of version.ages) {
      const base = addYears(day, -age);
      for (const shift of [-2, -1, 0, 1, 2]) dates.add(addDays(base, shift));
    }
  }
  return [...dates].filter((date) => earliest <= date && date <= latest).sort();
}

/** Same outcome, units and deciding rule; what else a row cites may depend on the day. */
function isSame(a: Answer, b: Answer): boolean {
  return (
    a.outcome === b.outcome &&
    a.handlingUnit === b.handlingUnit &&
    a.authorityUnit === b.authorityUnit &&
    a.costUnit === b.costUnit &&
    a.interimUnit === b.interimUnit &&
    a.raiseAt === b.raiseAt &&
    a.parallelUnits.join() === b.parallelUnits.join() &&
    a.asks.join() === b.asks.join() &&
    a.ruleIds[0] === b.ruleIds[0]
  );
}

/** What all the answers say of a field, or `otherwise` where they differ. */
function agreed<Value>(answers: readonly Answer[], field: (answer: Answer) => Value, otherwise: Value): Value {
  const [first] = answers;
  if (first === undefined) return otherwise;
  const value = field(first);
  const text = JSON.stringify(value);
  return answers.every((answer) => JSON.stringify(field(answer)) === text) ? value : otherwise;
}

function undetermined(question: Question, answers: readonly Answer[]): Answer {
  const [first] = answers;
  if (first === undefined) throw new RangeError('no birth date is possible');
  const ruleIds = [...new Set(answers.flatMap((answer) => answer.ruleIds))];
  const cited = new Map(answers.flatMap(({ citations }) => citations.map((citation) => [citation.ruleId, citation])));
  return {
    ...first,
    outcome: 'UNDETERMINED',
    handlingUnit: null,
    authorityUnit: null,
    costUnit: null,
    interimUnit: question.matter?.receivedBy ?? agreed(answers, (answer) => answer.interimUnit, null),
    parallelUnits: [],
    coHandler: { requirement: 'NONE', unit: null },
    consultations: [],
    validFrom: null,
    validTo: null,
    nextTransferDate: null,
    deadlines: [],
    raiseAt: null,
    asks: ['BIRTH_DATE'],
    ruleIds,
    citations: [...cited.values()],
    explanation: {
      sv: 'Svaret beror på födelsedatumet, som inte är helt känt.',
      en: 'The answer depends on the birth date, which is not fully known.',
    },
    notes: [],
  };
}

/** Decides for every possible birth date: one answer where they agree, else UNDETERMINED asking for BIRTH_DATE. */
export function decideForRange(
  question: Question,
  version: RoutineVersion,
  decideFor: (birthDate: LocalDate) => Answer,
): Answer {
  const answers = candidates(question, version).map(decideFor);
  const [first] = answers;
  if (first === undefined || !answers.every((answer) => isSame(first, answer))) return undetermined(question, answers);
  const ruleIds = first.ruleIds.filter((id) => answers.every((answer) => answer.ruleIds.includes(id)));
  return {
    ...first,
    ruleIds,
    citations: first.citations.filter(({ ruleId }) => ruleIds.includes(ruleId)),
    coHandler: agreed(answers, (answer) => answer.coHandler, { requirement: 'NONE', unit: null }),
    consultations: agreed(answers, (answer) => answer.consultations, []),
    validFrom: agreed(answers, (answer) => answer.validFrom, null),
    validTo: agreed(answers, (answer) => answer.validTo, null),
    nextTransferDate: agreed(answers, (answer) => answer.nextTransferDate, null),
    deadlines: agreed(answers, (answer) => answer.deadlines, []),
    explanation: agreed(answers, (answer) => answer.explanation, { sv: partialBirthDateNote.sv, en: partialBirthDateNote.en }),
    notes: [
      ...first.notes.filter(({ code }) => answers.every(({ notes }) => notes.some((note) => note.code === code))),
      partialBirthDateNote,
    ],
  };
}
