/** Persons whose identity is protected: their name, number and birth date are nowhere, whichever way one comes to them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testPersonalNumber } from '../../src/person/personal-number.rules.ts';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { at, mutationDocument, today, type Client } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
const born = '2006-07-19';
const number = testPersonalNumber(asLocalDate(born), 'MAN');
const secrets = /Hemligsson|Zebulon|2006-07-19|20060719|060719/u;
const protections = ['CONFIDENTIALITY_MARKED', 'PROTECTED_REGISTRATION'] as const;
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const identity = 'id displayName givenName familyName personalNumber birthDate age protection deceasedOn';

async function plant(protection: (typeof protections)[number]) {
  const { town } = world;
  await town.query('update person set number = null, number_kind = $1 where number = $2', ['NONE', number]);
  const person = await town.person('alpha', { given: 'Zebulon', family: 'Hemligsson', born, number, protection });
  const file = await town.case(childYouth, person);
  const child = await town.case(childYouth);
  await town.relation(person, child.personId, 'GUARDIAN');
  const coHandling = await town.coHandling(file, 'alpha/ADULT');
  const agreement = await town.agreement(person, childYouth, 'alpha/ADULT');
  return { person, file, child, coHandling, agreement };
}

describe.each(protections)('a person with %s', (protection) => {
  let planted: Awaited<ReturnType<typeof plant>>;
  let own: Client;
  let coHandler: Client;

  beforeAll(async () => {
    planted = await plant(protection);
    own = world.as(childYouth, 'CASEWORKER');
    coHandler = world.as('alpha/ADULT', 'CASEWORKER');
  });

  it('is shown by age and kind of protection, and by no name, number or date', async () => {
    const answer = await own.ask(`query ($id: ID!) { person(id: $id) { ${identity} } }`, { id: globalId('Person', planted.person) });
    expect(answer).toEqual({
      person: {
        id: globalId('Person', planted.person), displayName: 'Skyddade personuppgifter', givenName: null, familyName: null, personalNumber: null,
        birthDate: null, age: 20, protection, deceasedOn: null,
      },
    });
  });

  it('stays masked on every way to them', async () => {
    const { person, file, child, coHandling, agreement } = planted;
    const everything = `${identity} cases { reference person { ${identity} } coHandlings { case { person { ${identity} } } } }
      relations { displayName } managersAgreements { reason person { ${identity} } } responsibility { explanation { sv en } notes { sv } }`;
    const answers = [
      await own.ask(`{ persons(first: 100) { edges { cursor node { ${everything} } } } }`),
      await own.ask(`{ cases(first: 100) { edges { cursor node { reference person { ${identity} } responsibility { explanation { sv } } } } } }`),
      await own.ask(`query ($id: ID!) { node(id: $id) { ... on Person { ${everything} } } }`, { id: globalId('Person', child.personId) }),
      await own.ask(`query ($id: ID!) { node(id: $id) { ... on Case { person { ${identity} } } } }`, { id: globalId('Case', file.id) }),
      await own.ask(`query ($id: ID!) { node(id: $id) { ... on ManagersAgreement { person { ${identity} } } } }`, { id: globalId('ManagersAgreement', agreement) }),
      await own.ask(`{ managersAgreements { edges { cursor node { person { ${identity} } } } } }`),
      await coHandler.ask(`{ coHandlings { edges { cursor node { case { person { ${everything} } } } } } }`),
      await coHandler.ask(`query ($id: ID!) { node(id: $id) { ... on CoHandling { case { person { ${identity} } } } } }`, { id: globalId('CoHandling', coHandling) }),
      await own.mutate('recordFact', { personId: globalId('Person', person), unitId: world.unit(childYouth), kind: 'HOMELESS', from: today }),
      await own.mutate('openCase', { personId: globalId('Person', person), unitId: world.unit(childYouth), kind: 'REPORT', openedOn: today }, `... on CaseChanged { case { person { ${everything} } } }`),
      await own.mutate('openCase', { personId: globalId('Person', person), unitId: world.unit(childYouth), kind: 'REPORT', openedOn: today }),
      await own.send(mutationDocument('registerPerson'), { input: { idempotencyKey: `known-${protection}`, unitId: world.unit(childYouth), givenName: 'A', familyName: 'B', personalNumber: 'x' } }),
    ];
    expect(JSON.stringify(answers)).toContain('Skyddade personuppgifter');
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(secrets);
    const cursors = answers.flatMap((answer) => [...JSON.stringify(answer).matchAll(/"cursor":"([^"]+)"/gu)]).map(([, cursor = '']) => Buffer.from(cursor, 'base64url').toString());
    expect(cursors.length).toBeGreaterThan(5);
    for (const cursor of cursors) expect(cursor).not.toMatch(secrets);
  });

  it('is answered for without the birth date as the first day of the answer', async () => {
    const answer = '{ outcome validFrom validTo explanation { sv en } }';
    const told = await own.ask(
      `query ($id: ID!, $case: ID!) { case(id: $case) { responsibility ${answer} }
        person(id: $id) { responsibility(asOf: "2024-01-01") ${answer} whatIf(asOf: "2024-01-01") ${answer} timeline { from until }
          sensitivity { text { sv } answer ${answer} } } }`,
      { id: globalId('Person', planted.person), case: globalId('Case', planted.file.id) },
    );
    expect(at(told, 'person', 'responsibility')).toMatchObject({ outcome: 'DETERMINED', validFrom: null, validTo: '2026-07-19' });
    expect(at(told, 'person', 'whatIf')).toMatchObject({ outcome: 'DETERMINED', validFrom: null });
    expect(JSON.stringify(told)).not.toMatch(secrets);
  });

  it('stands in lists by nothing that tells of their name', async () => {
    await world.town.case(childYouth, await world.town.person('alpha', { family: 'Abel' }));
    const names = at(await own.ask('{ persons(first: 100) { edges { node { displayName } } } }'), 'persons', 'edges') as { node: { displayName: string } }[];
    expect(names[0]?.node.displayName).toBe('Skyddade personuppgifter');
    expect(names.at(-1)?.node.displayName).not.toBe('Skyddade personuppgifter');
  });

  it('leaves no name in audit, keys or the answers kept with them', async () => {
    const { rows } = await world.town.query('select (select jsonb_agg(e) from audit_event e)::text as audit, (select jsonb_agg(i) from idempotency i)::text as keys');
    expect(JSON.stringify(rows)).not.toMatch(secrets);
  });
});

describe('protection', () => {
  it('takes effect on the next statement', async () => {
    const file = await world.town.case(childYouth);
    const id = globalId('Person', file.personId);
    const name = async () => at(await world.as(childYouth, 'CASEWORKER').ask('query ($id: ID!) { person(id: $id) { displayName } }', { id }), 'person', 'displayName');
    expect(await name()).toBe('Test Testsson');
    await world.town.query("update person set protection = 'CONFIDENTIALITY_MARKED' where id = $1", [file.personId]);
    expect(await name()).toBe('Skyddade personuppgifter');
  });

  it('entered at registration masks for the registering unit too', async () => {
    const client = world.as(childYouth, 'INTAKE');
    const answer = await client.mutate('registerPerson', {
      unitId: world.unit(childYouth), givenName: 'Zebulon', familyName: 'Hemligsson', birthDate: '2011', protection: 'PROTECTED_REGISTRATION',
    }, '... on PersonRegistered { personId }');
    expect(await client.ask(`query ($id: ID!) { person(id: $id) { ${identity} } }`, { id: answer['personId'] })).toMatchObject({
      person: { displayName: 'Skyddade personuppgifter', givenName: null, birthDate: null, protection: 'PROTECTED_REGISTRATION' },
    });
  });
});
