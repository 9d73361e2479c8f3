/** Loads a fact for a rule, and saves what the rule allowed. */
import { randomUUID } from 'node:crypto';
import type { Permit } from '../access/permit.ts';
import { notFound } from '../kernel/faults.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';
import type { FactFile, NewFact } from './fact.model.ts';
import { FactTable } from './fact.table.ts';

/** @throws Fault NOT_FOUND where the fact is not there for the caller */
export async function loadFact({ em }: Writing, id: string, path: string): Promise<FactFile> {
  const row = await em.findOne(FactTable, { id });
  if (row === null) throw notFound(path);
  return {
    id: row.id,
    organisationId: row.organisationId,
    personId: row.personId,
    unitId: row.unitId,
    from: asLocalDate(row.validFrom),
    until: row.validUntil == null ? null : asLocalDate(row.validUntil),
    version: row.version,
  };
}

/** Answers the fact's id. */
export async function addFact(writing: Writing, permit: Permit<'fact.record'>, fact: NewFact): Promise<string> {
  const { from, until, needCategories, ...rest } = fact;
  const id = randomUUID();
  writing.em.create(FactTable, {
    ...rest, id, organisationId: permit.actor.organisationId, validFrom: from, validUntil: until, needCategories: [...needCategories],
  });
  await writing.em.flush();
  await writing.saved(permit, id, { kind: fact.kind });
  return id;
}

export async function endFact(writing: Writing, permit: Permit<'fact.record'>, id: string, until: LocalDate): Promise<void> {
  const row = await writing.em.findOneOrFail(FactTable, { id });
  row.validUntil = until;
  await writing.em.flush();
  await writing.saved(permit, id, { until });
}
