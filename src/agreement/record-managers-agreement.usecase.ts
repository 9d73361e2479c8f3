import { byRules, permit } from '../access/permit.ts';
import { plainText } from '../kernel/plain-text.ts';
import { loadUnit } from '../organisation/unit.store.ts';
import { checkPersonSeen } from '../person/person.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { NewAgreement } from './agreement.model.ts';
import { agreementEntryOn, checkAgreedPeriod, checkAgreedUnits } from './agreement.rules.ts';
import { addAgreement } from './agreement.store.ts';

/**
 * An operations manager proposes, and thereby approves, another responsibility for a person than the routine's (R0-10).
 * It has no effect until the other manager has approved too. Answers the agreement's id.
 */
export async function recordManagersAgreement(scope: RequestScope, once: IdempotencyKey, routines: RoutineLibrary, input: NewAgreement): Promise<string> {
  return scope.write(once, async (writing) => {
    const proposer = await loadUnit(writing, input.proposedByUnitId, 'input.unitId');
    const granted = permit(writing.caller, 'agreement.record', {
      organisationId: proposer.organisationId, unitId: proposer.id, objectType: 'ManagersAgreement', personIds: [input.personId],
    });
    await checkPersonSeen(writing, input.personId, 'input.personId');
    const counterpart = await loadUnit(writing, input.counterpartUnitId, 'input.counterpartUnitId');
    const entry = agreementEntryOn(writing.caller.adoptedRoutines, routines, input.from);
    checkAgreedPeriod(input, entry);
    checkAgreedUnits({ proposer, counterpart, agreedUnitId: input.agreedUnitId }, entry);
    return addAgreement(writing, byRules(granted, entry.ids), { ...input, reason: plainText(input.reason, 'input.reason', 500) });
  });
}
