import { permit } from '../access/permit.ts';
import { loadUnit } from '../organisation/unit.store.ts';
import { checkPersonSeen } from '../person/person.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import type { NewFact } from './fact.model.ts';
import { checkFact } from './fact.rules.ts';
import { addFact } from './fact.store.ts';

/** Records, for one of the caller's units, what holds about a person during a time. Answers the fact's id. */
export async function recordFact(scope: RequestScope, once: IdempotencyKey, input: NewFact): Promise<string> {
  return scope.write(once, async (writing) => {
    const unit = await loadUnit(writing, input.unitId, 'input.unitId');
    const granted = permit(writing.caller, 'fact.record', {
      organisationId: unit.organisationId, unitId: unit.id, objectType: 'Fact', personIds: [input.personId],
    });
    await checkPersonSeen(writing, input.personId, 'input.personId');
    checkFact(input, scope.today);
    if (input.receivingUnitId !== null) await loadUnit(writing, input.receivingUnitId, 'input.receivingUnitId');
    return addFact(writing, granted, input);
  });
}
