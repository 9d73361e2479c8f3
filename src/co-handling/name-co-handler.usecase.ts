import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import { later } from '../kernel/local-date.ts';
import { checkWorksAt } from '../organisation/unit.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { checkRunning } from './co-handling.rules.ts';
import { coHandlingSubject, loadCoHandling, nameCoHandler as save } from './co-handling.store.ts';

export interface NameCoHandler {
  readonly coHandlingId: string;
  readonly staffId: string;
  readonly version: number;
}

/** The unit that takes part names which of its own caseworkers it is (R0-21, R0-44, R3-30). Answers the co-handling's id. */
export async function nameCoHandler(scope: RequestScope, once: IdempotencyKey, input: NameCoHandler): Promise<string> {
  return scope.write(once, async (writing) => {
    const coHandling = await loadCoHandling(writing, input.coHandlingId, 'input.coHandlingId');
    const { id, unitId, caseUnitId } = coHandling;
    const granted = permit(writing.caller, 'coHandler.assign', coHandlingSubject(coHandling, { unitId, partnerUnitId: caseUnitId }));
    checkRunning(coHandling, scope.today);
    await claimVersion(writing.db, 'co_handling', coHandling, input.version);
    const from = later(coHandling.from, scope.today);
    await checkWorksAt(writing, input.staffId, coHandling, { from, today: scope.today, path: 'input.staffId' });
    await save(writing, granted, id, input.staffId);
    return id;
  });
}
