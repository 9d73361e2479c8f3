/**
 * The termly inventory of coming age-based transfers (rule catalogue part F): who is on it, in which block, and what
 * is said of each. Nothing here is masked; what a caller may see of it is the report's business.
 */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Period } from '../kernel/period.ts';
import type { Routine, RoutineVersion } from '../routine/version.model.ts';
import type { Fact, UnitKey } from '../routine/vocabulary.model.ts';

/** A need of support as coded in case files (F.5). UNKNOWN where none is given. */
export const needCategories = [
  'HOUSING_SUPPORT',
  'SOCIAL_PSYCHIATRY',
  'ADDICTION',
  'DISABILITY',
  'ECONOMIC_ASSISTANCE',
  'ELDER_CARE',
  'OTHER',
  'UNKNOWN',
] as const;
export type NeedCategory = (typeof needCategories)[number];

/** A fact with the needs that came with an assessment. */
export interface CandidateFact extends Fact {
  readonly needCategories?: readonly NeedCategory[];
}

export type Protection = 'NONE' | 'CONFIDENTIALITY_MARKED' | 'PROTECTED_REGISTRATION';

/** An open case at a unit that hands over, with all that decides. Identity is null where the reader may not have it. */
export interface Candidate {
  readonly caseId: string;
  readonly personId: string;
  readonly reference: string;
  readonly unit: UnitKey;
  /** The case is at a unit whose rows the reader sees in full. */
  readonly own: boolean;
  /** The reader may know who it is: own unit, or consent to named sharing with the reader's unit. */
  readonly named: boolean;
  readonly isProtected: boolean;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly number: string | null;
  /** Null where the day or the month is not known; then `born` holds what is. */
  readonly birthDate: LocalDate | null;
  /** A year, a year and month, or a date. */
  readonly born: string;
  readonly deceasedOn: LocalDate | null;
  readonly caseworker: string | null;
  /** Consent to named sharing is in force today, for whatever unit. */
  readonly hasConsent: boolean;
  readonly facts: readonly CandidateFact[];
}

export const blocks = ['KNOWN', 'ASSESSMENT_MISSING', 'UNDETERMINED', 'EARLY'] as const;
/**
 * KNOWN: a coming or overdue transfer. ASSESSMENT_MISSING: due, but the need is not assessed. UNDETERMINED: the routine
 * has no answer. EARLY: turns the early age in the term.
 */
export type Block = (typeof blocks)[number];

export const exclusionReasons = [
  'DECEASED', 'CLOSED', 'OTHER_CASE', 'NEED_NO', 'NO_TRANSFER', 'NO_TRANSFER_DATE', 'NOT_DUE',
] as const;
/**
 * Why an open case is not on the list. OTHER_CASE: the person is listed by another case. NO_TRANSFER: so decided at a
 * meeting. NO_TRANSFER_DATE: the routine moves nothing. NOT_DUE: beyond the term's horizon.
 */
export type ExclusionReason = (typeof exclusionReasons)[number];

export type DeadlineState = 'ON_TIME' | 'LATE' | 'MISSING' | 'NOT_YET_DUE';
export type PlacementKind = 'NONE' | 'FOSTER_CARE_SERVICE' | 'FAMILY_HOME' | 'OTHER';
export type Setting = 'FOSTER_CARE' | 'LVU' | 'ORDINARY';
export type DiagnosisState = 'DOCUMENTED' | 'NOT_DOCUMENTED' | 'NOT_APPLICABLE';
export type UndeterminedReason = 'NO_RULE' | 'FACT_UNKNOWN' | 'BIRTH_DATE_UNKNOWN';

/** One person on the inventory. */
export interface InventoryRow {
  readonly candidate: Candidate;
  readonly block: Block;
  /** Whole years on the snapshot date; null where the birth date is not fully known. */
  readonly age: number | null;
  /** First day of the next unit's responsibility; null where it cannot be told. */
  readonly transferDate: LocalDate | null;
  /** The date rests on an exception that is expected to hold. */
  readonly isProjected: boolean;
  /** Carried over: the day of transfer has come and the transfer is not completed. */
  readonly isOverdue: boolean;
  readonly deadline: LocalDate | null;
  readonly advisory: LocalDate | null;
  /** From the snapshot date to the deadline; negative when it has passed. */
  readonly daysToDeadline: number | null;
  readonly status: DeadlineState | null;
  readonly notifiedOn: LocalDate | null;
  readonly coHandler: { readonly unit: UnitKey; readonly since: LocalDate } | null;
  readonly need: 'YES' | 'UNKNOWN';
  readonly needCategories: readonly NeedCategory[];
  readonly receiver: UnitKey | null;
  readonly placement: PlacementKind;
  readonly hasLvu: boolean;
  /** For the counts: each person in one of the three, the foster-care service's first. */
  readonly setting: Setting;
  readonly diagnosis: DiagnosisState;
  readonly exceptionRuleId: string | null;
  readonly reason: UndeterminedReason | null;
  readonly raiseAt: string | null;
  /** The routine's answer in words, where it is undetermined. */
  readonly explanation: string | null;
}

export interface Exclusion {
  readonly candidate: Candidate;
  readonly reason: ExclusionReason;
}

export interface Inventory {
  /** By date of transfer, then by reference: an order that tells nothing of who is hidden. */
  readonly rows: readonly InventoryRow[];
  readonly excluded: readonly Exclusion[];
}

/** The term asked for: half-open, and its last day. */
export interface InventoryTerm extends Period {
  /** Such as `HT2026`. */
  readonly label: string;
  readonly until: LocalDate;
  readonly lastDay: LocalDate;
}

/** What the routine says of its inventory. */
export type InventoryEntry = NonNullable<RoutineVersion['entry']['inventory']>;

/** What the inventory is taken of: a routine version with its inventory, a term and the snapshot date. */
export interface InventoryFrame {
  readonly routine: Routine;
  readonly version: RoutineVersion;
  readonly inventory: InventoryEntry;
  readonly term: InventoryTerm;
  /** The facts are taken as known on this day. */
  readonly snapshot: LocalDate;
}
