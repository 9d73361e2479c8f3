import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkEnding } from '../kernel/period.check.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { sideOf } from './agreement.rules.ts';
import { endAgreement, loadAgreement } from './agreement.store.ts';

export interface EndManagersAgreement {
  readonly agreementId: string;
  /** First day on which the routine itself decides again. */
  readonly until: LocalDate;
  readonly version: number;
}

/** Either of the two managers ends an agreement before its time: the routine decides again. Answers its id. */
export async function endManagersAgreement(scope: RequestScope, once: IdempotencyKey, input: EndManagersAgreement): Promise<string> {
  return scope.write(once, async (writing) => {
    const agreement = await loadAgreement(writing, input.agreementId, 'input.agreementId');
    const { id, organisationId, personId, proposedByUnitId, counterpartUnitId } = agreement;
    const unitId = sideOf(agreement, writing.caller) ?? proposedByUnitId;
    const granted = permit(writing.caller, 'agreement.record', {
      organisationId, unitId, partnerUnitId: unitId === counterpartUnitId ? proposedByUnitId : counterpartUnitId,
      objectType: 'ManagersAgreement', objectId: id, personIds: [personId],
    });
    checkEnding(agreement, input.until, scope.today);
    await claimVersion(writing.db, 'managers_agreement', agreement, input.version);
    await endAgreement(writing, granted, id, input.until);
    return id;
  });
}
