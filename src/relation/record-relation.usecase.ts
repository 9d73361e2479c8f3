import { permit } from '../access/permit.ts';
import { invalid } from '../kernel/faults.ts';
import { checkPeriod } from '../kernel/period.check.ts';
import { checkPersonSeen } from '../person/person.store.ts';
import type { IdempotencyKey, RequestScope } from '../request/request-scope.ts';
import type { NewRelation } from './relation.model.ts';
import { addRelation } from './relation.store.ts';

/** Records that two persons whom the caller may see are guardian and child, or live together. Answers the relation's id. */
export async function recordRelation(scope: RequestScope, once: IdempotencyKey, input: NewRelation): Promise<string> {
  return scope.write(once, async (writing) => {
    const { personId, relatedPersonId } = input;
    const granted = permit(writing.caller, 'relation.record', {
      organisationId: writing.caller.organisationId, objectType: 'Relation', personIds: [personId, relatedPersonId],
    });
    await checkPersonSeen(writing, personId, 'input.personId');
    await checkPersonSeen(writing, relatedPersonId, 'input.relatedPersonId');
    if (personId === relatedPersonId) {
      throw invalid('RELATION_TO_SELF', 'input.relatedPersonId', {
        sv: 'En person kan inte vara sin egen närstående.',
        en: 'A person cannot be related to themselves.',
      });
    }
    checkPeriod(input);
    return addRelation(writing, granted, input);
  });
}
