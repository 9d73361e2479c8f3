/**
 * A question put to a routine, as the contract words it: who is responsible for a person, for a new matter, or for
 * coordinating several units. Plain values only; parsing lives in question.parse.ts. The words it may use are the
 * routine language's (routine/vocabulary.model.ts).
 */
import type { LocalDate } from '../kernel/local-date.ts';
import type { AskKind, Fact, Involvement, Matter, Need } from '../routine/vocabulary.model.ts';

export { askKinds, factKinds, matterTypes, needTypes, sections } from '../routine/vocabulary.model.ts';
export type {
  AskKind,
  Fact,
  FactKind,
  Involvement,
  Matter,
  MatterType,
  Need,
  NeedType,
  Section,
  UnitKey,
} from '../routine/vocabulary.model.ts';

/** What is known of a birth date of which the day, or the month and the day, are not: both ends included. */
export interface BirthRange {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
}

export interface Question {
  readonly id: string;
  readonly routine: string;
  readonly ask: AskKind;
  /** ONGOING, COORDINATOR: the date asked about. NEW_MATTER: the date received. */
  readonly asOf: LocalDate;
  /** Null where the date, or a part of it, is not known: then `birthRange` says what is. */
  readonly birthDate: LocalDate | null;
  /** Only where `birthDate` is null; absent where nothing is known. */
  readonly birthRange?: BirthRange;
  readonly matter?: Matter;
  readonly needs: readonly Need[];
  readonly facts: readonly Fact[];
  readonly involvements: readonly Involvement[];
  readonly childConcern: boolean;
  /** The guardian is in contact with every other unit. */
  readonly guardianInvolved: boolean;
}
