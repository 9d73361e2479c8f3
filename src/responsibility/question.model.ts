/**
 * A question put to a routine, as the contract words it: who is responsible for a person, for a new matter, or for
 * coordinating several units. Plain values only; parsing lives in question.parse.ts.
 */
import type { LocalDate } from '../kernel/local-date.ts';

export const askKinds = ['ONGOING', 'NEW_MATTER', 'COORDINATOR'] as const;
export type AskKind = (typeof askKinds)[number];

export const matterTypes = [
  'INCOME_SUPPORT',
  'HOUSING_SUPPORT',
  'ARREARS',
  'INTERVENTION',
  'INTOXICATION_REPORT',
  'DRUNK_DRIVING',
  'NARCOTICS_OFFENCE',
  'DRIVING_LICENCE_OPINION',
  'GUARDIAN_SUBSTANCE_REPORT',
  'REPORT',
  'APPLICATION',
] as const;
export type MatterType = (typeof matterTypes)[number];

export const sections = [
  'ECONOMIC_ASSISTANCE',
  'CHILD_YOUTH',
  'FAMILY_LAW',
  'SOCIAL_PSYCHIATRY',
  'SUBSTANCE_MISUSE',
  'SOL_LSS_CHILDREN',
  'SOL_LSS_ADULTS',
  'DOMESTIC_VIOLENCE',
] as const;
export type Section = (typeof sections)[number];

export const needTypes = [
  'SUBSTANCE_MISUSE',
  'SUBSTANCE_TREATMENT',
  'ECONOMIC_ASSISTANCE',
  'DOMESTIC_VIOLENCE',
  'SOCIAL_PSYCHIATRY',
  'DISABILITY',
  'ELDER_CARE',
  'SUPPORTED_HOUSING',
  'HOUSING_ONLY',
  'OTHER',
] as const;
export type NeedType = (typeof needTypes)[number];

export const factKinds = [
  'LVU_CARE',
  'FAMILY_HOME_PLACEMENT',
  'INSTITUTION_PLACEMENT',
  'UPPER_SECONDARY_STUDIES',
  'OPEN_CASE',
  'MANAGERS_AGREEMENT',
  'TRANSFER_OUTCOME',
  'CONTINUED_NEED',
  'CO_HANDLER',
  'NOTICE_GIVEN',
  'HOMELESS',
  'MENTAL_DISABILITY',
] as const;
export type FactKind = (typeof factKinds)[number];

/** Unit keys are the routine's own: the routine file declares them, so a fifth municipality brings its own. */
export type UnitKey = string;

/** What is known, or known not to be known, about a person during a half-open period. */
export interface Fact {
  readonly kind: FactKind;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** False where it is not known whether the fact holds. */
  readonly known: boolean;
  readonly placedByFosterCareService?: boolean;
  readonly unit?: UnitKey;
  readonly approvedBy?: readonly UnitKey[];
  readonly matterType?: MatterType;
  readonly outcome?: 'TRANSFER' | 'NO_TRANSFER';
  readonly receivingUnit?: UnitKey;
  readonly value?: 'YES' | 'NO' | 'UNKNOWN';
  readonly atRisk?: boolean;
  readonly diagnosisDocumented?: boolean;
}

export interface Matter {
  readonly type?: MatterType;
  readonly receivedBy?: UnitKey;
  readonly householdHasChildren?: boolean;
  readonly ownerUnit?: UnitKey;
  readonly sections?: readonly Section[];
  readonly parallelNeed?: boolean;
}

export interface Need {
  readonly type: NeedType;
  readonly clearlyEvident: boolean;
}

/** One unit's contact with the family, for the choice of coordinator. */
export interface Involvement {
  readonly unit: UnitKey;
  readonly caseworker: string;
  readonly caseworkerContactSince: LocalDate;
  readonly unitContactSince: LocalDate;
  readonly investigationOpen: boolean;
}

export interface Question {
  readonly id: string;
  readonly routine: string;
  readonly ask: AskKind;
  /** ONGOING, COORDINATOR: the date asked about. NEW_MATTER: the date received. */
  readonly asOf: LocalDate;
  readonly birthDate: LocalDate | null;
  readonly matter?: Matter;
  readonly needs: readonly Need[];
  readonly facts: readonly Fact[];
  readonly involvements: readonly Involvement[];
  readonly childConcern: boolean;
  readonly guardianInvolved: boolean;
}
