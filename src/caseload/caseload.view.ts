/** From records to what the API shows: opaque ids, the mark of a protected identity, ages instead of dates. */
import { globalId, type NodeType } from '../api/global-id.ts';
import { ageOn, parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import type {
  AgreementRecord, AssignmentRecord, CaseRecord, CoHandlingRecord, ConsentRecord, FactRecord, PersonRecord,
  RelationRecord, ResponsibleUnitRecord, StaffRecord, UnitRecord,
} from './caseload.model.ts';
import type { Assignment, Case, CoHandling, ResponsibleUnit } from './case.type.ts';
import type { Consent, Fact, ManagersAgreement, Person, Relation } from './person.type.ts';
import type { Staff, StaffUnit } from './staff-unit.type.ts';

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

const idOfType = (type: NodeType, id: string): string => globalId(type, id);

export function shownUnit({ id, key, name }: UnitRecord): StaffUnit {
  return { id: idOfType('Unit', id), key, name };
}

export function shownStaff({ id, displayName }: StaffRecord): Staff {
  return { id: idOfType('Staff', id), displayName };
}

function shownAssignment({ id, staff, from, until }: AssignmentRecord): Assignment {
  return { id, staff: shownStaff(staff), from, until };
}

export function shownCoHandling(record: CoHandlingRecord): CoHandling {
  const { role, from, until, version } = record;
  const staff = record.staff === null ? null : shownStaff(record.staff);
  return { id: idOfType('CoHandling', record.id), unit: shownUnit(record.unit), staff, role, from, until, version };
}

function shownResponsibleUnit({ kind, unit, from, until }: ResponsibleUnitRecord): ResponsibleUnit {
  return { kind, unit: shownUnit(unit), from, until };
}

export function shownFact(record: FactRecord): Fact {
  const { unit, receivingUnit, ...fact } = record;
  return {
    ...fact,
    id: idOfType('Fact', record.id),
    unit: shownUnit(unit),
    receivingUnit: receivingUnit === null ? null : shownUnit(receivingUnit),
  };
}

export function shownConsent(record: ConsentRecord): Consent {
  const { unit, recipientUnit, ...consent } = record;
  return {
    ...consent,
    id: idOfType('Consent', record.id),
    unit: shownUnit(unit),
    recipientUnit: recipientUnit === null ? null : shownUnit(recipientUnit),
  };
}

export function shownAgreement(record: AgreementRecord): ManagersAgreement {
  return {
    ...record,
    id: idOfType('ManagersAgreement', record.id),
    agreedUnit: shownUnit(record.agreedUnit),
    approvedBy: record.approvedBy.map(shownUnit),
  };
}

function shownRelation(record: RelationRecord): Relation {
  const { kind, from, until } = record;
  return {
    id: idOfType('Relation', record.id),
    personId: idOfType('Person', record.personId),
    displayName: record.displayName ?? protectedName,
    kind,
    from,
    until,
  };
}

/** A case as it stands `today`. */
export function shownCase(record: CaseRecord, today: LocalDate): ShownCase {
  const { reference, kind, openedOn, closedOn, version } = record;
  const current = record.assignments?.find((assignment) => covers(assignment, today));
  return {
    record,
    id: idOfType('Case', record.id),
    reference,
    kind,
    openedOn,
    closedOn,
    version,
    unit: shownUnit(record.unit),
    caseworker: current === undefined ? null : shownStaff(current.staff),
    assignments: record.assignments?.map(shownAssignment) ?? [],
    coHandlings: record.coHandlings?.map(shownCoHandling) ?? [],
    responsibleUnits: record.responsibleUnits?.map(shownResponsibleUnit) ?? [],
    get person() {
      if (record.person === undefined) throw new Error('the selection did not ask for the person of the case');
      return shownPerson(record.person, today);
    },
  };
}

/** A person as the caller may see them `today`. */
export function shownPerson(record: PersonRecord, today: LocalDate): ShownPerson {
  const open = record.protection === 'NONE';
  const birthDate = parseLocalDate(record.born);
  return {
    record,
    id: idOfType('Person', record.id),
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
    managersAgreements: record.agreements?.map(shownAgreement) ?? [],
  };
}
