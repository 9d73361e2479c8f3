/** What is shown is noted in the request's audit row: every person whose data an answer may hold. */
import type { Kysely } from 'kysely';
import { notFound, type Fault } from '../kernel/faults.ts';
import type { RequestScope } from '../request/request-scope.ts';
import type { AgreementRecord, CaseRecord, CaseSelection, CoHandlingRecord, PersonRecord, PersonSelection, RelationRecord } from './caseload.model.ts';
import { readCases, readPersons } from './caseload.read.ts';
import { shownCase, shownPerson, type ShownCase, type ShownPerson } from './caseload.view.ts';
import type { AboutPerson } from './part.read.ts';

/** Notes a person, and the relatives whose names come along. */
export function notePerson(scope: RequestScope, record: PersonRecord): void {
  scope.noteRead([record.id, ...(record.relations ?? []).map(({ personId }) => personId)]);
}

/** Notes the person of a case. */
export function noteCase(scope: RequestScope, record: CaseRecord): void {
  scope.noteRead([record.personId]);
  if (record.person !== undefined) notePerson(scope, record.person);
}

/** Notes whom a part is about. */
export function notePart(scope: RequestScope, { personId, record }: AboutPerson<object>): void {
  scope.noteRead([personId]);
  const { case: file, person, personId: other } = record as Partial<Pick<CoHandlingRecord, 'case'> & Pick<AgreementRecord, 'person'> & Pick<RelationRecord, 'personId'>>;
  if (other !== undefined) scope.noteRead([other]);
  if (file != null) noteCase(scope, file);
  if (person != null) notePerson(scope, person);
}

/** The one part that `read` finds. @throws Fault NOT_FOUND where there is none for the caller */
export async function showPart<T extends object>(scope: RequestScope, read: (db: Kysely<unknown>) => Promise<AboutPerson<T>[]>): Promise<T> {
  const [part] = await scope.read(read);
  if (part === undefined) throw notFound();
  notePart(scope, part);
  return part.record;
}

/** @throws Fault NOT_FOUND where the case is not there for the caller */
export async function showCase(scope: RequestScope, id: string, selection: CaseSelection): Promise<ShownCase> {
  const [record] = await scope.read((db) => readCases(db, [id], selection));
  if (record === undefined) throw missed(scope, `Case:${id}`);
  noteCase(scope, record);
  return shownCase(record, scope.today);
}

/** @throws Fault NOT_FOUND where the person is not there for the caller */
export async function showPerson(scope: RequestScope, id: string, selection: PersonSelection): Promise<ShownPerson> {
  const [record] = await scope.read((db) => readPersons(db, [id], selection));
  if (record === undefined) throw missed(scope, `Person:${id}`);
  notePerson(scope, record);
  return shownPerson(record, scope.today);
}

function missed(scope: RequestScope, object: string): Fault {
  scope.noteMissed(object);
  return notFound();
}
