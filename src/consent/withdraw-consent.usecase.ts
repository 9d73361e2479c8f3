import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { checkInForce, checkWithdrawal } from './consent.rules.ts';
import { loadConsent, withdrawConsent as save } from './consent.store.ts';

export interface WithdrawConsent {
  readonly consentId: string;
  /** First day on which it no longer counts. */
  readonly withdrawnOn: LocalDate;
  readonly version: number;
}

/** Records that a person has withdrawn a consent: what has not happened yet stops. Answers the consent's id. */
export async function withdrawConsent(scope: RequestScope, once: IdempotencyKey, input: WithdrawConsent): Promise<string> {
  return scope.write(once, async (writing) => {
    const consent = await loadConsent(writing, input.consentId, 'input.consentId');
    const granted = permit(writing.caller, 'consent.record', {
      organisationId: consent.organisationId, unitId: consent.unitId, objectType: 'Consent', objectId: consent.id, personIds: [consent.personId],
      ...(consent.recipientUnitId === null ? {} : { partnerUnitId: consent.recipientUnitId }),
    });
    checkInForce(consent, scope.today);
    await claimVersion(writing.db, 'consent', consent, input.version);
    checkWithdrawal(consent, input.withdrawnOn, scope.today);
    await save(writing, granted, consent.id, input.withdrawnOn);
    return consent.id;
  });
}
