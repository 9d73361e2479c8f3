import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/kernel/local-date.ts';
import { at, today, type Client } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
const adult = 'alpha/ADULT';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const fields = `... on ManagersAgreementChanged { agreement {
  id agreedUnit { key } proposedByUnit { key } counterpartUnit { key } approvedBy { key } reason matterType from until version person { id } } }`;
const proposer = () => world.as(childYouth, 'OPERATIONS_MANAGER');
const counterpart = () => world.as(adult, 'OPERATIONS_MANAGER');

async function proposing(more: object = {}) {
  const person = await world.town.person('alpha', { born: '2006-05-15', number: null });
  await world.town.case(childYouth, person);
  const input = {
    personId: globalId('Person', person), unitId: world.unit(childYouth), counterpartUnitId: world.unit(adult), agreedUnitId: world.unit(childYouth),
    reason: 'slutför gymnasiet', from: '2026-11-01', until: '2027-06-12', ...more,
  };
  return { person, input };
}

const propose = (input: object, by: Client = proposer()) => by.mutate('recordManagersAgreement', { ...input }, fields);
const approve = (agreementId: unknown, version = 1, by: Client = counterpart()) => by.mutate('approveManagersAgreement', { agreementId, version }, fields);
const end = (agreementId: unknown, until: string, version: number, by: Client = counterpart()) => by.mutate('endManagersAgreement', { agreementId, until, version }, fields);

