/** Every table that the mapper writes. The check of migration drift compares them with the database's catalogue. */
import type { EntitySchema } from '@mikro-orm/core';
import { AgreementTable, ApprovalTable } from './agreement/agreement.table.ts';
import { CaseAssignmentTable, CaseResponsibilityTable, CaseTable } from './case/case.table.ts';
import { CoHandlingTable } from './co-handling/co-handling.table.ts';
import { ConsentTable } from './consent/consent.table.ts';
import { FactTable } from './fact/fact.table.ts';
import { RelationTable } from './relation/relation.table.ts';

export const entities: readonly EntitySchema[] = [
  CaseTable, CaseResponsibilityTable, CaseAssignmentTable, CoHandlingTable, FactTable, AgreementTable, ApprovalTable,
  ConsentTable, RelationTable,
];
