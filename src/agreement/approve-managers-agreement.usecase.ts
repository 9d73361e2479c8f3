import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { checkApproval, sideOf } from './agreement.rules.ts';
import { approveAgreement, loadAgreement } from './agreement.store.ts';

export interface ApproveManagersAgreement {
  readonly agreementId: string;
  readonly version: number;
}

/** The other operations manager approves; from then on the agreement counts (R0-10). Answers its id. */
export async function approveManagersAgreement(scope: RequestScope, once: IdempotencyKey, input: ApproveManagersAgreement): Promise<string> {
  return scope.write(once, async (writing) => {
    const agreement = await loadAgreement(writing, input.agreementId, 'input.agreementId');
    const { id, organisationId, personId, proposedByUnitId, counterpartUnitId } = agreement;
    const unitId = sideOf(agreement, writing.caller) ?? counterpartUnitId;
    const granted = permit(writing.caller, 'agreement.record', {
      organisationId, unitId, partnerUnitId: unitId === counterpartUnitId ? proposedByUnitId : counterpartUnitId,
      objectType: 'ManagersAgreement', objectId: id, personIds: [personId],
    });
    checkApproval(agreement, { unitId, staffId: writing.caller.staffId }, scope.today);
    await claimVersion(writing.db, 'managers_agreement', agreement, input.version);
    await approveAgreement(writing, granted, id, unitId);
    return id;
  });
}
