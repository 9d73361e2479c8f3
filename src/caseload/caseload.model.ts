/**
 * Persons with their cases, as a caller may see them. Whoever takes part in a case is in here; what an answer needs is
 * read in one statement. Not for writing: that is each subject's own store.
 */
import type { LocalDate } from '../kernel/local-date.ts';
import type { StaffRecord, UnitRecord } from '../organisation/unit.model.ts';
import type { CoHandlingRole, Protection, RelativeKind, ResponsibilityKind } from './vocabulary.model.ts';

export interface AssignmentRecord {
  readonly id: string;
  readonly staff: StaffRecord;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface CoHandlingRecord {
  readonly id: string;
  readonly unit: UnitRecord;
  readonly staff: StaffRecord | null;
  readonly role: CoHandlingRole;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly version: number;
  /** Null where the caller may not see the case (any more); absent where it stands inside its case. */
  readonly case?: CaseRecord | null;
}

/** What a routine's question needs of a fact; `visible` says whether the fact itself may be shown to the caller. */
export interface DecidingFactRecord {
  readonly kind: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly known: boolean;
  readonly unit: string | null;
  readonly placedByFosterCareService: boolean | null;
  readonly outcome: 'TRANSFER' | 'NO_TRANSFER' | null;
  readonly receivingUnit: string | null;
  readonly value: 'YES' | 'NO' | 'UNKNOWN' | null;
  readonly atRisk: boolean | null;
  readonly diagnosisDocumented: boolean | null;
  readonly matterType: string | null;
  readonly approvedBy: readonly string[] | null;
  readonly visible: boolean;
}

/** The same as the database sends it: the last value is null for facts that say nothing more. */
export type DecidingFactRow = readonly [
  kind: string,
  from: LocalDate,
  until: LocalDate | null,
  known: boolean,
  visible: boolean,
  unit: string | null,
  more: Omit<DecidingFactRecord, 'kind' | 'from' | 'until' | 'known' | 'visible' | 'unit'> | null,
];

export interface FactRecord {
  readonly id: string;
  readonly kind: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly known: boolean;
  readonly unit: UnitRecord;
  readonly placedByFosterCareService: boolean | null;
  readonly outcome: string | null;
  readonly receivingUnit: UnitRecord | null;
  readonly value: string | null;
  readonly needCategories: readonly string[];
  readonly atRisk: boolean | null;
  readonly diagnosisDocumented: boolean | null;
  readonly version: number;
}

export interface RelationRecord {
  readonly id: string;
  readonly kind: RelativeKind;
  readonly personId: string;
  readonly displayName: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly version: number;
}

export interface ConsentRecord {
  readonly id: string;
  readonly purpose: string;
  readonly scope: string;
  readonly howGiven: string;
  readonly unit: UnitRecord;
  readonly recipientUnit: UnitRecord | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
  readonly version: number;
}

export interface AgreementRecord {
  readonly id: string;
  readonly proposedByUnit: UnitRecord;
  readonly counterpartUnit: UnitRecord;
  readonly agreedUnit: UnitRecord;
  readonly matterType: string | null;
  readonly reason: string;
  readonly approvedBy: readonly UnitRecord[];
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly version: number;
  /** Null where the caller may not see the person; absent where it stands inside its person. */
  readonly person?: PersonRecord | null;
}

/** Identity is null where it is protected; lists that were not asked for are absent. */
export interface PersonRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly numberKind: string;
  readonly number: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly protection: Protection;
  /** For rules only: never shown for the protected. */
  readonly born: string;
  readonly deceasedOn: LocalDate | null;
  readonly version: number;
  readonly cases?: readonly CaseRecord[];
  readonly facts?: readonly FactRecord[];
  readonly relations?: readonly RelationRecord[];
  readonly consents?: readonly ConsentRecord[];
  readonly agreements?: readonly AgreementRecord[];
  /** Null where no fact is recorded. */
  readonly decidingFacts?: readonly DecidingFactRow[] | null;
}

export interface CaseRecord {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly unit: UnitRecord;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly version: number;
  readonly person?: PersonRecord;
  readonly assignments?: readonly AssignmentRecord[];
  readonly coHandlings?: readonly CoHandlingRecord[];
  readonly responsibleUnits?: readonly ResponsibleUnitRecord[];
}

export interface ResponsibleUnitRecord {
  readonly kind: ResponsibilityKind;
  readonly unit: UnitRecord;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** What to read beside a person's identity. */
export interface PersonSelection {
  readonly cases?: CaseSelection;
  readonly facts?: boolean;
  readonly relations?: boolean;
  readonly consents?: boolean;
  readonly agreements?: boolean;
  readonly responsibility?: boolean;
}

/** What to read beside a case itself. */
export interface CaseSelection {
  readonly person?: PersonSelection;
  readonly assignments?: boolean;
  readonly coHandlings?: boolean;
  readonly responsibleUnits?: boolean;
}
