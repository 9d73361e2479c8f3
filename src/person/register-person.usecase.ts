import { permit } from '../access/permit.ts';
import { loadUnit } from '../organisation/unit.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import type { NewPerson } from './person.model.ts';
import { newPerson, type EnteredPerson } from './person.rules.ts';
import { registerPerson as save } from './person.store.ts';

export interface RegisterPerson extends EnteredPerson {
  /** The unit that registers: one of the caller's. */
  readonly unitId: string;
}

/** What was entered, as it is kept, and the id of whom it is about. */
export interface RegisteredPerson extends NewPerson {
  readonly id: string;
}

/** Registers a person at a unit: new, or known to the organisation already; the caller is not told which. */
export async function registerPerson(scope: RequestScope, once: IdempotencyKey, input: RegisterPerson): Promise<RegisteredPerson> {
  const id = await scope.write(once, async (writing) => {
    const unit = await loadUnit(writing, input.unitId, 'input.unitId');
    const granted = permit(writing.caller, 'person.register', {
      organisationId: unit.organisationId, unitId: unit.id, objectType: 'Person',
    });
    return save(writing, granted, unit.id, newPerson(input, scope.today));
  });
  return { id, ...newPerson(input, scope.today) };
}
