/** What the caller may not see answers as what does not exist: the same bytes, whatever is asked for by id. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NodeType } from '../../src/api/global-id.ts';
import { keyed, mutationDocument, today, type Client } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;
let hidden: Readonly<Record<Exclude<NodeType, 'Organisation'>, string>>;
let absent: typeof hidden;

beforeAll(async () => {
  world = await openWorld();
  const { town } = world;
  const file = await town.case('alpha/ADULT');
  const relative = await town.case('alpha/ADULT');
  const ids = {
    Unit: town.unit('beta/YOUTH'),
    Staff: town.staff('beta.youth.caseworker'),
    Person: file.personId,
    Case: file.id,
    CoHandling: await town.coHandling(file, 'alpha/NEEDS_ASSESSMENT'),
    Fact: await town.fact(file.personId, 'alpha/ADULT', 'LVU_CARE', '2024-01-01'),
    ManagersAgreement: await town.agreement(file.personId, 'alpha/ADULT', 'alpha/NEEDS_ASSESSMENT'),
    Consent: await town.consent(file.personId, 'alpha/ADULT'),
    Relation: await town.relation(file.personId, relative.personId, 'GUARDIAN'),
  };
  const named = (of: (id: string) => string) =>
    Object.fromEntries(Object.entries(ids).map(([type, id]) => [type, globalId(type as NodeType, of(id))])) as typeof hidden;
  hidden = named((id) => id);
  absent = named(() => randomUUID());
});

afterAll(() => world.close());

type Ids = typeof hidden;

/** Every operation that takes an id, with one that is not the caller's in the place named. */
const operations: readonly (readonly [operation: string, input: (ids: Ids, own: Own) => object])[] = [
  ['openCase', ({ Person }, { unitId }) => ({ personId: Person, unitId, kind: 'REPORT', openedOn: today })],
  ['openCase', ({ Unit }, { personId }) => ({ personId, unitId: Unit, kind: 'REPORT', openedOn: today })],
  ['closeCase', ({ Case }) => ({ caseId: Case, closedOn: today, version: 1 })],
  ['assignCaseworker', ({ Case }, { staffId }) => ({ caseId: Case, staffId, from: today, version: 1 })],
  ['assignCaseworker', ({ Staff }, { caseId }) => ({ caseId, staffId: Staff, from: today, version: 1 })],
  ['registerPerson', ({ Unit }) => ({ unitId: Unit, givenName: 'A', familyName: 'B', birthDate: '2000' })],
  ['recordRelation', ({ Person }, { personId }) => ({ personId, relatedPersonId: Person, kind: 'GUARDIAN', from: today })],
  ['endRelation', ({ Relation }) => ({ relationId: Relation, until: today, version: 1 })],
  ['appointCoHandler', ({ Case }, { otherUnitId }) => ({ caseId: Case, unitId: otherUnitId, from: today, version: 1 })],
  ['appointCoHandler', ({ Unit }, { caseId }) => ({ caseId, unitId: Unit, from: today, version: 1 })],
  ['appointCoHandler', ({ Staff }, { caseId, otherUnitId }) => ({ caseId, unitId: otherUnitId, staffId: Staff, from: today, version: 1 })],
  ['nameCoHandler', ({ CoHandling }, { staffId }) => ({ coHandlingId: CoHandling, staffId, version: 1 })],
  ['endCoHandler', ({ CoHandling }) => ({ coHandlingId: CoHandling, until: today, version: 1 })],
  ['recordFact', ({ Person }, { unitId }) => ({ personId: Person, unitId, kind: 'LVU_CARE', from: today })],
  ['recordFact', ({ Unit }, { personId, unitId }) => ({ personId, unitId, kind: 'TRANSFER_OUTCOME', outcome: 'TRANSFER', receivingUnitId: Unit, from: today })],
  ['endFact', ({ Fact }) => ({ factId: Fact, until: today, version: 1 })],
  ['recordConsent', ({ Person }, { unitId }) => ({ personId: Person, unitId, purpose: 'CONTACT', scope: 'namn', howGiven: 'ORAL', from: today })],
  ['recordConsent', ({ Unit }, { personId, unitId }) => ({ personId, unitId, recipientUnitId: Unit, purpose: 'CONTACT', scope: 'namn', howGiven: 'ORAL', from: today })],
  ['withdrawConsent', ({ Consent }) => ({ consentId: Consent, withdrawnOn: today, version: 1 })],
  ['recordManagersAgreement', ({ Person }, { unitId, otherUnitId }) => ({ personId: Person, unitId, counterpartUnitId: otherUnitId, agreedUnitId: unitId, reason: 'skäl', from: today, until: '2027-06-01' })],
  ['approveManagersAgreement', ({ ManagersAgreement }) => ({ agreementId: ManagersAgreement, version: 1 })],
  ['endManagersAgreement', ({ ManagersAgreement }) => ({ agreementId: ManagersAgreement, until: today, version: 1 })],
];

interface Own {
  readonly unitId: string;
  readonly otherUnitId: string;
  readonly personId: string;
  readonly caseId: string;
  readonly staffId: string;
}

describe('an id that is not the caller\'s', () => {
  let own: Own;
  let manager: Client;

  beforeAll(async () => {
    const file = await world.town.case(childYouth);
    own = {
      unitId: world.unit(childYouth), otherUnitId: world.unit('alpha/ADULT'), staffId: world.staff(childYouth, 'CASEWORKER'),
      personId: globalId('Person', file.personId), caseId: globalId('Case', file.id),
    };
    manager = world.as(childYouth, 'OPERATIONS_MANAGER');
  });

  it.each(operations)('given to %s answers as one that does not exist', async (operation, input) => {
    const answer = async (ids: Ids) => JSON.stringify(await manager.send(mutationDocument(operation), { input: keyed({ ...input(ids, own) }) }));
    const unseen = await answer(hidden);
    expect(unseen).toBe(await answer(absent));
    expect(unseen).toMatch(/"__typename":"(?:NotFound|ValidationError)"/u);
  });

  it('read by id answers as one that does not exist', async () => {
    const document = 'query ($id: ID!) { node(id: $id) { id __typename } person(id: $id) { id } case(id: $id) { id } unit(id: $id) { id } }';
    const types = Object.keys(hidden) as (keyof Ids)[];
    for (const type of types) {
      const answer = async (id: string) => JSON.stringify(await manager.send(document, { id }));
      const unseen = await answer(hidden[type]);
      expect(unseen).toBe(await answer(absent[type]));
      expect(unseen).toBe('{"data":{"node":null,"person":null,"case":null,"unit":null}}');
    }
  });

  it('may be anything: what is no id at all answers the same', async () => {
    for (const id of ['', 'nonsense', Buffer.from('Person:1').toString('base64url'), Buffer.from('Robot:00000000-0000-4000-8000-000000000000').toString('base64url'), "x' or 1=1 --"]) {
      expect(await manager.mutate('closeCase', { caseId: id, closedOn: today, version: 1 })).toMatchObject({ __typename: 'NotFound', path: 'input.caseId' });
      expect(await manager.ask('query ($id: ID!) { node(id: $id) { id } person(id: $id) { id } }', { id })).toEqual({ node: null, person: null });
    }
  });
});
