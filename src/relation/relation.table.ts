/** Relations between persons, as the mapper writes them. */
import { defineEntity, p } from '@mikro-orm/core';

export const RelationTable = defineEntity({
  name: 'RelationRow',
  tableName: 'relation',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    personId: p.uuid(),
    relatedPersonId: p.uuid(),
    kind: p.text(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    version: p.integer().default(1),
  },
});
