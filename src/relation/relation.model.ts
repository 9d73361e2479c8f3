/** Who stands how to whom: guardians and households. A child is the other end of a guardianship. */
import type { RelationKind } from '../caseload/vocabulary.model.ts';
import type { LocalDate } from '../kernel/local-date.ts';

export interface NewRelation {
  readonly personId: string;
  readonly relatedPersonId: string;
  readonly kind: RelationKind;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface RelationFile extends NewRelation {
  readonly id: string;
  readonly organisationId: string;
  readonly version: number;
}
