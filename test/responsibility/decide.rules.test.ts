import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, asLocalDate } from '../../src/kernel/local-date.ts';
import { loadRoutines, parseRoutine } from '../../src/routine/routine.loader.ts';
import { decide } from '../../src/responsibility/decide.rules.ts';
import { evaluateAll, isRefused } from '../../src/responsibility/evaluate.ts';
import type { Answer } from '../../src/responsibility/answer.model.ts';
import type { Fact, Question } from '../../src/responsibility/question.model.ts';
import { birthDate } from './arbitrary-question.ts';

const shipped = loadRoutines();
const fifth = parseRoutine(readFileSync(new URL('../routine/fifth-municipality.yaml', import.meta.url), 'utf8'), 'sjovik.yaml');
const routines = new Map([...shipped, [fifth.key, fifth]]);

/** A fact that no routine has a rule for, and so sends the question the long way. */
const irrelevant: Fact = { kind: 'HOMELESS', from: asLocalDate('0001-01-01'), until: null, known: true };

function ongoing(routine: string, birth: string, asOf: string, facts: readonly Fact[] = []): Question {
  return {
    id: 'q',
    routine,
    ask: 'ONGOING',
    asOf: asLocalDate(asOf),
    birthDate: asLocalDate(birth),
    needs: [],
    facts,
    involvements: [],
    childConcern: false,
    guardianInvolved: false,
  };
}

