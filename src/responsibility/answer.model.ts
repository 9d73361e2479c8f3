/** The answer to a question of responsibility: always with its rules, citations and reason. See contract section 3. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import type {
  CoHandlerRequirement,
  DeadlineKind,
  FactKind,
  Force,
  Forum,
  Outcome,
  PlanQuestion,
  UnitKey,
} from '../routine/vocabulary.model.ts';

export { coHandlerRequirements, deadlineKinds, forces, forums, outcomes } from '../routine/vocabulary.model.ts';
export type { CoHandlerRequirement, DeadlineKind, Force, Forum, Outcome, PlanQuestion } from '../routine/vocabulary.model.ts';

export const deadlineStatuses = ['MET', 'LATE', 'PENDING', 'MISSED'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];

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
  readonly planQuestion: PlanQuestion;
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
