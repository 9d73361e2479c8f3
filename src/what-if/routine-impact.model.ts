/** What a change of routine would mean for the persons of an organisation: before it is decided, and without names. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { CoHandlerRequirement, DeadlineKind, Fact, MatterType, Outcome, UnitKey } from '../routine/vocabulary.model.ts';

/** A person with an open case, as the comparison needs them. */
export interface ComparedPerson {
  readonly id: string;
  /** The case system's own id, where it gave one. */
  readonly externalId: string | null;
  /** `YYYY`, `YYYY-MM` or a date. */
  readonly born: string;
  readonly facts: readonly Fact[];
  readonly cases: readonly ComparedCase[];
}

export interface ComparedCase {
  /** Tells nothing of the person. */
  readonly reference: string;
  readonly unit: UnitKey;
  readonly openedOn: LocalDate;
  /** Null for ongoing support. */
  readonly matter: MatterType | null;
}

/** Who is responsible, as far as the comparison goes. */
export interface ComparedUnits {
  readonly outcome: Outcome;
  readonly authorityUnit: UnitKey | null;
  readonly handlingUnit: UnitKey | null;
  readonly costUnit: UnitKey | null;
  readonly interimUnit: UnitKey | null;
}

export interface ComparedCoHandler {
  readonly requirement: CoHandlerRequirement;
  readonly unit: UnitKey | null;
}

/** One thing that would be otherwise. Dates are local; `until` is the first day after, null where no end is foreseen. */
export type RoutineChange =
  | { readonly kind: 'UNIT'; readonly from: LocalDate; readonly until: LocalDate | null; readonly before: ComparedUnits; readonly after: ComparedUnits }
  | { readonly kind: 'TRANSFER'; readonly before: LocalDate | null; readonly after: LocalDate | null }
  | { readonly kind: 'DEADLINE'; readonly deadline: DeadlineKind; readonly before: LocalDate | null; readonly after: LocalDate | null }
  /** `reference`: the open matter it concerns; null for the person's ongoing case. */
  | { readonly kind: 'CO_HANDLER'; readonly reference: string | null; readonly before: ComparedCoHandler; readonly after: ComparedCoHandler };

export interface PersonImpact {
  readonly person: ComparedPerson;
  readonly changes: readonly RoutineChange[];
}
