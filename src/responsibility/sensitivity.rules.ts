/** What would change an answer: the same question decided again with one fact otherwise, told where it matters. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import { versionOn } from '../routine/version.model.ts';
import type { RoutineLibrary, RoutineVersion } from '../routine/version.model.ts';
import type { Answer } from './answer.model.ts';
import { routineOf } from './decide.rules.ts';
import { factVariations } from './fact-variations.rules.ts';
import type { Variation } from './fact-variations.rules.ts';
import type { Fact, Question } from './question.model.ts';
import { variationWords } from './variation-words.rules.ts';

/** One way in which the answer would be another. */
export interface Sensitivity {
  readonly variation: Variation;
  /** 'If the studies end before 2027-05-15, then …' */
  readonly text: Bilingual;
  /** The answer that would be given. */
  readonly answer: Answer;
}

/** Answers for a person with these facts on a day; the one who asks decides what may be told. */
export type AnswerWith = (facts: readonly Fact[], asOf: LocalDate) => Answer;

/** What counts as another answer: outcome, units, the date of the next transfer and the deadlines, not their status. */
function effectOf({ outcome, handlingUnit, authorityUnit, costUnit, interimUnit, parallelUnits, nextTransferDate, deadlines }: Answer): string {
  const due = deadlines.map(({ kind, date }) => `${kind} ${date}`);
  return JSON.stringify([outcome, handlingUnit, authorityUnit, costUnit, interimUnit, parallelUnits, nextTransferDate, due]);
}

const isWithheld = ({ notes }: Answer): boolean => notes.some(({ code }) => code === 'WITHHELD');

/** The answer without what is not told of the other: where one has no dates, none are compared. */
function comparable(answer: Answer, other: Answer): Answer {
  return isWithheld(answer) || isWithheld(other) ? { ...answer, validTo: null, nextTransferDate: null, deadlines: [] } : answer;
}

function versionFor(question: Question, routines: RoutineLibrary): RoutineVersion | undefined {
  const version = versionOn(routineOf(question, routines), question.asOf);
  return version?.ongoing == null ? undefined : version;
}

/**
 * Every single fact that would change the answer to a question about ongoing responsibility, if it were otherwise.
 * `question.facts` are those that may be told; `answerWith` decides with whatever else decides.
 */
export function sensitivity(question: Question, routines: RoutineLibrary, answerWith: AnswerWith): readonly Sensitivity[] {
  const version = versionFor(question, routines);
  const born = question.birthDate ?? question.birthRange?.earliest;
  if (version === undefined || born === undefined) return [];
  const { asOf } = question;
  const base = answerWith(question.facts, asOf);
  const found = new Map<string, Sensitivity>();
  for (const variation of factVariations(version.entry, question.facts, asOf, born)) {
    const answer = answerWith(variation.facts, asOf);
    const [before, after] = [comparable(base, answer), comparable(answer, base)];
    const effect = effectOf(after);
    if (effect === effectOf(before)) continue;
    const { kind, fact } = variation;
    // What has begun all along and what begins now is told once where it comes to the same.
    const key = `${kind === 'WAS_ONGOING' ? 'BEGINS' : kind} ${JSON.stringify({ ...fact, from: null, until: null })} ${kind === 'BEGINS' || kind === 'WAS_ONGOING' ? '' : fact.from} ${effect}`;
    if (found.has(key)) continue;
    const answerOn = (day: LocalDate): Answer => answerWith(variation.facts, day);
    found.set(key, { variation, answer, text: variationWords({ variation, version, asOf, base: before, answer: after, answerOn }) });
  }
  return [...found.values()];
}
