/** Questions as JSON in, answers as JSON out: the door for the command line and the scenario tables. */
import { loadRoutines } from '../routine/routine.loader.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { Answer } from './answer.model.ts';
import { decide } from './decide.rules.ts';
import { parseQuestion } from './question.parse.ts';
import type { RefusedQuestion } from './question.parse.ts';

export type Evaluated = Answer | RefusedQuestion;

export function isRefused(answer: Evaluated): answer is RefusedQuestion {
  return 'error' in answer;
}

let shipped: RoutineLibrary | undefined;

/** Answers each question in its order; a malformed one gets an error and does not stop the others. */
export function evaluateAll(questions: readonly unknown[], routines?: RoutineLibrary): Evaluated[] {
  const library = routines ?? (shipped ??= loadRoutines());
  return questions.map((input) => {
    const question = parseQuestion(input, library);
    return 'error' in question ? question : decide(question, library);
  });
}
