/** Loads a consent for a rule, and saves what the rule allowed. */
import { randomUUID } from 'node:crypto';
import type { Permit } from '../access/permit.ts';
import { notFound } from '../kernel/faults.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';
import type { ConsentFile, NewConsent } from './consent.model.ts';
import { ConsentTable } from './consent.table.ts';

/** @throws Fault NOT_FOUND where the consent is not there for the caller */
export async function loadConsent({ em }: Writing, id: string, path: string): Promise<ConsentFile> {
  const row = await em.findOne(ConsentTable, { id });
  if (row === null) throw notFound(path);
  return {
    id: row.id,
    organisationId: row.organisationId,
    personId: row.personId,
    unitId: row.unitId,
    recipientUnitId: row.recipientUnitId ?? null,
    from: asLocalDate(row.validFrom),
    until: row.validUntil == null ? null : asLocalDate(row.validUntil),
    withdrawnOn: row.withdrawnOn == null ? null : asLocalDate(row.withdrawnOn),
    version: row.version,
  };
}

/** Answers the consent's id. */
export async function addConsent(writing: Writing, permit: Permit<'consent.record'>, consent: NewConsent): Promise<string> {
  const { from, until, ...rest } = consent;
  const id = randomUUID();
  writing.em.create(ConsentTable, { ...rest, id, organisationId: permit.actor.organisationId, validFrom: from, validUntil: until });
  await writing.em.flush();
  await writing.saved(permit, id, { purpose: consent.purpose });
  return id;
}

export async function withdrawConsent(writing: Writing, permit: Permit<'consent.record'>, id: string, withdrawnOn: LocalDate): Promise<void> {
  const row = await writing.em.findOneOrFail(ConsentTable, { id });
  row.withdrawnOn = withdrawnOn;
  await writing.em.flush();
  await writing.saved(permit, id, { withdrawnOn });
}
