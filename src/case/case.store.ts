/** Loads a case for a rule, and saves what the rule allowed: never without a permit. */
import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Permit, Subject } from '../access/permit.ts';
import type { CaseKind } from '../caseload/vocabulary.model.ts';
import { notFound } from '../kernel/faults.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';
import type { CaseFile } from './case.model.ts';
import { CaseAssignmentTable, CaseResponsibilityTable, CaseTable } from './case.table.ts';

const localDateOrNull = (date: string | null | undefined): LocalDate | null => (date == null ? null : asLocalDate(date));

/** @throws Fault NOT_FOUND where the case is not there for the caller */
export async function loadCase({ em }: Writing, id: string, path: string): Promise<CaseFile> {
  const row = await em.findOne(CaseTable, { id });
  if (row === null) throw notFound(path);
  return {
    id: row.id,
    organisationId: row.organisationId,
    personId: row.personId,
    unitId: row.unitId,
    openedOn: asLocalDate(row.openedOn),
    closedOn: localDateOrNull(row.closedOn),
    version: row.version,
  };
}

/** A case as the permit and the audit name it. */
export function caseSubject({ id, organisationId, unitId, personId }: CaseFile): Subject {
  return { organisationId, unitId, objectType: 'Case', objectId: id, personIds: [personId] };
}

export interface NewCase {
  readonly personId: string;
  readonly unitId: string;
  readonly kind: CaseKind;
  readonly openedOn: LocalDate;
}

/** Adds a case with its unit responsible from the first day. Answers its id. */
export async function addCase(writing: Writing, permit: Permit<'case.open'>, { personId, unitId, kind, openedOn }: NewCase): Promise<string> {
  const { em } = writing;
  const { organisationId } = permit.actor;
  const id = randomUUID();
  // The reference must tell nothing of the person, nor of how many cases there are.
  const reference = `${String(randomInt(10 ** 4, 10 ** 5))}-${String(randomInt(10 ** 4, 10 ** 5))}`;
  em.create(CaseTable, { id, organisationId, reference, personId, unitId, kind, openedOn });
  await em.flush();
  for (const responsibility of ['HANDLING', 'AUTHORITY']) {
    em.create(CaseResponsibilityTable, {
      id: randomUUID(), organisationId, caseId: id, kind: responsibility, unitId, validFrom: openedOn, validUntil: null,
    });
  }
  await em.flush();
  await writing.saved(permit, id, { kind });
  return id;
}

/** Closes a case: its caseworker, co-handlers and responsible unit end with it. */
export async function closeCase(writing: Writing, permit: Permit<'case.close'>, file: CaseFile, closedOn: LocalDate): Promise<void> {
  const { em, db } = writing;
  const row = await em.findOneOrFail(CaseTable, { id: file.id });
  row.closedOn = closedOn;
  await em.flush();
  await sql`
    update case_responsibility set valid_until = ${closedOn}
    where case_id = ${file.id} and (valid_until is null or valid_until > ${closedOn})`.execute(db);
  await sql`
    update case_assignment set valid_until = ${closedOn}
    where case_id = ${file.id} and valid_from < ${closedOn} and (valid_until is null or valid_until > ${closedOn})`.execute(db);
  await sql`
    update co_handling set valid_until = ${closedOn}, version = version + 1
    where case_id = ${file.id} and valid_from < ${closedOn} and (valid_until is null or valid_until > ${closedOn})`.execute(db);
  await writing.saved(permit, file.id, { closedOn });
}

/** Makes `staffId` the responsible caseworker from a day on; whoever had it before ends that day. */
export async function assignCaseworker(
  writing: Writing,
  permit: Permit<'case.assign'>,
  file: CaseFile,
  { staffId, from }: { readonly staffId: string; readonly from: LocalDate },
): Promise<void> {
  const { em } = writing;
  const current = await em.findOne(CaseAssignmentTable, {
    caseId: file.id, validFrom: { $lt: from }, $or: [{ validUntil: null }, { validUntil: { $gt: from } }],
  });
  if (current !== null) current.validUntil = from;
  await em.flush();
  const id = randomUUID();
  em.create(CaseAssignmentTable, { id, organisationId: file.organisationId, caseId: file.id, staffId, validFrom: from, validUntil: null });
  await em.flush();
  await writing.saved(permit, file.id, { assignmentId: id });
}
