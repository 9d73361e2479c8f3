import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import { decide } from '../../src/responsibility/decide.rules.ts';
import { decideUnits, unitFields } from '../../src/responsibility/decide-units.rules.ts';
import { matterTypes, type Question } from '../../src/responsibility/question.model.ts';
import { ongoingQuestion } from './arbitrary-question.ts';

const routines = loadRoutines();

function sameUnits(question: Question): void {
  const answer = decide(question, routines);
  expect(decideUnits(question, routines)).toMatchObject(Object.fromEntries(unitFields.map((field) => [field, answer[field]])));
}

describe('the units of an answer, asked for alone', () => {
  it('are those of the whole answer', () => {
    fc.assert(
      fc.property(ongoingQuestion, fc.option(fc.constantFrom(...matterTypes)), (question, type) => {
        sameUnits(type === null ? question : { ...question, matter: { type, receivedBy: 'CHILD_YOUTH', ownerUnit: 'ADULT' } });
      }),
      { numRuns: 500 },
    );
  });

  it('are those of the whole answer where the birth date is partly known', () => {
    fc.assert(
      fc.property(ongoingQuestion, (question) => {
        const year = question.birthDate.slice(0, 4);
        sameUnits({ ...question, birthDate: null, birthRange: { earliest: asLocalDate(`${year}-01-01`), latest: asLocalDate(`${year}-12-31`) } });
      }),
      { numRuns: 50 },
    );
  });

  it('are nobody before the routine was in force', () => {
    fc.assert(
      fc.property(ongoingQuestion, (question) => {
        sameUnits({ ...question, asOf: asLocalDate('2010-01-01') });
      }),
      { numRuns: 20 },
    );
  });
});
