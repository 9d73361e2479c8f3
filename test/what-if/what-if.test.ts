/** What would hold for a stored person: facts supposed and left out, the years to come, and nothing told of hidden facts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluateAll } from '../../src/responsibility/evaluate.ts';
import { testCoordinationNumber } from '../../src/person/personal-number.rules.ts';
import { at, type Result } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

let world: World;
/** Placed in a family home since before 20, not studying; born 2006-05-15. Known at child and youth alone. */
let placed: string;
let placement: string;
/** With LVU care and a continued need, both recorded by child and youth; the adult unit takes part in the case. */
let shared: string;

const youth = ['alpha/CHILD_YOUTH', 'CASEWORKER'] as const;
const adult = ['alpha/ADULT', 'CASEWORKER'] as const;
const answerFields = `outcome handlingUnit authorityUnit costUnit interimUnit parallelUnits coHandler { requirement unit } consultations { unit role before ruleIds }
  validFrom validTo nextTransferDate deadlines { kind date force status ruleIds } raiseAt asks coordinator { caseworker unit planQuestion } ruleIds
  citations { ruleId document section } explanation { sv en } notes { code sv en }`;
const stretchFields = 'from until outcome authorityUnit interimUnit ruleIds citations { ruleId section } explanation { sv en } reason { sv en } changes { kind age fact years }';

beforeAll(async () => {
  world = await openWorld();
  const { town } = world;
  placed = await town.person('alpha', { born: '2006-05-15' });
  await town.case('alpha/CHILD_YOUTH', placed, { openedOn: '2020-01-01' });
  placement = await town.fact(placed, 'alpha/CHILD_YOUTH', 'FAMILY_HOME_PLACEMENT', '2020-01-01');
  shared = await town.person('alpha', { born: '2006-11-15' });
  const file = await town.case('alpha/CHILD_YOUTH', shared, { openedOn: '2024-01-01' });
  await town.coHandling(file, 'alpha/ADULT');
  await town.fact(shared, 'alpha/CHILD_YOUTH', 'LVU_CARE', '2025-01-01', { valid_until: '2027-03-01' });
  await town.fact(shared, 'alpha/CHILD_YOUTH', 'CONTINUED_NEED', '2026-01-01', { value: 'YES' });
});

afterAll(() => world.close());