function answerTo(question: unknown): Answer {
  const [answer] = evaluateAll([question], routines);
  if (answer === undefined || isRefused(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

describe('the short way', () => {
  it('gives the answer of the long way', () => {
    fc.assert(
      fc.property(
        birthDate,
        fc.integer({ min: 0, max: 30000 }),
        fc.constantFrom('OSTHAMMAR', 'DISTRICT', 'SJOVIK'),
        (birth, days, routine) => {
          const asOf = addDays(birth, days);
          if (asOf < '2022-03-01') return;
          const question = ongoing(routine, birth, asOf);
          expect(decide(question, routines)).toEqual(decide({ ...question, facts: [irrelevant] }, routines));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a routine that came without code', () => {
  const placed: Fact = { kind: 'INSTITUTION_PLACEMENT', from: asLocalDate('2024-01-01'), until: null, known: true };
  const need: Fact = { kind: 'CONTINUED_NEED', from: asLocalDate('2025-01-01'), until: null, known: true, value: 'YES' };

  it.each([
    ['the day before 18', '2025-05-14', [], 'FAMILY', 'FAMILY', '2025-05-15'],
    ['on the 18th birthday', '2025-05-15', [], 'GROWN_UP', 'GROWN_UP', null],
    ['in an institution from before 18', '2027-01-01', [placed], 'FAMILY', 'GROWN_UP', '2030-05-15'],
    ['on the 23rd birthday', '2030-05-15', [placed], 'GROWN_UP', 'GROWN_UP', null],
  ])('answers %s', (_when, asOf, facts, authority, cost, next) => {
    const answer = decide(ongoing('SJOVIK', '2007-05-15', asOf, facts), routines);
    expect(answer).toMatchObject({ outcome: 'DETERMINED', authorityUnit: authority, costUnit: cost, nextTransferDate: next });
  });

  it('counts its deadline from the transfer', () => {
    const { deadlines } = decide(ongoing('SJOVIK', '2007-05-15', '2026-01-01', [placed, need]), routines);
    expect(deadlines).toEqual([{ kind: 'NOTICE', date: '2030-02-15', force: 'NORM', status: 'PENDING', ruleIds: ['S-03'] }]);
  });

  it('explains itself in its own words', () => {
    const { explanation, citations } = decide(ongoing('SJOVIK', '2007-05-15', '2025-05-14'), routines);
    expect(explanation).toEqual({
      sv: 'Familjeenheten ansvarar till 2025-05-15.',
      en: 'The family unit is responsible until 2025-05-15.',
    });
    expect(citations).toEqual([{ ruleId: 'S-01', document: 'sjovik.txt', section: 'Ansvar' }]);
  });

  it('knows no other routine’s units', () => {
    const [answer] = evaluateAll(
      [{ id: 'x', routine: 'SJOVIK', ask: 'ONGOING', asOf: '2025-01-01', facts: [{ kind: 'OPEN_CASE', from: '2020-01-01', unit: 'AOF' }] }],
      routines,
    );
    expect(answer).toMatchObject({ id: 'x', error: { code: 'UNIT_OF_ANOTHER_ROUTINE', path: 'facts[0].unit' } });
  });
});

describe('a birth date known in part', () => {
  const question = (birth: string | null, asOf: string, facts: readonly unknown[] = []): Answer =>
    answerTo({ id: 'p', routine: 'OSTHAMMAR', ask: 'ONGOING', asOf, person: { birthDate: birth }, facts });

  it('answers where every possible day gives the same', () => {
    expect(question('2007', '2026-11-01')).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'CHILD_YOUTH', ruleIds: ['R0-05'] });
    expect(question('2007-05', '2027-06-01')).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'ADULT' });
    expect(question('2007-05', '2027-05-01')).toMatchObject({ outcome: 'UNDETERMINED', asks: ['BIRTH_DATE'] });
    expect(question('2007-05', '2027-05-31')).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'ADULT' });
    expect(question('2007-05', '2027-04-30')).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'CHILD_YOUTH' });
  });

  it('asks for the date where it would decide', () => {
    const answer = question('2007', '2027-05-15');
    expect(answer).toMatchObject({ outcome: 'UNDETERMINED', authorityUnit: null, asks: ['BIRTH_DATE'] });
    expect(question(null, '2027-05-15').asks).toEqual(['BIRTH_DATE']);
  });

  it('agrees with every birth date it stands for', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays(asLocalDate('2007-01-01'), index));
    const moments = fc.integer({ min: -500, max: 900 }).map((shift) => addDays(asLocalDate('2027-01-01'), shift));
    const care = fc.option(fc.integer({ min: -400, max: 800 }).map((shift) => addDays(asLocalDate('2027-01-01'), shift)));
    fc.assert(
      fc.property(moments, care, (asOf, until) => {
        const facts: Fact[] = until === null ? [] : [{ kind: 'LVU_CARE', from: asLocalDate('2020-01-01'), until, known: true }];
        const whole = question('2007', asOf, facts);
        const units = new Set(days.map((day) => decide(ongoing('OSTHAMMAR', day, asOf, facts), routines).authorityUnit));
        if (units.size > 1) expect(whole.asks).toEqual(['BIRTH_DATE']);
        else if (whole.outcome === 'DETERMINED') expect([whole.authorityUnit]).toEqual([...units]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a fact that is not known', () => {
  it('is asked for where it would change the unit within child and youth', () => {
    const placement = { kind: 'FAMILY_HOME_PLACEMENT', from: '2020-01-01', known: false, placedByFosterCareService: true };
    const at = (asOf: string): Answer =>
      answerTo({ id: 'u', routine: 'DISTRICT', ask: 'ONGOING', asOf, person: { birthDate: '2007-05-15' }, facts: [placement] });
    expect(at('2025-05-14')).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'CHILD_YOUTH' });
    expect(at('2025-05-15')).toMatchObject({ outcome: 'UNDETERMINED', interimUnit: 'CHILD_YOUTH', raiseAt: 'COOPERATION_MEETING' });
    expect(at('2025-05-15').asks).toContain('FAMILY_HOME_PLACEMENT');
  });

  it('is asked for only where it would decide', () => {
    const placement = { kind: 'FAMILY_HOME_PLACEMENT', from: '2020-01-01', until: null };
    const studies = { kind: 'UPPER_SECONDARY_STUDIES', from: '2024-08-15', until: null, known: false };
    const at = (asOf: string): Answer =>
      answerTo({ id: 'u', routine: 'OSTHAMMAR', ask: 'ONGOING', asOf, person: { birthDate: '2007-05-15' }, facts: [placement, studies] });
    expect(at('2027-05-14')).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'CHILD_YOUTH' });
    expect(at('2027-05-15')).toMatchObject({
      outcome: 'UNDETERMINED',
      authorityUnit: null,
      interimUnit: 'CHILD_YOUTH',
      raiseAt: 'COOPERATION_MEETING',
    });
    expect(at('2027-05-15').asks).toContain('UPPER_SECONDARY_STUDIES');
    expect(at('2028-05-15')).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'ADULT' });
  });
});
