/** Which units an answer names, for lists that ask no more: without dates, deadlines, rules and reason. */
import { situationOf } from '../routine/situation.rules.ts';
import { versionOn, type RoutineLibrary } from '../routine/version.model.ts';
import type { Answer } from './answer.model.ts';
import { decide, routineOf } from './decide.rules.ts';
import type { Question } from './question.model.ts';
import { tableFor } from './stretch.rules.ts';

/** What {@link decideUnits} tells of an answer. */
export const unitFields = [
  'outcome', 'handlingUnit', 'authorityUnit', 'costUnit', 'interimUnit', 'parallelUnits', 'raiseAt',
] as const satisfies readonly (keyof Answer)[];

export type UnitsAnswer = Pick<Answer, (typeof unitFields)[number]>;

/** The same as `decide` says in these fields, at a tenth of the work. A test compares the two. */
export function decideUnits(question: Question, routines: RoutineLibrary): UnitsAnswer {
  const version = versionOn(routineOf(question, routines), question.asOf);
  const table = version === undefined ? null : tableFor(version, question.ask);
  if (table === null || question.birthDate === null || question.ask === 'COORDINATOR') return decide(question, routines);
  const verdict = table.decide(situationOf(question, question.asOf), question.asOf);
  return {
    outcome: verdict.outcome,
    handlingUnit: verdict.handling,
    authorityUnit: verdict.authority,
    costUnit: verdict.cost,
    interimUnit: verdict.interim,
    parallelUnits: verdict.parallel,
    raiseAt: verdict.raiseAt,
  };
}
