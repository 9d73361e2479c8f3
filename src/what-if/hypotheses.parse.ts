/** Supposed facts out of what a caller sends: read as the facts of a question are. */
import { invalid } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { parseQuestion } from '../responsibility/question.parse.ts';
import type { Fact } from '../responsibility/question.model.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';

/** Reads the supposed facts as a question to the routine does. @throws Fault with the path of what is wrong */
export function supposedFacts(given: readonly unknown[], routine: string, routines: RoutineLibrary, asOf: LocalDate): readonly Fact[] {
  const question = parseQuestion({ id: 'what-if', routine, ask: 'ONGOING', asOf, facts: given }, routines);
  if (!('error' in question)) return question.facts;
  const { code, path, message } = question.error;
  const [sv = message, en = message] = message.split(' / ');
  throw invalid(code, path.replace(/^facts/u, 'addFacts'), { sv, en });
}
