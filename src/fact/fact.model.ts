/**
 * Facts that a unit records about a person, each for a period: what the routine's questions rest on. Open cases,
 * co-handlers and managers' agreements decide too, but are recorded as what they are.
 */
import type { NeedCategory } from '../caseload/vocabulary.model.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { factKinds, type FactKind } from '../responsibility/question.model.ts';
import type { ContinuedNeed, MeetingOutcome } from '../routine/vocabulary.model.ts';

const recordedElsewhere = ['OPEN_CASE', 'CO_HANDLER', 'MANAGERS_AGREEMENT'] as const;
export type RecordedFactKind = Exclude<FactKind, (typeof recordedElsewhere)[number]>;

export const recordedFactKinds = factKinds.filter(
  (kind): kind is RecordedFactKind => !recordedElsewhere.some((other) => other === kind),
);

/** What only some kinds of fact say; null where it is not said. */
export interface FactParticulars {
  readonly placedByFosterCareService: boolean | null;
  readonly outcome: MeetingOutcome | null;
  readonly receivingUnitId: string | null;
  readonly value: ContinuedNeed | null;
  readonly needCategories: readonly NeedCategory[];
  readonly atRisk: boolean | null;
  readonly diagnosisDocumented: boolean | null;
}

export interface NewFact extends FactParticulars {
  readonly personId: string;
  readonly unitId: string;
  readonly kind: RecordedFactKind;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly known: boolean;
}

export interface FactFile {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly version: number;
}