describe('a managers\' agreement', () => {
  it('counts when the other manager has approved too', async () => {
    const { person, input } = await proposing();
    const responsible = async () => at(await proposer().ask('query ($id: ID!) { person(id: $id) { responsibility { outcome authorityUnit notes { code } } } }', { id: globalId('Person', person) }), 'person', 'responsibility');

    const proposed = await propose(input);
    expect(at(proposed, 'agreement')).toMatchObject({
      agreedUnit: { key: 'CHILD_YOUTH' }, approvedBy: [{ key: 'CHILD_YOUTH' }], reason: 'slutför gymnasiet', matterType: null, version: 1, person: { id: input.personId },
    });
    expect(await responsible()).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'ADULT', notes: [{ code: 'AGREEMENT_INCOMPLETE' }] });

    const approved = await approve(at(proposed, 'agreement', 'id'));
    expect(at(approved, 'agreement')).toMatchObject({ approvedBy: [{ key: 'ADULT' }, { key: 'CHILD_YOUTH' }], version: 2, person: null });
    expect(await responsible()).toMatchObject({ outcome: 'OVERRIDDEN', authorityUnit: 'CHILD_YOUTH' });
  });

  it('waits in the other manager\'s list', async () => {
    const { input } = await proposing();
    const id = at(await propose(input), 'agreement', 'id');
    const waiting = async () => at(await counterpart().ask('{ managersAgreements(awaitingApproval: true, first: 100) { edges { node { id person { id } } } } }'), 'managersAgreements', 'edges') as { node: object }[];
    expect(await waiting()).toContainEqual({ node: { id, person: null } });
    await approve(id);
    expect(await waiting()).not.toContainEqual({ node: { id, person: null } });
    expect(await world.as('alpha/NEEDS_ASSESSMENT', 'OPERATIONS_MANAGER').ask('{ managersAgreements { edges { node { id } } } }')).toEqual({ managersAgreements: { edges: [] } });
  });

  it.each([
    ['no end', { until: undefined }, 'ValidationError', 'AGREEMENT_WITHOUT_END', 'input.until', 'R0-10'],
    ['an end before its start', { until: '2026-10-01' }, 'ValidationError', 'PERIOD_ENDS_BEFORE_START', 'input.until', null],
    ['no reason', { reason: ' ' }, 'ValidationError', 'TEXT_EMPTY', 'input.reason', null],
  ])('is refused with %s', async (_what, more, type, code, path, ruleId) => {
    const { input } = await proposing(more);
    expect(await propose(input)).toMatchObject({ __typename: type, code, path, ruleId });
  });

  it('is made between the units that the routine names', async () => {
    const needs = world.unit('alpha/NEEDS_ASSESSMENT');
    const { input } = await proposing({ counterpartUnitId: needs, agreedUnitId: needs });
    expect(await propose(input)).toMatchObject({ __typename: 'RuleViolation', code: 'AGREEMENT_PARTY_WRONG', path: 'input.counterpartUnitId', ruleId: 'R0-10' });
    expect(await propose({ ...input, counterpartUnitId: world.unit(childYouth) })).toMatchObject({ code: 'AGREEMENT_WITH_SELF', path: 'input.counterpartUnitId' });
    expect(await propose({ ...input, counterpartUnitId: world.unit(adult) })).toMatchObject({ code: 'AGREED_UNIT_OUTSIDE', path: 'input.agreedUnitId' });
  });

  it('is refused by rule where the routine knows no such agreement', async () => {
    const unit = 'beta/CHILD_YOUTH';
    const file = await world.town.case(unit);
    const answer = await world.as(unit, 'OPERATIONS_MANAGER').mutate('recordManagersAgreement', {
      personId: globalId('Person', file.personId), unitId: world.unit(unit), counterpartUnitId: world.unit('beta/YOUTH'), agreedUnitId: world.unit(unit),
      reason: 'skäl', from: '2026-11-01', until: '2027-06-12',
    });
    expect(answer).toMatchObject({ __typename: 'RuleViolation', code: 'AGREEMENT_NOT_IN_ROUTINE', ruleId: 'R0-10' });
  });

  it('is not made twice for one time, whoever proposes', async () => {
    const { person, input } = await proposing();
    await world.town.case(adult, person);
    await propose(input);
    const other = { ...input, unitId: world.unit(adult), counterpartUnitId: world.unit(childYouth), from: '2027-01-01', until: '2027-12-01' };
    expect(await propose(other, counterpart())).toMatchObject({ __typename: 'Conflict', code: 'AGREEMENT_OVERLAP', path: 'input.from' });
    expect(await propose({ ...other, matterType: 'HOUSING_SUPPORT' }, counterpart())).toMatchObject({ __typename: 'ManagersAgreementChanged' });
  });

  it('is for operations managers', async () => {
    const { input } = await proposing();
    const { errors } = await world.as(childYouth, 'COORDINATOR').send('mutation ($input: RecordManagersAgreementInput!) { recordManagersAgreement(input: $input) { __typename } }', { input: { idempotencyKey: 'a-coordinator', ...input } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('approving an agreement', () => {
  it('is the other manager\'s, once, from the present version', async () => {
    const { input } = await proposing();
    const id = at(await propose(input), 'agreement', 'id');
    expect(await approve(id, 1, proposer())).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_APPROVED', path: 'input.agreementId' });
    expect(await approve(id, 9)).toMatchObject({ code: 'CHANGED_SINCE_READ' });
    expect(await approve(id)).toMatchObject({ __typename: 'ManagersAgreementChanged' });
    expect(await approve(id, 2)).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_APPROVED' });
  });

  it('is not for a manager of neither unit', async () => {
    const { input } = await proposing();
    const id = at(await propose(input), 'agreement', 'id');
    expect(await approve(id, 1, world.as('alpha/NEEDS_ASSESSMENT', 'OPERATIONS_MANAGER'))).toMatchObject({ __typename: 'NotFound' });
    expect(await approve(id, 1, world.as('beta/CHILD_YOUTH', 'OPERATIONS_MANAGER'))).toMatchObject({ __typename: 'NotFound' });
  });

  it('is not done by one person for both', async () => {
    await world.town.insert('membership', {
      organisation_id: (await world.town.query("select id from organisation where key = 'alpha'")).rows[0]?.['id'], staff_id: world.town.staff('alpha.needs-assessment.operations-manager'),
      role: 'OPERATIONS_MANAGER', unit_id: world.town.unit(childYouth), valid_from: '2020-01-01',
    });
    await world.town.insert('membership', {
      organisation_id: (await world.town.query("select id from organisation where key = 'alpha'")).rows[0]?.['id'], staff_id: world.town.staff('alpha.needs-assessment.operations-manager'),
      role: 'OPERATIONS_MANAGER', unit_id: world.town.unit(adult), valid_from: '2020-01-01',
    });
    const both = world.as('alpha/NEEDS_ASSESSMENT', 'OPERATIONS_MANAGER');
    const { input } = await proposing();
    const id = at(await propose(input, both), 'agreement', 'id');
    expect(await approve(id, 1, both)).toMatchObject({ __typename: 'RuleViolation', code: 'ONE_MANAGER_FOR_BOTH', ruleId: 'R0-10' });
    expect(await approve(id)).toMatchObject({ __typename: 'ManagersAgreementChanged' });
  });
});

describe('ending an agreement', () => {
  it('is open to either manager, before its time, once', async () => {
    for (const manager of [proposer(), counterpart()]) {
      const { input } = await proposing();
      const id = at(await propose(input), 'agreement', 'id');
      expect(await end(id, '2027-06-12', 1, manager)).toMatchObject({ code: 'ALREADY_ENDED', path: 'input.until' });
      expect(at(await end(id, today, 1, manager), 'agreement')).toMatchObject({ until: today, version: 2 });
      expect(await end(id, today, 2, manager)).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_ENDED' });
      expect(await approve(id, 2, counterpart())).toMatchObject({ code: 'ALREADY_ENDED', path: 'input.agreementId' });
    }
  });

  it('needs the present version', async () => {
    const { input } = await proposing();
    const id = at(await propose(input), 'agreement', 'id');
    expect(await end(id, addDays(today, 1), 5)).toMatchObject({ code: 'CHANGED_SINCE_READ' });
  });
});