async function send(who: typeof youth | typeof adult, id: string, field: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Result> {
  const types = '$id: ID!, $asOf: LocalDate, $add: [SupposedFactInput!]! = [], $remove: [ID!]! = [], $age: Int! = 25';
  return world.as(who[0], who[1]).send(`query (${types}) { person(id: $id) { ${field} unused: whatIf(asOf: $asOf, addFacts: $add, removeFacts: $remove) { outcome } t: timeline(untilAge: $age) { from } } }`, { id: globalId('Person', id), ...variables });
}

async function whatIf(who: typeof youth | typeof adult, id: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  const { data, errors } = await send(who, id, `whatIf(asOf: $asOf, addFacts: $add, removeFacts: $remove) { ${answerFields} }`, variables);
  expect(errors).toBeUndefined();
  return at(data, 'person', 'whatIf');
}

async function timeline(who: typeof youth | typeof adult, id: string, args = ''): Promise<readonly Record<string, unknown>[]> {
  const { data, errors } = await send(who, id, `timeline${args} { ${stretchFields} }`);
  expect(errors).toBeUndefined();
  return at(data, 'person', 'timeline') as readonly Record<string, unknown>[];
}

async function sensitivity(who: typeof youth | typeof adult, id: string): Promise<readonly Record<string, unknown>[]> {
  const { data, errors } = await send(who, id, 'sensitivity { variation fact text { sv en } answer { outcome authorityUnit ruleIds notes { code } } }');
  expect(errors).toBeUndefined();
  return at(data, 'person', 'sensitivity') as readonly Record<string, unknown>[];
}

describe('a supposed fact', () => {
  it('decides as a recorded one would, as the command line answers', async () => {
    const studies = { kind: 'UPPER_SECONDARY_STUDIES', from: '2023-08-20' };
    const facts = [{ kind: 'FAMILY_HOME_PLACEMENT', from: '2020-01-01' }, { kind: 'OPEN_CASE', from: '2020-01-01', unit: 'CHILD_YOUTH' }];
    const ask = (more: readonly object[], asOf: string): unknown => evaluateAll([{ id: 'q', routine: 'OSTHAMMAR', ask: 'ONGOING', asOf, person: { birthDate: '2006-05-15' }, facts: [...facts, ...more] }])[0];
    expect(await whatIf(youth, placed)).toMatchObject({ authorityUnit: 'ADULT' });
    expect(await whatIf(youth, placed, { add: [studies] })).toMatchObject({ authorityUnit: 'CHILD_YOUTH', ruleIds: ['R0-07'], nextTransferDate: '2027-05-15' });
    for (const asOf of ['2026-11-22', '2025-01-01', '2027-05-14', '2027-05-15', '2040-01-01']) {
      const { id, ...expected } = ask([studies], asOf) as Record<string, unknown>;
      expect(id).toBe('q');
      expect(await whatIf(youth, placed, { add: [studies], asOf })).toEqual(expected);
    }
  });

  it('leaves a recorded one out, by its id or by its kind', async () => {
    const add = [{ kind: 'UPPER_SECONDARY_STUDIES', from: '2023-08-20' }];
    for (const remove of [[globalId('Fact', placement)], ['FAMILY_HOME_PLACEMENT']]) {
      expect(await whatIf(youth, placed, { add, remove })).toMatchObject({ authorityUnit: 'ADULT' });
    }
  });

  it('is stored nowhere', async () => {
    await whatIf(youth, placed, { add: [{ kind: 'LVU_CARE', from: '2024-01-01' }] });
    const { rows } = await world.town.query('select kind from fact where person_id = $1', [placed]);
    expect(rows).toEqual([{ kind: 'FAMILY_HOME_PLACEMENT' }]);
    const { rows: audit } = await world.town.query('select distinct outcome from audit_event');
    expect(audit).toEqual([{ outcome: 'READ' }]);
  });

  it.each([
    ['too many added', { add: Array.from({ length: 11 }, () => ({ kind: 'LVU_CARE' })) }, 'TOO_MANY_FACTS', 'addFacts'],
    ['too many removed', { remove: Array.from({ length: 21 }, () => 'LVU_CARE') }, 'TOO_MANY_FACTS', 'removeFacts'],
    ['a unit of another routine', { add: [{ kind: 'OPEN_CASE', unit: 'YOUTH' }] }, 'UNIT_OF_ANOTHER_ROUTINE', 'addFacts[0].unit'],
    ['a period that ends before it starts', { add: [{ kind: 'LVU_CARE', from: '2025-01-01', until: '2024-01-01' }] }, 'PERIOD_NOT_FORWARD', 'addFacts[0].until'],
    ['a kind without what it says', { add: [{ kind: 'CONTINUED_NEED', from: '2025-01-01' }] }, 'FIELD_MISSING', 'addFacts[0].value'],
    ['what is neither a kind nor an id', { remove: ['LVU_CARE', 'nonsense'] }, 'FACT_NOT_FOUND', 'removeFacts[1]'],
  ])('is refused: %s', async (_what, variables, code, path) => {
    const { errors } = await send(youth, placed, 'id', variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code, path });
  });
});

describe('a field asked for alone', () => {
  it.each([
    ['whatIf { authorityUnit ruleIds }', { whatIf: { authorityUnit: 'CHILD_YOUTH', ruleIds: ['R0-06'] } }],
    ['timeline(untilAge: 21) { ruleIds }', { timeline: [{ ruleIds: ['R0-06'] }, { ruleIds: ['R0-05'] }] }],
    ['sensitivity { fact }', { sensitivity: expect.arrayContaining([{ fact: 'LVU_CARE' }]) }],
  ])('rests on every fact that decides: %s', async (field, expected) => {
    expect(await world.as(...youth).ask(`{ person(id: "${globalId('Person', shared)}") { ${field} } }`)).toEqual({ person: expected });
  });
});

