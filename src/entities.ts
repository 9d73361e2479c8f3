/** Every table that the mapper writes. The check of migration drift compares them with the database's catalogue. */
import type { EntitySchema } from '@mikro-orm/core';
import { CaseAssignmentTable, CaseResponsibilityTable, CaseTable } from './case/case.table.ts';

export const entities: readonly EntitySchema[] = [CaseTable, CaseResponsibilityTable, CaseAssignmentTable];
