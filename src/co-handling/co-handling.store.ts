/** Loads a co-handling for a rule, and saves what the rule allowed. */
import { randomUUID } from 'node:crypto';
import type { Permit, Subject } from '../access/permit.ts';
import type { CaseFile } from '../case/case.model.ts';
import { notFound } from '../kernel/faults.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';
import type { CoHandlingFile, NewCoHandling } from './co-handling.model.ts';
import { CoHandlingTable } from './co-handling.table.ts';

/** @throws Fault NOT_FOUND where the co-handling is not there for the caller */
export async function loadCoHandling({ em }: Writing, id: string, path: string): Promise<CoHandlingFile> {
  const row = await em.findOne(CoHandlingTable, { id });
  if (row === null) throw notFound(path);
  return {
    id: row.id,
    organisationId: row.organisationId,
    caseId: row.caseId,
    caseUnitId: row.caseUnitId,
    personId: row.personId,
    unitId: row.unitId,
    from: asLocalDate(row.validFrom),
    until: row.validUntil == null ? null : asLocalDate(row.validUntil),
    version: row.version,
  };
}

type Sides = Pick<Subject, 'unitId' | 'partnerUnitId'>;

/** A co-handling as the permit and the audit name it, as done by one of its two sides. */
export function coHandlingSubject({ id, organisationId, personId }: CoHandlingFile, sides: Sides): Subject {
  return { organisationId, ...sides, objectType: 'CoHandling', objectId: id, personIds: [personId] };
}

/** Joins a unit to a case. Answers the co-handling's id. */
export async function addCoHandling(
  writing: Writing,
  permit: Permit<'coHandler.appoint'>,
  { id: caseId, unitId: caseUnitId, personId, organisationId }: CaseFile,
  { unitId, staffId, role, from, until }: NewCoHandling,
): Promise<string> {
  const id = randomUUID();
  writing.em.create(CoHandlingTable, {
    id, organisationId, caseId, caseUnitId, personId, unitId, staffId, role, validFrom: from, validUntil: until,
  });
  await writing.em.flush();
  await writing.saved(permit, id, { caseId, unitId, role });
  return id;
}

export async function nameCoHandler(writing: Writing, permit: Permit<'coHandler.assign'>, id: string, staffId: string): Promise<void> {
  const row = await writing.em.findOneOrFail(CoHandlingTable, { id });
  row.staffId = staffId;
  await writing.em.flush();
  await writing.saved(permit, id, { staffId });
}

export async function endCoHandling(writing: Writing, permit: Permit<'coHandler.end'>, id: string, until: LocalDate): Promise<void> {
  const row = await writing.em.findOneOrFail(CoHandlingTable, { id });
  row.validUntil = until;
  await writing.em.flush();
  await writing.saved(permit, id, { until });
}
