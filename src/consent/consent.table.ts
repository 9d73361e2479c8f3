/** Consents, as the mapper writes them. */
import { defineEntity, p } from '@mikro-orm/core';

export const ConsentTable = defineEntity({
  name: 'ConsentRow',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    externalId: p.text().nullable(),
    personId: p.uuid(),
    unitId: p.uuid(),
    purpose: p.text(),
    scope: p.text(),
    recipientUnitId: p.uuid().nullable(),
    howGiven: p.text(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    withdrawnOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});
