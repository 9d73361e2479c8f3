/** Loads a relation for a rule, and saves what the rule allowed. */
import { randomUUID } from 'node:crypto';
import type { Permit } from '../access/permit.ts';
import { relationKinds } from '../caseload/vocabulary.model.ts';
import { notFound } from '../kernel/faults.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';
import type { NewRelation, RelationFile } from './relation.model.ts';
import { RelationTable } from './relation.table.ts';

/** @throws Fault NOT_FOUND where the relation is not there for the caller */
export async function loadRelation({ em }: Writing, id: string, path: string): Promise<RelationFile> {
  const row = await em.findOne(RelationTable, { id });
  const kind = relationKinds.find((known) => known === row?.kind);
  if (row === null || kind === undefined) throw notFound(path);
  return {
    id: row.id,
    organisationId: row.organisationId,
    personId: row.personId,
    relatedPersonId: row.relatedPersonId,
    kind,
    from: asLocalDate(row.validFrom),
    until: row.validUntil == null ? null : asLocalDate(row.validUntil),
    version: row.version,
  };
}

/** Answers the relation's id. */
export async function addRelation(writing: Writing, permit: Permit<'relation.record'>, relation: NewRelation): Promise<string> {
  const { from, until, personId, relatedPersonId, kind } = relation;
  const id = randomUUID();
  writing.em.create(RelationTable, {
    id, organisationId: permit.actor.organisationId, personId, relatedPersonId, kind, validFrom: from, validUntil: until,
  });
  await writing.em.flush();
  await writing.saved(permit, id, { kind });
  return id;
}

export async function endRelation(writing: Writing, permit: Permit<'relation.record'>, id: string, until: LocalDate): Promise<void> {
  const row = await writing.em.findOneOrFail(RelationTable, { id });
  row.validUntil = until;
  await writing.em.flush();
  await writing.saved(permit, id, { until });
}
