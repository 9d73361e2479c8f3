/** Loads a managers' agreement with its approvals for a rule, and saves what the rule allowed. */
import { randomUUID } from 'node:crypto';
import type { Permit } from '../access/permit.ts';
import { notFound } from '../kernel/faults.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';
import type { AgreementFile, NewAgreement } from './agreement.model.ts';
import { AgreementTable, ApprovalTable } from './agreement.table.ts';

/** @throws Fault NOT_FOUND where the agreement is not there for the caller */
export async function loadAgreement({ em }: Writing, id: string, path: string): Promise<AgreementFile> {
  const row = await em.findOne(AgreementTable, { id });
  if (row === null) throw notFound(path);
  const approvals = await em.find(ApprovalTable, { agreementId: id });
  return {
    id: row.id,
    organisationId: row.organisationId,
    personId: row.personId,
    proposedByUnitId: row.proposedByUnitId,
    counterpartUnitId: row.counterpartUnitId,
    from: asLocalDate(row.validFrom),
    until: row.validUntil == null ? null : asLocalDate(row.validUntil),
    version: row.version,
    approvals: approvals.map(({ unitId, staffId }) => ({ unitId, staffId })),
  };
}

/** Records an agreement with its proposer's approval. Answers its id. */
export async function addAgreement(writing: Writing, permit: Permit<'agreement.record'>, agreement: NewAgreement): Promise<string> {
  const { from, until, ...rest } = agreement;
  const { organisationId } = permit.actor;
  const id = randomUUID();
  writing.em.create(AgreementTable, { ...rest, id, organisationId, validFrom: from, validUntil: until });
  await writing.em.flush();
  await addApproval(writing, permit, id, agreement.proposedByUnitId);
  await writing.saved(permit, id, { agreedUnitId: agreement.agreedUnitId });
  return id;
}

/** Records that the caller approves for a unit. */
export async function approveAgreement(writing: Writing, permit: Permit<'agreement.record'>, id: string, unitId: string): Promise<void> {
  await addApproval(writing, permit, id, unitId);
  await writing.saved(permit, id, { approvedBy: unitId });
}

async function addApproval({ em }: Writing, { actor }: Permit<'agreement.record'>, agreementId: string, unitId: string): Promise<void> {
  em.create(ApprovalTable, { id: randomUUID(), organisationId: actor.organisationId, agreementId, unitId, staffId: actor.staffId });
  await em.flush();
}

export async function endAgreement(writing: Writing, permit: Permit<'agreement.record'>, id: string, until: LocalDate): Promise<void> {
  const row = await writing.em.findOneOrFail(AgreementTable, { id });
  row.validUntil = until;
  await writing.em.flush();
  await writing.saved(permit, id, { until });
}
