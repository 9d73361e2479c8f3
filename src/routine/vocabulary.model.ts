/**
 * The closed list of words that a routine may speak of and a question may use: kinds of matter, section, need and
 * fact, outcomes, forums. A routine's own units are not here: each routine file declares them.
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

export const continuedNeeds = ['YES', 'NO', 'UNKNOWN'] as const;
/** Need of support after the age limit. UNKNOWN also stands for 'nobody has assessed it'. */
export type ContinuedNeed = (typeof continuedNeeds)[number];

export const meetingOutcomes = ['TRANSFER', 'NO_TRANSFER'] as const;
export type MeetingOutcome = (typeof meetingOutcomes)[number];

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
  readonly outcome?: MeetingOutcome;
  readonly receivingUnit?: UnitKey;
  readonly value?: ContinuedNeed;
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

export const outcomes = ['DETERMINED', 'PROPOSED', 'UNDETERMINED', 'OVERRIDDEN', 'NOT_APPLICABLE'] as const;
/** DETERMINED: an explicit rule. PROPOSED: only implied. UNDETERMINED: a gap. OVERRIDDEN: a managers' agreement. */
export type Outcome = (typeof outcomes)[number];

export const forums = ['COOPERATION_MEETING', 'COORDINATORS', 'DEPARTMENT_HEADS', 'OPERATIONS_MANAGERS'] as const;
export type Forum = (typeof forums)[number];

export const coHandlerRequirements = ['REQUIRED', 'TO_BE_CONSIDERED', 'ON_REQUEST', 'OPTIONAL', 'NONE'] as const;
export type CoHandlerRequirement = (typeof coHandlerRequirements)[number];

export const deadlineKinds = ['CO_HANDLER_ENGAGED', 'CO_HANDLER_PREFERRED', 'NOTICE', 'ADVISORY'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export const planQuestions = ['DECIDE', 'ASK', 'DISCUSS'] as const;
/** Whether a joint plan is to be decided on, asked about, or discussed when units take contact. */
export type PlanQuestion = (typeof planQuestions)[number];

export const forces = ['MUST', 'NORM', 'COND', 'PREF', 'MAY', 'INFO'] as const;
/** How binding the routine's own words are (rule catalogue 0.4). */
export type Force = (typeof forces)[number];
