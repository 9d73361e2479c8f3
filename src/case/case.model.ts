/** A case for writing: what its rules look at. Reading for people is the caseload's. */
import type { LocalDate } from '../kernel/local-date.ts';

export { caseKinds, type CaseKind } from '../caseload/vocabulary.model.ts';

export interface CaseFile {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly version: number;
}
