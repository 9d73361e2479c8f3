import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkEnding } from '../kernel/period.check.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { endFact as save, loadFact } from './fact.store.ts';

export interface EndFact {
  readonly factId: string;
  /** First day on which it no longer holds. */
  readonly until: LocalDate;
  readonly version: number;
}

/** Ends a fact that one of the caller's units has recorded. Answers its id. */
export async function endFact(scope: RequestScope, once: IdempotencyKey, input: EndFact): Promise<string> {
  return scope.write(once, async (writing) => {
    const fact = await loadFact(writing, input.factId, 'input.factId');
    const granted = permit(writing.caller, 'fact.record', {
      organisationId: fact.organisationId, unitId: fact.unitId, objectType: 'Fact', objectId: fact.id, personIds: [fact.personId],
    });
    checkEnding(fact, input.until, scope.today);
    await claimVersion(writing.db, 'fact', fact, input.version);
    await save(writing, granted, fact.id, input.until);
    return fact.id;
  });
}
