/** A managers' agreement on another responsibility than the routine's (R0-10): nothing until both managers approved. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { MatterType } from '../responsibility/question.model.ts';

export interface NewAgreement {
  readonly personId: string;
  readonly proposedByUnitId: string;
  readonly counterpartUnitId: string;
  readonly agreedUnitId: string;
  /** Null: it covers the person, whatever the matter. */
  readonly matterType: MatterType | null;
  readonly reason: string;
  readonly from: LocalDate;
  /** Null is refused: an agreement must have an end. */
  readonly until: LocalDate | null;
}

export interface Approval {
  readonly unitId: string;
  readonly staffId: string;
}

export interface AgreementFile {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly proposedByUnitId: string;
  readonly counterpartUnitId: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly version: number;
  readonly approvals: readonly Approval[];
}
