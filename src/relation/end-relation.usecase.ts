import { permit } from '../access/permit.ts';
import { claimVersion } from '../database/version.store.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkEnding } from '../kernel/period.check.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import { endRelation as save, loadRelation } from './relation.store.ts';

export interface EndRelation {
  readonly relationId: string;
  /** First day on which it no longer holds. */
  readonly until: LocalDate;
  readonly version: number;
}

/** Ends a relation. Answers its id. */
export async function endRelation(scope: RequestScope, once: IdempotencyKey, input: EndRelation): Promise<string> {
  return scope.write(once, async (writing) => {
    const relation = await loadRelation(writing, input.relationId, 'input.relationId');
    const granted = permit(writing.caller, 'relation.record', {
      organisationId: relation.organisationId, objectType: 'Relation', objectId: relation.id,
      personIds: [relation.personId, relation.relatedPersonId],
    });
    checkEnding(relation, input.until, scope.today);
    await claimVersion(writing.db, 'relation', relation, input.version);
    await save(writing, granted, relation.id, input.until);
    return relation.id;
  });
}
