import { permit } from '../access/permit.ts';
import { checkPeriod } from '../kernel/period.check.ts';
import { plainText } from '../kernel/plain-text.ts';
import { loadUnit } from '../organisation/unit.store.ts';
import { checkPersonSeen } from '../person/person.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import type { NewConsent } from './consent.model.ts';
import { addConsent } from './consent.store.ts';

/** Records, for one of the caller's units, what a person has agreed to. Answers the consent's id. */
export async function recordConsent(scope: RequestScope, once: IdempotencyKey, input: NewConsent): Promise<string> {
  return scope.write(once, async (writing) => {
    const unit = await loadUnit(writing, input.unitId, 'input.unitId');
    const granted = permit(writing.caller, 'consent.record', {
      organisationId: unit.organisationId, unitId: unit.id, objectType: 'Consent', personIds: [input.personId],
    });
    await checkPersonSeen(writing, input.personId, 'input.personId');
    if (input.recipientUnitId !== null) await loadUnit(writing, input.recipientUnitId, 'input.recipientUnitId');
    checkPeriod(input);
    return addConsent(writing, granted, { ...input, scope: plainText(input.scope, 'input.scope', 500) });
  });
}
