/** A situation of the proof as a question that can be pasted into `evaluate`. */
import type { AskedQuestion } from './finding.model.ts';
import type { Reading } from './axes.rules.ts';
import type { AgePoint, Choice } from './space.model.ts';

/** The question; what it does not say is left out. */
export function questionOf({ ask, version }: Pick<Reading, 'ask' | 'version'>, point: AgePoint, choice: Choice): AskedQuestion {
  const { facts = [], matter = {}, needs = [], involvements = [], childConcern, guardianInvolved } = choice;
  const isFamily = ask === 'COORDINATOR';
  return {
    id: 'proof',
    routine: version.routine,
    ask,
    asOf: point.day,
    ...(isFamily ? {} : { person: { birthDate: point.birthDate } }),
    ...(ask === 'NEW_MATTER' || Object.keys(matter).length > 0 ? { matter } : {}),
    ...(needs.length > 0 ? { needs } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    ...(involvements.length > 0 ? { involvements } : {}),
    ...(isFamily ? { childConcern: childConcern ?? false, guardianInvolved: guardianInvolved ?? false } : {}),
  };
}
