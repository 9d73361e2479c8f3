/** One person or case for showing, noted in the request's audit row. */
import { notFound } from '../kernel/faults.ts';
import type { RequestScope } from '../request/request-scope.ts';
import type { CaseSelection, PersonSelection } from './caseload.model.ts';
import { readCases, readPersons } from './caseload.read.ts';
import { shownCase, shownPerson, type ShownCase, type ShownPerson } from './caseload.view.ts';

/** @throws Fault NOT_FOUND where the case is not there for the caller */
export async function showCase(scope: RequestScope, id: string, selection: CaseSelection): Promise<ShownCase> {
  const [record] = await scope.read((db) => readCases(db, [id], selection));
  if (record === undefined) throw notFound();
  scope.noteRead([record.personId]);
  return shownCase(record, scope.today);
}

/** @throws Fault NOT_FOUND where the person is not there for the caller */
export async function showPerson(scope: RequestScope, id: string, selection: PersonSelection): Promise<ShownPerson> {
  const [record] = await scope.read((db) => readPersons(db, [id], selection));
  if (record === undefined) throw notFound();
  scope.noteRead([record.id]);
  return shownPerson(record, scope.today);
}
