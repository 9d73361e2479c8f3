/** Cases, who is responsible for them, and their caseworkers, as the mapper writes them. */
import { defineEntity, p } from '@mikro-orm/core';

export const CaseTable = defineEntity({
  name: 'CaseRow',
  tableName: 'case_record',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    externalId: p.text().nullable(),
    reference: p.text(),
    personId: p.uuid(),
    unitId: p.uuid(),
    kind: p.text(),
    openedOn: p.date(),
    closedOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

export const CaseResponsibilityTable = defineEntity({
  name: 'CaseResponsibilityRow',
  tableName: 'case_responsibility',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    caseId: p.uuid(),
    kind: p.text(),
    unitId: p.uuid(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
  },
});

export const CaseAssignmentTable = defineEntity({
  name: 'CaseAssignmentRow',
  tableName: 'case_assignment',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    externalId: p.text().nullable(),
    caseId: p.uuid(),
    staffId: p.uuid(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
  },
});
