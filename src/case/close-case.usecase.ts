import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { checkClosing, checkOpen } from './case.rules.ts';
import { caseSubject, closeCase as save, loadCase } from './case.store.ts';

export interface CloseCase {
  readonly caseId: string;
  /** First day on which the case is no longer open. */
  readonly closedOn: LocalDate;
  readonly version: number;
}

/** Closes a case, and with it its caseworker's and co-handlers' time. Answers the case's id. */
export async function closeCase(scope: RequestScope, once: IdempotencyKey, input: CloseCase): Promise<string> {
  return scope.write(once, async (writing) => {
    const file = await loadCase(writing, input.caseId, 'input.caseId');
    const granted = permit(writing.caller, 'case.close', caseSubject(file));
    checkOpen(file);
    await claimVersion(writing.db, 'case_record', file, input.version);
    checkClosing(file, input.closedOn, scope.today);
    await save(writing, granted, file, input.closedOn);
    return file.id;
  });
}
