/**
 * The space of situations that a table of a routine can tell apart. It is no list of situations: an axis holds every
 * value that makes a difference, a box holds a set of values for each axis, and the proof cuts boxes only where a
 * condition of the routine does.
 */
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Situation, Truth } from '../situation.model.ts';
import type { Row } from '../table.model.ts';
import type { Fact, FactKind, Involvement, Matter, Need } from '../vocabulary.model.ts';

/** A person's age on a day: the last day before a birthday, the birthday itself, or the day of birth. */
export interface AgePoint {
  readonly birthDate: LocalDate;
  readonly day: LocalDate;
}

export type AxisName =
  | 'type'
  | 'receivedBy'
  | 'householdHasChildren'
  | 'ownerUnit'
  | 'sections'
  | 'parallelNeed'
  | 'needs'
  | 'involvements'
  | 'childConcern'
  | 'guardianInvolved'
  | `fact ${FactKind}`;

/** One value of an axis: what it adds to a situation. */
export interface Choice {
  readonly facts?: readonly Fact[];
  readonly matter?: Matter;
  readonly needs?: readonly Need[];
  readonly involvements?: readonly Involvement[];
  readonly childConcern?: boolean;
  readonly guardianInvolved?: boolean;
}

/** For each axis the choices (by number) that are still possible. */
export type Box = ReadonlyMap<AxisName, readonly number[]>;

/** What can be read off a situation, and the axes that may change it. */
export interface Look<Result> {
  readonly kind: 'look';
  readonly reads: readonly AxisName[];
  readonly at: (situation: Situation, day: LocalDate) => Result;
}

/** Read off what the table of ongoing responsibility says of the person, matters aside. */
export interface OngoingLook<Result> {
  readonly kind: 'ongoing';
  readonly at: (situation: Situation, day: LocalDate) => Result;
}

/** A condition of the routine, taken apart into what it reads. */
export type Formula =
  | Look<Truth>
  | OngoingLook<Truth>
  | { readonly kind: 'all'; readonly parts: readonly Formula[] }
  | { readonly kind: 'any'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula };

/** Anything that boxes can be cut by. */
export type Glance = Formula | Look<unknown> | OngoingLook<unknown>;

/** A row with its conditions taken apart. */
export interface RowView {
  readonly row: Row;
  readonly when: Formula;
  readonly also: readonly Formula[];
  /** What the units depend on that it answers with, cost aside. */
  readonly words: readonly Glance[];
  /** What else makes a difference while the row is not known to hold: who keeps the matter meanwhile, who pays. */
  readonly gapWords: readonly Glance[];
}

/** A box of situations that meet the same rows in the same way. */
export interface Leaf {
  readonly box: Box;
  /** The first row that holds; null where none does. */
  readonly decider: RowView | null;
  /** Rows above it that may hold, or that only add to what is decided. */
  readonly inPlay: readonly RowView[];
  /** Needs that rows above have settled. */
  readonly settled: readonly string[];
}
