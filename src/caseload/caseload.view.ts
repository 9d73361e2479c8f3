/** From records to what the API shows: opaque ids, the mark of a protected identity, ages instead of dates. */
import { globalId } from '../api/global-id.ts';
import { ageOn, parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import { shownStaff, shownUnit } from '../organisation/unit.type.ts';
import type {
  AgreementRecord, AssignmentRecord, CaseRecord, CoHandlingRecord, ConsentRecord, FactRecord, PersonRecord,
  RelationRecord, ResponsibleUnitRecord,
} from './caseload.model.ts';
import type { Assignment, Case, CoHandling, ResponsibleUnit } from './case.type.ts';
import type { Consent, Fact, ManagersAgreement, Person, Relation } from './person.type.ts';

/** What stands where a protected person's name would stand. */
export const protectedName = 'Skyddade personuppgifter';

/** A shown person, with the record behind it for fields that are computed when asked for. */
export interface ShownPerson extends Person {
  readonly record: PersonRecord;
}

/** A shown case, with the record behind it. */
export interface ShownCase extends Case {
  readonly record: CaseRecord;
}

function shownAssignment({ id, staff, from, until }: AssignmentRecord): Assignment {
  return { id, staff: shownStaff(staff), from, until };
}

/** A co-handling; inside its case, `caseItStandsIn` tells that case. */
export function shownCoHandling(record: CoHandlingRecord, today: LocalDate, caseItStandsIn?: () => ShownCase): CoHandling {
  const { role, from, until, version } = record;
  return {
    id: globalId('CoHandling', record.id),
    unit: shownUnit(record.unit),
    staff: record.staff === null ? null : shownStaff(record.staff),
    role, from, until, version,
    get case() {
      if (caseItStandsIn !== undefined) return caseItStandsIn();
      if (record.case === undefined) throw new Error('the selection did not ask for the case of the co-handling');
      return record.case === null ? null : shownCase(record.case, today);
    },
  };
}

function shownResponsibleUnit({ kind, unit, from, until }: ResponsibleUnitRecord): ResponsibleUnit {
  return { kind, unit: shownUnit(unit), from, until };
}

export function shownFact(record: FactRecord): Fact {
  const { unit, receivingUnit, ...fact } = record;
  return {
    ...fact,
    id: globalId('Fact', record.id),
    unit: shownUnit(unit),
    receivingUnit: receivingUnit === null ? null : shownUnit(receivingUnit),
  };
}

export function shownConsent(record: ConsentRecord): Consent {
  const { unit, recipientUnit, ...consent } = record;
  return {
    ...consent,
    id: globalId('Consent', record.id),
    unit: shownUnit(unit),
    recipientUnit: recipientUnit === null ? null : shownUnit(recipientUnit),
  };
}

/** A managers' agreement; inside its person, `personItIsAbout` tells that person. */
export function shownAgreement(record: AgreementRecord, today: LocalDate, personItIsAbout?: () => ShownPerson): ManagersAgreement {
  const { matterType, reason, from, until, version } = record;
  return {
    id: globalId('ManagersAgreement', record.id),
    proposedByUnit: shownUnit(record.proposedByUnit),
    counterpartUnit: shownUnit(record.counterpartUnit),
    agreedUnit: shownUnit(record.agreedUnit),
    approvedBy: record.approvedBy.map(shownUnit),
    matterType, reason, from, until, version,
    get person() {
      if (personItIsAbout !== undefined) return personItIsAbout();
      if (record.person === undefined) throw new Error('the selection did not ask for the person of the agreement');
      return record.person === null ? null : shownPerson(record.person, today);
    },
  };
}

export function shownRelation(record: RelationRecord): Relation {
  const { kind, from, until, version } = record;
  return {
    id: globalId('Relation', record.id),
    personId: globalId('Person', record.personId),
    displayName: record.displayName ?? protectedName,
    kind, from, until, version,
  };
}

/** A case as it stands `today`. */
export function shownCase(record: CaseRecord, today: LocalDate): ShownCase {
  const { reference, kind, openedOn, closedOn, version } = record;
  const current = record.assignments?.find((assignment) => covers(assignment, today));
  const shown: ShownCase = {
    record,
    id: globalId('Case', record.id),
    reference,
    kind,
    openedOn,
    closedOn,
    version,
    unit: shownUnit(record.unit),
    caseworker: current === undefined ? null : shownStaff(current.staff),
    assignments: record.assignments?.map(shownAssignment) ?? [],
    coHandlings: record.coHandlings?.map((coHandling) => shownCoHandling(coHandling, today, () => shown)) ?? [],
    responsibleUnits: record.responsibleUnits?.map(shownResponsibleUnit) ?? [],
    get person() {
      if (record.person === undefined) throw new Error('the selection did not ask for the person of the case');
      return shownPerson(record.person, today);
    },
  };
  return shown;
}

/** A person as the caller may see them `today`. */
export function shownPerson(record: PersonRecord, today: LocalDate): ShownPerson {
  const open = record.protection === 'NONE';
  const birthDate = parseLocalDate(record.born);
  const shown: ShownPerson = {
    record,
    id: globalId('Person', record.id),
    displayName: open ? `${record.givenName ?? ''} ${record.familyName ?? ''}`.trim() : protectedName,
    givenName: record.givenName,
    familyName: record.familyName,
    personalNumber: record.number,
    birthDate: open ? record.born : null,
    age: birthDate === undefined ? null : ageOn(birthDate, record.deceasedOn ?? today),
    protection: record.protection,
    deceasedOn: record.deceasedOn,
    version: record.version,
    cases: record.cases?.map((inner) => shownCase({ ...inner, person: record }, today)) ?? [],
    facts: record.facts?.map(shownFact) ?? [],
    relations: record.relations?.map(shownRelation) ?? [],
    consents: record.consents?.map(shownConsent) ?? [],
    managersAgreements: record.agreements?.map((agreement) => shownAgreement(agreement, today, () => shown)) ?? [],
  };
  return shown;
}
