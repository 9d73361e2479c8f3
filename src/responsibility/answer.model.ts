/** The answer to a question of responsibility: always with its rules, citations and reason. See contract section 3. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { FactKind, UnitKey } from './question.model.ts';

export const outcomes = ['DETERMINED', 'PROPOSED', 'UNDETERMINED', 'OVERRIDDEN', 'NOT_APPLICABLE'] as const;
/** DETERMINED: an explicit rule. PROPOSED: only implied. UNDETERMINED: a gap. OVERRIDDEN: a managers' agreement. */
export type Outcome = (typeof outcomes)[number];

export const forums = ['COOPERATION_MEETING', 'COORDINATORS', 'DEPARTMENT_HEADS', 'OPERATIONS_MANAGERS'] as const;
export type Forum = (typeof forums)[number];

export const coHandlerRequirements = ['REQUIRED', 'TO_BE_CONSIDERED', 'ON_REQUEST', 'OPTIONAL', 'NONE'] as const;
export type CoHandlerRequirement = (typeof coHandlerRequirements)[number];

export const deadlineKinds = ['CO_HANDLER_ENGAGED', 'CO_HANDLER_PREFERRED', 'NOTICE', 'ADVISORY'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export const deadlineStatuses = ['MET', 'LATE', 'PENDING', 'MISSED'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];

export const forces = ['MUST', 'NORM', 'COND', 'PREF', 'MAY', 'INFO'] as const;
/** How binding the routine's own words are (rule catalogue 0.4). */
export type Force = (typeof forces)[number];

export interface Deadline {
  readonly kind: DeadlineKind;
  /** Latest day on which it is done in time. */
  readonly date: LocalDate;
  readonly force: Force;
  readonly status: DeadlineStatus;
  readonly ruleIds: readonly string[];
}

export interface Consultation {
  readonly unit: UnitKey;
  readonly role: string;
  readonly before: string;
  readonly ruleIds: readonly string[];
}

export interface Citation {
  readonly ruleId: string;
  readonly document: string;
  readonly section: string;
}

export interface Note extends Bilingual {
  readonly code: string;
}

export interface CoordinatorAnswer {
  readonly caseworker: string;
  readonly unit: UnitKey;
  readonly planQuestion: 'DECIDE' | 'ASK' | 'DISCUSS';
}

export interface Answer {
  readonly id: string;
  readonly outcome: Outcome;
  readonly handlingUnit: UnitKey | null;
  readonly authorityUnit: UnitKey | null;
  readonly costUnit: UnitKey | null;
  readonly interimUnit: UnitKey | null;
  readonly parallelUnits: readonly UnitKey[];
  readonly coHandler: { readonly requirement: CoHandlerRequirement; readonly unit: UnitKey | null };
  readonly consultations: readonly Consultation[];
  /** Half-open stretch around the date asked about during which this same answer holds; null is open. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly nextTransferDate: LocalDate | null;
  readonly deadlines: readonly Deadline[];
  readonly raiseAt: Forum | null;
  /** Facts that would settle an undetermined answer. */
  readonly asks: readonly (FactKind | 'BIRTH_DATE')[];
  readonly coordinator: CoordinatorAnswer | null;
  readonly ruleIds: readonly string[];
  readonly citations: readonly Citation[];
  readonly explanation: Bilingual;
  readonly notes: readonly Note[];
}