describe('a timeline', () => {
  it('goes from today to 25, without a gap, with the reason of each change', async () => {
    const told = await timeline(youth, shared);
    expect(told.map(({ from, until, authorityUnit, ruleIds, reason }) => [from, until, authorityUnit, ruleIds, at(reason, 'sv')])).toEqual([
      ['2026-11-22', '2027-03-01', 'CHILD_YOUTH', ['R0-06'], undefined],
      ['2027-03-01', '2031-11-15', 'ADULT', ['R0-05'], 'LVU-vården upphör'],
    ]);
    expect(told[1]).toMatchObject({ changes: [{ kind: 'FACT_ENDS', fact: 'LVU_CARE', age: null, years: null }], citations: [{ ruleId: 'R0-05', section: 'Allmänt' }] });
  });

  it('follows supposed facts, and another age', async () => {
    const told = await timeline(youth, shared, '(untilAge: 21, addFacts: [{ kind: LVU_CARE, from: "2027-03-01" }])');
    expect(told.map(({ from, until, authorityUnit }) => [from, until, authorityUnit])).toEqual([['2026-11-22', '2027-11-15', 'CHILD_YOUTH']]);
  });

  it('is empty for somebody who is older, and refuses an age that is none', async () => {
    expect(await timeline(youth, shared, '(untilAge: 19)')).toEqual([]);
    expect((await send(youth, shared, 'timeline(untilAge: 126) { from }')).errors?.[0]?.extensions).toMatchObject({ code: 'AGE_INVALID' });
  });

  it('follows the organisation from one routine to the next', async () => {
    const { town } = world;
    const id = await town.person('beta', { born: '2009-05-15' });
    await town.case('beta/CHILD_YOUTH', id);
    await town.query(`update adopted_routine set valid_until = '2027-07-01' where organisation_id = (select organisation_id from person where id = $1)`, [id]);
    await town.query(`insert into adopted_routine (organisation_id, routine, valid_from) select organisation_id, 'OSTHAMMAR', '2027-07-01' from person where id = $1`, [id]);
    const { data } = await world.as('beta/CHILD_YOUTH', 'CASEWORKER').send(`{ person(id: "${globalId('Person', id)}") { timeline { from until authorityUnit ruleIds reason { sv } } } }`);
    expect(at(data, 'person', 'timeline')).toEqual([
      { from: '2026-11-22', until: '2027-07-01', authorityUnit: 'CHILD_YOUTH', ruleIds: ['R3-48', 'R3-51'], reason: null },
      { from: '2027-07-01', until: '2029-05-15', authorityUnit: 'CHILD_YOUTH', ruleIds: ['R0-05'], reason: { sv: 'organisationen börjar följa en annan rutin' } },
      { from: '2029-05-15', until: '2034-05-15', authorityUnit: 'ADULT', ruleIds: ['R0-05'], reason: { sv: 'personen fyller 20' } },
    ]);
  });
});

describe('what would change the answer', () => {
  it('is told in whole sentences, with the answer that would be given', async () => {
    const told = await sensitivity(youth, shared);
    expect(told.map(({ text }) => at(text, 'sv'))).toContain('Om LVU-vården fortsätter efter 2027-03-01, då går ansvaret över till vuxenenheten 2027-11-15 i stället för 2027-03-01, och då flyttas tidsfristen "rekommenderad avstämning" från 2026-09-01 till 2027-05-15.');
    expect(told).toContainEqual(expect.objectContaining({ variation: 'ENDS', fact: 'LVU_CARE', answer: expect.objectContaining({ authorityUnit: 'ADULT', ruleIds: ['R0-05'] }) }));
  });
});

describe('a fact that the caller may not see', () => {
  const canary = /LVU|R0-06|2027-03-01|2027-11-15|CONTINUED_NEED|fortsatt behov|2025-01-01/u;

  it('decides, and is not told', async () => {
    const told = await whatIf(adult, shared);
    expect(told).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'CHILD_YOUTH', ruleIds: [], citations: [], validTo: null, nextTransferDate: null, notes: [{ code: 'WITHHELD' }] });
    expect(JSON.stringify(told)).not.toMatch(canary);
  });

  it('cannot be left out, nor be asked for by its kind', async () => {
    const without = await whatIf(adult, shared, { remove: ['LVU_CARE', 'CONTINUED_NEED'] });
    expect(without).toEqual(await whatIf(adult, shared));
    const supposed = await whatIf(adult, shared, { remove: ['LVU_CARE'], add: [{ kind: 'INSTITUTION_PLACEMENT', from: '2020-01-01' }] });
    expect(JSON.stringify(supposed)).not.toMatch(canary);
  });

  it('cannot be left out by its id: to this caller there is no such fact', async () => {
    const { rows } = await world.town.query(`select id from fact where person_id = $1 and kind = 'LVU_CARE'`, [shared]);
    const real = await send(adult, shared, 'id', { remove: [globalId('Fact', String(rows[0]?.['id']))] });
    const madeUp = await send(adult, shared, 'id', { remove: [globalId('Fact', '018f0000-0000-7000-8000-000000000009')] });
    expect(real).toEqual(madeUp);
    expect(real.errors?.[0]?.extensions).toMatchObject({ code: 'FACT_NOT_FOUND' });
  });

  it('gives a timeline its units and nothing else', async () => {
    const told = await timeline(adult, shared);
    expect(told.map(({ from, authorityUnit, reason, ruleIds }) => [from, authorityUnit, reason, ruleIds])).toEqual([
      ['2026-11-22', 'CHILD_YOUTH', null, []],
      ['2027-03-01', 'ADULT', null, ['R0-05']],
    ]);
    expect(JSON.stringify(told.map(({ explanation, changes, citations }) => [explanation, changes, citations]))).not.toMatch(canary);
  });

  it('gives no sentence about itself', async () => {
    const told = await sensitivity(adult, shared);
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told.filter(({ variation }) => ['ENDS', 'CONTINUES', 'WITHDRAWN', 'HOLDS'].includes(String(variation))))).not.toMatch(canary);
    for (const { answer } of told) expect(JSON.stringify(answer)).not.toMatch(/R0-06|LVU/u);
  });
});

