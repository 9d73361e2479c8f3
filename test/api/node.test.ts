import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NodeType } from '../../src/api/global-id.ts';
import { nodeTypes } from '../../src/api/global-id.ts';
import { at, countStatements } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;
let ids: Readonly<Record<NodeType, string>>;

beforeAll(async () => {
  world = await openWorld();
  const { town } = world;
  const file = await town.case(childYouth);
  const relative = await town.case(childYouth);
  const organisation = await world.as(childYouth, 'CASEWORKER').ask('{ organisations { id } }');
  ids = {
    Organisation: String(at(organisation, 'organisations', 0, 'id')),
    Unit: world.unit(childYouth),
    Staff: world.staff(childYouth, 'CASEWORKER'),
    Person: globalId('Person', file.personId),
    Case: globalId('Case', file.id),
    CoHandling: globalId('CoHandling', await town.coHandling(file, 'alpha/ADULT')),
    Fact: globalId('Fact', await town.fact(file.personId, childYouth, 'LVU_CARE', '2024-01-01')),
    ManagersAgreement: globalId('ManagersAgreement', await town.agreement(file.personId, childYouth, 'alpha/ADULT')),
    Consent: globalId('Consent', await town.consent(file.personId, childYouth)),
    Relation: globalId('Relation', await town.relation(file.personId, relative.personId, 'GUARDIAN')),
  };
});

afterAll(() => world.close());

describe('node', () => {
  it.each(nodeTypes)('reads a %s again by its id', async (type) => {
    const answer = await world.as(childYouth, 'CASEWORKER').ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: ids[type] });
    expect(answer).toEqual({ node: { __typename: type, id: ids[type] } });
  });

  it('leads on from what it found', async () => {
    const document = `query ($case: ID!, $coHandling: ID!, $agreement: ID!) {
      case: node(id: $case) { ... on Case { person { displayName cases { id } } coHandlings { case { id } } responsibility { outcome } } }
      coHandling: node(id: $coHandling) { ... on CoHandling { unit { key } case { person { displayName } } } }
      agreement: node(id: $agreement) { ... on ManagersAgreement { person { managersAgreements { person { id } } } } } }`;
    const answer = await world.as(childYouth, 'CASEWORKER').ask(document, { case: ids.Case, coHandling: ids.CoHandling, agreement: ids.ManagersAgreement });
    expect(answer).toMatchObject({
      case: { person: { displayName: 'Test Testsson', cases: [{ id: ids.Case }] }, coHandlings: [{ case: { id: ids.Case } }], responsibility: { outcome: 'DETERMINED' } },
      coHandling: { unit: { key: 'ADULT' }, case: { person: { displayName: 'Test Testsson' } } },
      agreement: { person: { managersAgreements: [{ person: { id: ids.Person } }] } },
    });
  });

  it('reads several of a type in one statement', async () => {
    const other = globalId('Case', (await world.town.case(childYouth)).id);
    const client = world.as(childYouth, 'CASEWORKER');
    const one = await countStatements(() => client.ask('query ($a: ID!) { a: node(id: $a) { ... on Case { unit { key } } } }', { a: ids.Case }));
    const three = await countStatements(() => client.ask(
      'query ($a: ID!, $b: ID!) { a: node(id: $a) { ... on Case { unit { key } } } b: node(id: $b) { ... on Case { kind } } c: node(id: $a) { ... on Case { version } } }',
      { a: ids.Case, b: other },
    ));
    expect(three).toBe(one);
  });
});
