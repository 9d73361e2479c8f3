import { permit } from '../access/permit.ts';
import { checkOpen, checkParticipationStart } from '../case/case.rules.ts';
import { caseSubject, loadCase } from '../case/case.store.ts';
import { claimVersion } from '../database/version.store.ts';
import { checkPeriod } from '../kernel/period.check.ts';
import { checkWorksAt, loadUnit } from '../organisation/unit.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import type { NewCoHandling } from './co-handling.model.ts';
import { checkOtherUnit } from './co-handling.rules.ts';
import { addCoHandling } from './co-handling.store.ts';

export interface AppointCoHandler extends NewCoHandling {
  readonly caseId: string;
  /** Of the case. */
  readonly version: number;
}

/** Joins another unit to a case of the caller's unit (R0-15, R0-21, R0-26). Answers the co-handling's id. */
export async function appointCoHandler(scope: RequestScope, once: IdempotencyKey, input: AppointCoHandler): Promise<string> {
  return scope.write(once, async (writing) => {
    const file = await loadCase(writing, input.caseId, 'input.caseId');
    const granted = permit(writing.caller, 'coHandler.appoint', caseSubject(file));
    checkOpen(file);
    await claimVersion(writing.db, 'case_record', file, input.version);
    const { id: unitId, organisationId } = await loadUnit(writing, input.unitId, 'input.unitId');
    checkOtherUnit(file.unitId, unitId);
    checkPeriod(input);
    checkParticipationStart(file, input.from);
    if (input.staffId !== null) {
      await checkWorksAt(writing, input.staffId, { unitId, organisationId }, { from: input.from, today: scope.today, path: 'input.staffId' });
    }
    return addCoHandling(writing, granted, file, input);
  });
}
