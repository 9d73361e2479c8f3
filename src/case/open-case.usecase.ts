import { permit } from '../access/permit.ts';
import type { CaseKind } from '../caseload/vocabulary.model.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { loadUnit } from '../organisation/unit.store.ts';
import { checkPersonSeen } from '../person/person.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { checkOpening } from './case.rules.ts';
import { addCase } from './case.store.ts';

export interface OpenCase {
  readonly personId: string;
  readonly unitId: string;
  readonly kind: CaseKind;
  readonly openedOn: LocalDate;
}

/** Opens a case about a person that the caller's unit knows. Answers the case's id. */
export async function openCase(scope: RequestScope, once: IdempotencyKey, input: OpenCase): Promise<string> {
  return scope.write(once, async (writing) => {
    const unit = await loadUnit(writing, input.unitId, 'input.unitId');
    const granted = permit(writing.caller, 'case.open', {
      organisationId: unit.organisationId, unitId: unit.id, objectType: 'Case', personIds: [input.personId],
    });
    await checkPersonSeen(writing, input.personId, 'input.personId');
    checkOpening(input.openedOn, scope.today);
    return addCase(writing, granted, input);
  });
}