describe('a stored person whose birth date is half known', () => {
  const fields = 'birthDate responsibility(asOf: $asOf) { outcome authorityUnit interimUnit asks ruleIds notes { code } } timeline { from until outcome authorityUnit reason { sv } }';

  async function registered(number: string): Promise<string> {
    const answer = await world.as('alpha/CHILD_YOUTH', 'INTAKE').mutate('registerPerson', {
      unitId: world.unit('alpha/CHILD_YOUTH'), personalNumber: number, givenName: 'Halv', familyName: 'Känd',
    }, '... on PersonRegistered { personId }');
    return String(at(answer, 'personId'));
  }

  async function ask(id: string, asOf: string): Promise<unknown> {
    const data = await world.as(...youth).ask(`query ($id: ID!, $asOf: LocalDate) { person(id: $id) { ${fields} } }`, { id, asOf });
    return data['person'];
  }

  it('gets the answer that is the same for every possible day, and is asked for the date where it is not', async () => {
    const month = await registered(testCoordinationNumber('2006-12', 'WOMAN'));
    expect(await ask(month, '2026-11-30')).toMatchObject({ birthDate: '2006-12', responsibility: { outcome: 'DETERMINED', authorityUnit: 'CHILD_YOUTH', notes: [{ code: 'BIRTH_DATE_PARTIAL' }] } });
    for (const asOf of ['2026-12-01', '2026-12-30']) {
      expect(await ask(month, asOf)).toMatchObject({ responsibility: { outcome: 'UNDETERMINED', authorityUnit: null, asks: ['BIRTH_DATE'] } });
    }
    expect(await ask(month, '2026-12-31')).toMatchObject({ responsibility: { outcome: 'DETERMINED', authorityUnit: 'ADULT' } });
  });

  it('gets the same where only the year is known', async () => {
    const year = await registered(testCoordinationNumber('2006', 'MAN'));
    expect(await ask(year, '2025-12-31')).toMatchObject({ birthDate: '2006', responsibility: { authorityUnit: 'CHILD_YOUTH' } });
    expect(await ask(year, '2026-11-22')).toMatchObject({ responsibility: { outcome: 'UNDETERMINED', asks: ['BIRTH_DATE'] } });
    expect(await ask(year, '2026-12-31')).toMatchObject({ responsibility: { outcome: 'DETERMINED', authorityUnit: 'ADULT' } });
    expect(await ask(year, '2027-06-01')).toMatchObject({ responsibility: { outcome: 'DETERMINED', authorityUnit: 'ADULT', asks: [] } });
  });

  it('has a timeline that says from when it is certain', async () => {
    const id = await registered(testCoordinationNumber('2007-03', 'WOMAN'));
    expect(at(await ask(id, '2026-11-22'), 'timeline')).toEqual([
      { from: '2026-11-22', until: '2027-03-01', outcome: 'DETERMINED', authorityUnit: 'CHILD_YOUTH', reason: null },
      { from: '2027-03-01', until: '2027-03-31', outcome: 'UNDETERMINED', authorityUnit: null, reason: { sv: 'personen kan ha fyllt 20; födelsedatumet är inte helt känt' } },
      { from: '2027-03-31', until: '2032-03-31', outcome: 'DETERMINED', authorityUnit: 'ADULT', reason: { sv: 'personen har säkert fyllt 20' } },
    ]);
  });
});
