import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkWorksAt } from '../organisation/unit.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { checkOpen, checkParticipationStart } from './case.rules.ts';
import { assignCaseworker as save, caseSubject, loadCase } from './case.store.ts';

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
    const granted = permit(writing.caller, 'case.assign', caseSubject(file));
    checkOpen(file);
    await claimVersion(writing.db, 'case_record', file, input.version);
    checkParticipationStart(file, input.from);
    await checkWorksAt(writing, input.staffId, file, { from: input.from, today: scope.today, path: 'input.staffId' });
    await save(writing, granted, file, input);
    return file.id;
  });
}
