/** Loads a case for a rule, and saves what the rule allowed: never without a permit. */
import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Permit } from '../access/permit.ts';
import { invalid, notFound } from '../kernel/faults.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';
import type { CaseFile, CaseKind } from './case.model.ts';
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

/** The organisation's unit behind an id. @throws Fault NOT_FOUND */
export async function loadUnit({ db }: Writing, id: string, path: string): Promise<{ id: string; key: string; organisationId: string }> {
  const { rows } = await sql<{ id: string; key: string; organisation_id: string }>`
    select id, key, organisation_id from unit where id = ${id}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw notFound(path);
  return { id: row.id, key: row.key, organisationId: row.organisation_id };
}

/** @throws Fault where the person is no caseworker of the unit on that day */
export async function checkWorksAt({ db }: Writing, staffId: string, unitId: string, on: LocalDate, path: string): Promise<void> {
  const { rows } = await sql`
    select from membership m where m.staff_id = ${staffId} and m.unit_id = ${unitId}
      and m.valid_from <= ${on} and (m.valid_until is null or m.valid_until > ${on})`.execute(db);
  if (rows.length > 0) return;
  throw invalid('NOT_AT_UNIT', path, {
    sv: 'Personen arbetar inte vid enheten den dagen. Välj någon av enhetens medarbetare.',
    en: 'That person does not work at the unit on that day. Choose a member of the unit.',
  });
}

/** @throws Fault NOT_FOUND where the person is not there for the caller */
export async function checkPersonSeen({ db }: Writing, personId: string, path: string): Promise<void> {
  const { rows } = await sql`select from person where id = ${personId}`.execute(db);
  if (rows.length === 0) throw notFound(path);
}

export interface NewCase {
  readonly personId: string;
  readonly unitId: string;
  readonly kind: CaseKind;
  readonly openedOn: LocalDate;
}

/** Adds a case with its unit responsible from the first day. Answers its id. */
export async function addCase(writing: Writing, permit: Permit<'case.open'>, file: NewCase): Promise<string> {
  const { em } = writing;
  const { organisationId } = permit.actor;
  const id = randomUUID();
  // The reference must tell nothing of the person, nor of how many cases there are.
  const reference = `${String(randomInt(10 ** 4, 10 ** 5))}-${String(randomInt(10 ** 4, 10 ** 5))}`;
  em.create(CaseTable, { id, organisationId, reference, ...file });
  await em.flush();
  for (const kind of ['HANDLING', 'AUTHORITY']) {
    em.create(CaseResponsibilityTable, {
      id: randomUUID(), organisationId, caseId: id, kind, unitId: file.unitId, validFrom: file.openedOn, validUntil: null,
    });
  }
  await writing.saved(permit, id, { kind: file.kind });
  return id;
}

/** Closes a case: its caseworker, co-handlers and responsible unit end with it. */
export async function closeCase(writing: Writing, permit: Permit<'case.close'>, file: CaseFile, closedOn: LocalDate): Promise<void> {
  const { em, db } = writing;
  await sql`
    update case_responsibility set valid_until = ${closedOn}
    where case_id = ${file.id} and (valid_until is null or valid_until > ${closedOn})`.execute(db);
  await sql`
    update case_assignment set valid_until = ${closedOn}
    where case_id = ${file.id} and valid_from < ${closedOn} and (valid_until is null or valid_until > ${closedOn})`.execute(db);
  await sql`
    update co_handling set valid_until = ${closedOn}, version = version + 1
    where case_id = ${file.id} and valid_from < ${closedOn} and (valid_until is null or valid_until > ${closedOn})`.execute(db);
  const row = await em.findOneOrFail(CaseTable, { id: file.id });
  row.closedOn = closedOn;
  await em.flush();
  await writing.saved(permit, file.id, { closedOn });
}

/** Makes `staffId` the responsible caseworker from a day on; whoever had it before ends that day. */
export async function assignCaseworker(
  writing: Writing,
  permit: Permit<'case.assign'>,
  file: CaseFile,
  { staffId, from }: { readonly staffId: string; readonly from: LocalDate },
): Promise<string> {
  const { em, db } = writing;
  const current = await em.findOne(CaseAssignmentTable, { caseId: file.id, validFrom: { $lt: from }, validUntil: null });
  if (current !== null) current.validUntil = from;
  await em.flush();
  const id = randomUUID();
  em.create(CaseAssignmentTable, { id, organisationId: file.organisationId, caseId: file.id, staffId, validFrom: from, validUntil: null });
  await em.flush();
  await sql`update case_record set version = version + 1 where id = ${file.id} and version = ${file.version}`.execute(db);
  await writing.saved(permit, file.id, { assignmentId: id });
  return id;
}
