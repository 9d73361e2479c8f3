/** Who coordinates when several units work with a family: a unit's caseworker, or the longest contact (R1-10 … R1-33). */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Involvement, UnitKey } from './question.model.ts';

/** A unit is involved from its first contact; a caseworker can coordinate from their own. */
export function involvedOn(involvements: readonly Involvement[], day: LocalDate): readonly Involvement[] {
  return involvements.filter((involvement) => involvement.unitContactSince <= day);
}

function earliest(candidates: readonly Involvement[], by: 'caseworkerContactSince' | 'unitContactSince'): Involvement[] {
  let first: LocalDate | undefined;
  for (const candidate of candidates) if (first === undefined || candidate[by] < first) first = candidate[by];
  return candidates.filter((candidate) => candidate[by] === first);
}

/**
 * The caseworker with the longest contact with the family: the earliest own contact; at a tie the one whose unit came
 * first; then the one at `preferred`. Null where that still leaves several (the coordinators decide).
 */
export function longestContact(
  involvements: readonly Involvement[],
  day: LocalDate,
  preferred: UnitKey | undefined,
): Involvement | null {
  const present = involvements.filter((involvement) => involvement.caseworkerContactSince <= day);
  const tied = earliest(earliest(present, 'caseworkerContactSince'), 'unitContactSince');
  const [first] = tied;
  if (first === undefined) return null;
  const isOne = tied.every(({ caseworker, unit }) => caseworker === first.caseworker && unit === first.unit);
  return isOne ? first : (tied.find(({ unit }) => unit === preferred) ?? null);
}

/** The handling caseworker of one unit: the one with an open investigation, then the longest contact. */
export function caseworkerAt(involvements: readonly Involvement[], unit: UnitKey, day: LocalDate): Involvement | null {
  const own = involvements.filter((involvement) => involvement.unit === unit);
  const investigating = own.filter(({ investigationOpen }) => investigationOpen);
  const candidates = investigating.length > 0 ? investigating : own;
  return longestContact(candidates, day, unit) ?? candidates[0] ?? null;
}
