import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, today } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const fields = '... on RelationChanged { relation { id kind personId displayName from until version } }';
const caseworker = () => world.as(childYouth, 'CASEWORKER');

async function parentAndChild(protection: 'NONE' | 'CONFIDENTIALITY_MARKED' = 'NONE') {
  const parent = await world.town.person('alpha', { given: 'Förälder', family: 'Ek', protection });
  const child = await world.town.person('alpha', { given: 'Barn', family: 'Ek' });
  await world.town.case(childYouth, parent);
  await world.town.case(childYouth, child);
  return { parent: globalId('Person', parent), child: globalId('Person', child) };
}

describe('a relation', () => {
  it('shows the guardian with the child and the child with the guardian', async () => {
    const { parent, child } = await parentAndChild();
    const recorded = await caseworker().mutate('recordRelation', { personId: parent, relatedPersonId: child, kind: 'GUARDIAN', from: '2015-01-01' }, fields);
    expect(at(recorded, 'relation')).toMatchObject({ kind: 'GUARDIAN', personId: parent, displayName: 'Förälder Ek', version: 1 });
    const seen = (id: string) => caseworker().ask('query ($id: ID!) { person(id: $id) { relations { kind personId } } }', { id });
    expect(await seen(child)).toEqual({ person: { relations: [{ kind: 'GUARDIAN', personId: parent }] } });
    expect(await seen(parent)).toEqual({ person: { relations: [{ kind: 'CHILD', personId: child }] } });
  });

  it('masks a protected relative', async () => {
    const { parent, child } = await parentAndChild('CONFIDENTIALITY_MARKED');
    const recorded = await caseworker().mutate('recordRelation', { personId: parent, relatedPersonId: child, kind: 'HOUSEHOLD', from: '2015-01-01' }, fields);
    expect(at(recorded, 'relation', 'displayName')).toBe('Skyddade personuppgifter');
  });

  it('is ended once', async () => {
    const { parent, child } = await parentAndChild();
    const recorded = await caseworker().mutate('recordRelation', { personId: parent, relatedPersonId: child, kind: 'HOUSEHOLD', from: '2015-01-01' }, fields);
    const input = { relationId: at(recorded, 'relation', 'id'), until: today, version: 1 };
    expect(await caseworker().mutate('endRelation', { ...input, until: '2015-01-01' })).toMatchObject({ code: 'PERIOD_ENDS_BEFORE_START' });
    expect(await caseworker().mutate('endRelation', { ...input, version: 3 })).toMatchObject({ code: 'CHANGED_SINCE_READ' });
    expect(at(await caseworker().mutate('endRelation', input, fields), 'relation')).toMatchObject({ until: today, version: 2 });
    expect(await caseworker().mutate('endRelation', { ...input, version: 2 })).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_ENDED' });
  });

  it('is not recorded twice for one time, to oneself, or backwards', async () => {
    const { parent, child } = await parentAndChild();
    const input = { personId: parent, relatedPersonId: child, kind: 'GUARDIAN', from: '2015-01-01' };
    await caseworker().mutate('recordRelation', input);
    expect(await caseworker().mutate('recordRelation', input)).toMatchObject({ __typename: 'Conflict', code: 'RELATION_OVERLAP' });
    expect(await caseworker().mutate('recordRelation', { ...input, relatedPersonId: parent })).toMatchObject({ code: 'RELATION_TO_SELF', path: 'input.relatedPersonId' });
    expect(await caseworker().mutate('recordRelation', { ...input, until: '2015-01-01' })).toMatchObject({ code: 'PERIOD_ENDS_BEFORE_START', path: 'input.until' });
  });

  it('needs both persons to be there for the caller', async () => {
    const { child } = await parentAndChild();
    const hidden = globalId('Person', (await world.town.case('alpha/ADULT')).personId);
    const input = { personId: hidden, relatedPersonId: child, kind: 'GUARDIAN', from: '2015-01-01' };
    expect(await caseworker().mutate('recordRelation', input)).toMatchObject({ __typename: 'NotFound', path: 'input.personId' });
    expect(await caseworker().mutate('recordRelation', { ...input, personId: child, relatedPersonId: hidden })).toMatchObject({ __typename: 'NotFound', path: 'input.relatedPersonId' });
  });
});
