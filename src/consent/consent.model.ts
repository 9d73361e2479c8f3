/** Consents: for what, to whom, how given and how long; withdrawal stops what has not happened yet (catalogue H). */
import type { ConsentForm, ConsentPurpose } from '../caseload/vocabulary.model.ts';
import type { LocalDate } from '../kernel/local-date.ts';

export interface NewConsent {
  readonly personId: string;
  readonly unitId: string;
  readonly purpose: ConsentPurpose;
  readonly scope: string;
  /** Null: it is not given for one unit alone. */
  readonly recipientUnitId: string | null;
  readonly howGiven: ConsentForm;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface ConsentFile {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly recipientUnitId: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** First day on which it no longer counts. */
  readonly withdrawnOn: LocalDate | null;
  readonly version: number;
}
