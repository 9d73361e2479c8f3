import { permit } from '../access/permit.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { checkAssignmentStart, checkVersion } from './case.rules.ts';
import { assignCaseworker as save, checkWorksAt, loadCase } from './case.store.ts';

export interface AssignCaseworker {
  readonly caseId: string;
  readonly staffId: string;
  readonly from: LocalDate;
  readonly version: number;
}

/** Gives a case its responsible caseworker (R0-44, R3-30); the one before ends the same day. Answers the case's id. */
export async function assignCaseworker(scope: RequestScope, once: IdempotencyKey, input: AssignCaseworker): Promise<string> {
  return scope.write(once, async (writing) => {
    const file = await loadCase(writing, input.caseId, 'input.caseId');
    const granted = permit(writing.caller, 'case.assign', {
      organisationId: file.organisationId, unitId: file.unitId, objectType: 'Case', objectId: file.id, personIds: [file.personId],
    });
    checkVersion(file.version, input.version);
    checkAssignmentStart(file, input.from);
    await checkWorksAt(writing, input.staffId, file.unitId, input.from, 'input.staffId');
    await save(writing, granted, file, input);
    return file.id;
  });
}
