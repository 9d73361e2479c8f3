/** Co-handling: a caseworker from another unit joined to a case, or consulted by it (R0-45). */
import type { CoHandlingRole } from '../caseload/vocabulary.model.ts';
import type { LocalDate } from '../kernel/local-date.ts';

export interface NewCoHandling {
  /** The unit that takes part: another than the case's own. */
  readonly unitId: string;
  /** Null until the unit has named somebody. */
  readonly staffId: string | null;
  readonly role: CoHandlingRole;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface CoHandlingFile {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly caseUnitId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly version: number;
}
