import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkEnding } from '../kernel/period.check.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { coHandlingSubject, endCoHandling, loadCoHandling } from './co-handling.store.ts';

export interface EndCoHandler {
  readonly coHandlingId: string;
  /** First day on which the unit no longer takes part. */
  readonly until: LocalDate;
  readonly version: number;
}

/** Ends a unit's part in a case: either side may. Answers the co-handling's id. */
export async function endCoHandler(scope: RequestScope, once: IdempotencyKey, input: EndCoHandler): Promise<string> {
  return scope.write(once, async (writing) => {
    const coHandling = await loadCoHandling(writing, input.coHandlingId, 'input.coHandlingId');
    const { id, unitId, caseUnitId } = coHandling;
    const granted = permit(writing.caller, 'coHandler.end', coHandlingSubject(coHandling, { unitId: caseUnitId, partnerUnitId: unitId }));
    checkEnding(coHandling, input.until, scope.today);
    await claimVersion(writing.db, 'co_handling', coHandling, input.version);
    await endCoHandling(writing, granted, id, input.until);
    return id;
  });
}
