import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/kernel/local-date.ts';
import { at, today } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
const adult = 'alpha/ADULT';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const fields = '... on ConsentChanged { consent { id purpose scope howGiven unit { key } recipientUnit { key } from until withdrawnOn version } }';
const caseworker = () => world.as(childYouth, 'CASEWORKER');
const record = async (more: object = {}) =>
  caseworker().mutate('recordConsent', {
    personId: globalId('Person', (await world.town.case(childYouth)).personId), unitId: world.unit(childYouth),
    purpose: 'NAMED_SHARING', scope: '  namn och telefon ', recipientUnitId: world.unit(adult), howGiven: 'WRITTEN', from: '2026-10-01', ...more,
  }, fields);

describe('a consent', () => {
  it('is kept with purpose, scope, recipient, form and time', async () => {
    expect(at(await record({ until: '2027-10-01' }), 'consent')).toMatchObject({
      purpose: 'NAMED_SHARING', scope: 'namn och telefon', howGiven: 'WRITTEN', unit: { key: 'CHILD_YOUTH' }, recipientUnit: { key: 'ADULT' },
      from: '2026-10-01', until: '2027-10-01', withdrawnOn: null, version: 1,
    });
  });

  it.each([
    ['an empty scope', { scope: ' ' }, 'ValidationError', 'TEXT_EMPTY', 'input.scope'],
    ['a period that ends before it starts', { until: '2026-09-01' }, 'ValidationError', 'PERIOD_ENDS_BEFORE_START', 'input.until'],
    ['a recipient that is nowhere', { recipientUnitId: 'xyz' }, 'NotFound', 'NOT_FOUND', 'input.recipientUnitId'],
  ])('is refused with %s', async (_what, more, type, code, path) => {
    expect(await record(more)).toMatchObject({ __typename: type, code, path });
  });

  it('is withdrawn once, from the present version, not before it was given and not ahead of time', async () => {
    const input = { consentId: at(await record(), 'consent', 'id'), withdrawnOn: today, version: 1 };
    const withdraw = (more: object = {}) => caseworker().mutate('withdrawConsent', { ...input, ...more }, fields);
    expect(await withdraw({ version: 2 })).toMatchObject({ code: 'CHANGED_SINCE_READ' });
    expect(await withdraw({ withdrawnOn: '2026-09-30' })).toMatchObject({ code: 'WITHDRAWN_BEFORE_GIVEN', path: 'input.withdrawnOn' });
    expect(await withdraw({ withdrawnOn: addDays(today, 1) })).toMatchObject({ code: 'IN_FUTURE', path: 'input.withdrawnOn' });
    expect(at(await withdraw(), 'consent')).toMatchObject({ withdrawnOn: today, version: 2 });
    expect(await withdraw({ version: 2 })).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_WITHDRAWN', path: 'input.consentId' });
  });

  it('that has run out is not withdrawn', async () => {
    const consentId = at(await record({ until: '2026-11-01' }), 'consent', 'id');
    expect(await caseworker().mutate('withdrawConsent', { consentId, withdrawnOn: today, version: 1 })).toMatchObject({ code: 'ALREADY_ENDED' });
  });

  it('is seen, but not withdrawn, by the unit it is given for', async () => {
    const consentId = at(await record(), 'consent', 'id');
    const recipient = world.as(adult, 'CASEWORKER');
    expect(await recipient.ask('query ($id: ID!) { node(id: $id) { ... on Consent { purpose } } }', { id: consentId })).toEqual({ node: { purpose: 'NAMED_SHARING' } });
    const { errors } = await recipient.send('mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }', { input: { idempotencyKey: 'not-my-consent', consentId, withdrawnOn: today, version: 1 } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await world.as('alpha/NEEDS_ASSESSMENT', 'CASEWORKER').mutate('withdrawConsent', { consentId, withdrawnOn: today, version: 1 })).toMatchObject({ __typename: 'NotFound' });
  });
});
