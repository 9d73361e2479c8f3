import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testPersonalNumber } from '../../src/person/personal-number.rules.ts';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { at } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const echo = '... on PersonRegistered { personId personalNumber birthDate givenName familyName protection }';
const whole = `query ($id: ID!) { person(id: $id) {
  displayName givenName familyName personalNumber birthDate age protection deceasedOn version cases { id } facts { id }
  relations { id } consents { id } managersAgreements { id } responsibility { outcome handlingUnit notes { code } } } }`;

const register = (input: object, by = world.as(childYouth, 'INTAKE')) =>
  by.mutate('registerPerson', { unitId: world.unit(childYouth), givenName: 'Åsa', familyName: 'Öberg', ...input }, echo);
const read = (id: unknown) => world.as(childYouth, 'CASEWORKER').ask(whole, { id });

describe('registering a person', () => {
  it('echoes what was entered, and lets the unit read it', async () => {
    const answer = await register({ personalNumber: testPersonalNumber(asLocalDate('2009-05-15'), 'WOMAN') });
    expect(answer).toMatchObject({
      __typename: 'PersonRegistered', personalNumber: '200905152385', birthDate: '2009-05-15', givenName: 'Åsa', familyName: 'Öberg', protection: 'NONE',
    });
    expect(await read(answer['personId'])).toMatchObject({ person: { displayName: 'Åsa Öberg', personalNumber: '200905152385', age: 17, version: 1 } });
  });

  it('reads numbers as people write them', async () => {
    const number = testPersonalNumber(asLocalDate('2009-05-16'), 'WOMAN');
    const written = `${number.slice(2, 8)}-${number.slice(8)}`;
    expect(await register({ personalNumber: written })).toMatchObject({ personalNumber: number });
  });

  it('takes persons without a number, with as much of the birth date as is known', async () => {
    for (const birthDate of ['2009', '2009-05', '2009-05-15']) expect(await register({ birthDate })).toMatchObject({ birthDate, personalNumber: null });
  });

  it('lets a stated birth date override the number\'s', async () => {
    const answer = await register({ personalNumber: testPersonalNumber(asLocalDate('2009-05-17'), 'WOMAN'), birthDate: '2009-06-01' });
    expect(answer).toMatchObject({ birthDate: '2009-06-01' });
    expect(await read(answer['personId'])).toMatchObject({ person: { birthDate: '2009-06-01' } });
  });

  it.each([
    ['a wrong check digit', { personalNumber: '200905152380' }, 'PERSONAL_NUMBER_INVALID', 'input.personalNumber'],
    ['a date that is none', { personalNumber: '202602302380' }, 'PERSONAL_NUMBER_INVALID', 'input.personalNumber'],
    ['no number and no birth date', {}, 'BIRTH_DATE_MISSING', 'input.birthDate'],
    ['30 February', { birthDate: '2026-02-30' }, 'BIRTH_DATE_INVALID', 'input.birthDate'],
    ['a birth date to come', { birthDate: '2027-01-01' }, 'BIRTH_DATE_INVALID', 'input.birthDate'],
    ['a name of blanks', { birthDate: '2009', givenName: '  ' }, 'TEXT_EMPTY', 'input.givenName'],
    ['a name without end', { birthDate: '2009', familyName: 'x'.repeat(101) }, 'TEXT_TOO_LONG', 'input.familyName'],
    ['a name with control characters', { birthDate: '2009', familyName: 'a\u0007b' }, 'TEXT_NOT_PLAIN', 'input.familyName'],
  ])('refuses %s', async (_what, input, code, path) => {
    expect(await register(input)).toMatchObject({ __typename: 'ValidationError', code, path });
  });

  it('is not for another unit', async () => {
    expect(await register({ birthDate: '2009', unitId: world.unit('alpha/ADULT') })).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('registering a number that the organisation has already', () => {
  const number = testPersonalNumber(asLocalDate('2007-03-01'), 'MAN');
  let known: string;

  beforeAll(async () => {
    known = await world.town.person('alpha', {
      born: '2007-03-01', number, given: 'Hemlig', family: 'Canary', protection: 'PROTECTED_REGISTRATION',
    });
    await world.town.query("update person set deceased_on = '2026-10-01', version = 9 where id = $1", [known]);
    const file = await world.town.case('alpha/ADULT', known);
    await world.town.coHandling(file, 'alpha/NEEDS_ASSESSMENT');
    await world.town.fact(known, 'alpha/ADULT', 'LVU_CARE', '2024-01-01');
    const relative = await world.town.case('alpha/ADULT');
    await world.town.relation(known, relative.personId, 'HOUSEHOLD');
  });

  it('answers and reads, field by field, as a new person does', async () => {
    const other = testPersonalNumber(asLocalDate('2007-03-02'), 'MAN');
    const fresh = await register({ personalNumber: other, familyName: 'Ny', birthDate: '2007-03-01' });
    const again = await register({ personalNumber: number, familyName: 'Ny' });
    expect(again).toEqual({ ...fresh, personId: again['personId'], personalNumber: number });
    const asNew = await read(fresh['personId']);
    const asKnown = await read(again['personId']);
    expect(asKnown).toEqual({ person: { ...(asNew['person'] as object), personalNumber: number } });
    expect(at(asKnown, 'person')).toMatchObject({ displayName: 'Åsa Ny', protection: 'NONE', deceasedOn: null, version: 1, relations: [] });
  });

  it('is the same person, and one only', async () => {
    const { personId } = await register({ personalNumber: number });
    expect(personId).toBe(globalId('Person', known));
  });

  it('shows the person\'s protection once the unit has a case of its own', async () => {
    await world.as(childYouth, 'CASEWORKER').mutate('openCase', {
      personId: globalId('Person', known), unitId: world.unit(childYouth), kind: 'REPORT', openedOn: '2026-11-01',
    });
    expect(at(await read(globalId('Person', known)), 'person')).toMatchObject({
      displayName: 'Skyddade personuppgifter', givenName: null, familyName: null, personalNumber: null, birthDate: null,
      protection: 'PROTECTED_REGISTRATION', cases: [{}], facts: [], relations: [],
    });
  });
});
