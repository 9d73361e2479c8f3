/** What the conditions of a routine look at: one person or matter, with what was known on the day of the question. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Period } from '../kernel/period.ts';
import type { Fact, Involvement, Matter, Need, UnitKey } from './vocabulary.model.ts';

/** The periods of one kind of fact: as known, and as they would be if everything uncertain held. */
export interface Track {
  readonly known: readonly Period[];
  readonly possible: readonly Period[];
}

export interface Situation {
  /** Null only where no condition asks for an age. */
  readonly birthDate: LocalDate | null;
  readonly facts: readonly Fact[];
  readonly matter: Matter | undefined;
  readonly needs: readonly Need[];
  readonly involvements: readonly Involvement[];
  readonly childConcern: boolean;
  readonly guardianInvolved: boolean;
  /** Worked out once per situation: birthdays by age, and tracks by the slot of their condition. */
  readonly birthdays: (LocalDate | undefined)[];
  readonly tracks: Map<string, Track>;
}

/** A condition does not hold. */
export const NO = 0;
/** It is not known whether a condition holds. */
export const UNSURE = 1;
/** A condition holds. */
export const YES = 2;

/** Numbers, so that 'and' is the least of several, 'or' the greatest, and 'not' the complement to YES. */
export type Truth = typeof NO | typeof UNSURE | typeof YES;

export type Test = (situation: Situation, day: LocalDate) => Truth;

export type UnitFinder = (situation: Situation, day: LocalDate) => UnitKey | null;
