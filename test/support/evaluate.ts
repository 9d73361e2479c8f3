/** The one door through which the scenario tables reach the engine. */
import { evaluateAll } from '../../src/responsibility/evaluate.ts';

/** Answers contract questions in their order. A malformed question gets an answer with `error`. */
export function evaluate(questions: readonly unknown[]): readonly unknown[] {
  return evaluateAll(questions);
}
