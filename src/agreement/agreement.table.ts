/** Managers' agreements and approvals, as the mapper writes them. */
import { defineEntity, p } from '@mikro-orm/core';

export const AgreementTable = defineEntity({
  name: 'ManagersAgreementRow',
  tableName: 'managers_agreement',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    personId: p.uuid(),
    proposedByUnitId: p.uuid(),
    counterpartUnitId: p.uuid(),
    agreedUnitId: p.uuid(),
    matterType: p.text().nullable(),
    reason: p.text(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    version: p.integer().default(1),
  },
});

export const ApprovalTable = defineEntity({
  name: 'ManagersApprovalRow',
  tableName: 'managers_approval',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    agreementId: p.uuid(),
    unitId: p.uuid(),
    staffId: p.uuid(),
  },
});
