/** Co-handling, as the mapper writes it. The case's unit and person stand in the row, held to the case by a foreign key. */
import { defineEntity, p } from '@mikro-orm/core';

export const CoHandlingTable = defineEntity({
  name: 'CoHandlingRow',
  tableName: 'co_handling',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    externalId: p.text().nullable(),
    caseId: p.uuid(),
    caseUnitId: p.uuid(),
    personId: p.uuid(),
    unitId: p.uuid(),
    staffId: p.uuid().nullable(),
    role: p.text(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    version: p.integer().default(1),
  },
});
