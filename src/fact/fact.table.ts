/** Facts about persons, as the mapper writes them. */
import { defineEntity, p } from '@mikro-orm/core';

export const FactTable = defineEntity({
  name: 'FactRow',
  tableName: 'fact',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    externalId: p.text().nullable(),
    personId: p.uuid(),
    unitId: p.uuid(),
    kind: p.text(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    known: p.boolean().default(true),
    placedByFosterCareService: p.boolean().nullable(),
    outcome: p.text().nullable(),
    receivingUnitId: p.uuid().nullable(),
    value: p.text().nullable(),
    needCategories: p.array(),
    atRisk: p.boolean().nullable(),
    diagnosisDocumented: p.boolean().nullable(),
    version: p.integer().default(1),
  },
});
