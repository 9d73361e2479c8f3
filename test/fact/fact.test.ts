import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseGlobalId } from '../../src/api/global-id.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { at, today } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const fields = `... on FactChanged { fact { id kind from until known unit { key } placedByFosterCareService outcome receivingUnit { key }
  value needCategories atRisk diagnosisDocumented version } }`;
const caseworker = () => world.as(childYouth, 'CASEWORKER');
const known = async (): Promise<string> => globalId('Person', (await world.town.case(childYouth)).personId);
const record = async (more: object) =>
  caseworker().mutate('recordFact', { personId: await known(), unitId: world.unit(childYouth), from: '2026-01-01', ...more }, fields);

describe('recording a fact', () => {
  it.each([
    ['care', { kind: 'LVU_CARE', until: '2027-01-01' }, { until: '2027-01-01', known: true }],
    ['a placement by the foster-care service', { kind: 'FAMILY_HOME_PLACEMENT', placedByFosterCareService: true }, { placedByFosterCareService: true }],
    ['another placement', { kind: 'INSTITUTION_PLACEMENT' }, { kind: 'INSTITUTION_PLACEMENT' }],
    ['studies that lie ahead', { kind: 'UPPER_SECONDARY_STUDIES', from: '2027-08-18' }, { from: '2027-08-18' }],
    ['a need and of what', { kind: 'CONTINUED_NEED', value: 'YES', needCategories: ['ADDICTION', 'HOUSING_SUPPORT'] }, { value: 'YES', needCategories: ['ADDICTION', 'HOUSING_SUPPORT'] }],
    ['that it is not known whether it holds', { kind: 'UPPER_SECONDARY_STUDIES', known: false }, { known: false }],
    ['the notice of a transfer', { kind: 'NOTICE_GIVEN' }, { kind: 'NOTICE_GIVEN' }],
    ['risk of homelessness', { kind: 'HOMELESS', atRisk: true }, { atRisk: true }],
    ['a documented diagnosis', { kind: 'MENTAL_DISABILITY', diagnosisDocumented: true }, { diagnosisDocumented: true }],
  ])('keeps %s', async (_what, input, kept) => {
    expect(at(await record(input), 'fact')).toMatchObject({ unit: { key: 'CHILD_YOUTH' }, version: 1, ...kept });
  });

  it('keeps what a meeting decided, and who takes over', async () => {
    const answer = await record({ kind: 'TRANSFER_OUTCOME', outcome: 'TRANSFER', receivingUnitId: world.unit('alpha/ADULT') });
    expect(at(answer, 'fact')).toMatchObject({ outcome: 'TRANSFER', receivingUnit: { key: 'ADULT' } });
  });

  it.each([
    ['a need without its value', { kind: 'CONTINUED_NEED' }, 'FIELD_MISSING', 'input.value'],
    ['an outcome without its decision', { kind: 'TRANSFER_OUTCOME' }, 'FIELD_MISSING', 'input.outcome'],
    ['a field of another kind', { kind: 'LVU_CARE', placedByFosterCareService: true }, 'FIELD_NOT_OF_KIND', 'input.placedByFosterCareService'],
    ['needs of another kind', { kind: 'HOMELESS', needCategories: ['OTHER'] }, 'FIELD_NOT_OF_KIND', 'input.needCategories'],
    ['the same need twice', { kind: 'CONTINUED_NEED', value: 'YES', needCategories: ['OTHER', 'OTHER'] }, 'VALUE_TWICE', 'input.needCategories'],
    ['a period that ends before it starts', { kind: 'LVU_CARE', until: '2025-12-31' }, 'PERIOD_ENDS_BEFORE_START', 'input.until'],
    ['a period without a day', { kind: 'LVU_CARE', until: '2026-01-01' }, 'PERIOD_ENDS_BEFORE_START', 'input.until'],
    ['a notice that will be given', { kind: 'NOTICE_GIVEN', from: addDays(today, 1) }, 'IN_FUTURE', 'input.from'],
  ])('refuses %s', async (_what, input, code, path) => {
    expect(await record(input)).toMatchObject({ __typename: 'ValidationError', code, path });
  });

  it('refuses a receiving unit where nothing is transferred, and one that is nowhere', async () => {
    expect(await record({ kind: 'TRANSFER_OUTCOME', outcome: 'NO_TRANSFER', receivingUnitId: world.unit('alpha/ADULT') })).toMatchObject({ code: 'FIELD_NOT_OF_KIND', path: 'input.receivingUnitId' });
    expect(await record({ kind: 'TRANSFER_OUTCOME', outcome: 'TRANSFER', receivingUnitId: world.unit('beta/YOUTH') })).toMatchObject({ __typename: 'NotFound', path: 'input.receivingUnitId' });
  });

  it('refuses two of a kind at one time by one unit, not by two units', async () => {
    const personId = await known();
    const input = { personId, unitId: world.unit(childYouth), kind: 'LVU_CARE', from: '2026-01-01' };
    await caseworker().mutate('recordFact', input);
    expect(await caseworker().mutate('recordFact', { ...input, from: '2026-06-01' })).toMatchObject({ __typename: 'Conflict', code: 'FACT_OVERLAP', path: 'input.from' });
    await world.town.case('alpha/ADULT', parseGlobalId(personId)?.id);
    expect(await world.as('alpha/ADULT', 'CASEWORKER').mutate('recordFact', { ...input, unitId: world.unit('alpha/ADULT') })).toMatchObject({ __typename: 'FactChanged' });
  });

  it('is for persons the caller may see, by a unit of the caller\'s', async () => {
    const hidden = globalId('Person', (await world.town.case('alpha/ADULT')).personId);
    expect(await record({ kind: 'LVU_CARE', personId: hidden })).toMatchObject({ __typename: 'NotFound', path: 'input.personId' });
    expect(await record({ kind: 'LVU_CARE', unitId: world.unit('alpha/ADULT') })).toMatchObject({ __typename: 'NotFound' });
  });

  it('changes who is responsible from that day on', async () => {
    const person = await world.town.person('alpha', { born: '2006-05-15', number: null });
    await world.town.case(childYouth, person);
    const responsible = async () => at(await caseworker().ask('query ($id: ID!) { person(id: $id) { responsibility { authorityUnit ruleIds } } }', { id: globalId('Person', person) }), 'person', 'responsibility');
    expect(await responsible()).toMatchObject({ authorityUnit: 'ADULT' });
    await caseworker().mutate('recordFact', { personId: globalId('Person', person), unitId: world.unit(childYouth), kind: 'LVU_CARE', from: '2025-01-01' });
    expect(await responsible()).toMatchObject({ authorityUnit: 'CHILD_YOUTH', ruleIds: expect.arrayContaining(['R0-06']) as unknown });
  });
});

describe('ending a fact', () => {
  const ending = async (more: object = {}) => ({ factId: at(await record({ kind: 'LVU_CARE', ...more }), 'fact', 'id'), until: today, version: 1 });

  it('happens once', async () => {
    const input = await ending();
    expect(at(await caseworker().mutate('endFact', input, fields), 'fact')).toMatchObject({ until: today, version: 2 });
    expect(await caseworker().mutate('endFact', { ...input, version: 2 })).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_ENDED', path: 'input.until' });
  });

  it('may come sooner than planned', async () => {
    const input = await ending({ until: addDays(today, 100) });
    expect(await caseworker().mutate('endFact', { ...input, until: addDays(today, 100) })).toMatchObject({ code: 'ALREADY_ENDED' });
    expect(at(await caseworker().mutate('endFact', input, fields), 'fact')).toMatchObject({ until: today });
  });

  it('needs the present version and a day after the first', async () => {
    const input = await ending();
    expect(await caseworker().mutate('endFact', { ...input, version: 2 })).toMatchObject({ code: 'CHANGED_SINCE_READ' });
    expect(await caseworker().mutate('endFact', { ...input, until: '2026-01-01' })).toMatchObject({ code: 'PERIOD_ENDS_BEFORE_START' });
  });

  it('is the recording unit\'s', async () => {
    const input = await ending();
    expect(await world.as('alpha/ADULT', 'CASEWORKER').mutate('endFact', input)).toMatchObject({ __typename: 'NotFound' });
  });
});
