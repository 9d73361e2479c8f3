import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/kernel/local-date.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import { decide, routineOf } from '../../src/responsibility/decide.rules.ts';
import type { Question } from '../../src/responsibility/question.model.ts';
import { verdictOn } from '../../src/responsibility/stretch.rules.ts';
import type { View } from '../../src/responsibility/stretch.rules.ts';
import { timeline } from '../../src/responsibility/timeline.rules.ts';
import { isSameAnswer } from '../../src/routine/table.model.ts';
import type { Verdict } from '../../src/routine/table.model.ts';
import { situationOf } from '../../src/routine/situation.rules.ts';
import { ongoingQuestion } from './arbitrary-question.ts';

const routines = loadRoutines();

function viewOf(question: Question): View {
  return { routine: routineOf(question, routines), ask: question.ask, situation: situationOf(question, question.asOf) };
}

function verdict(question: Question, day: LocalDate): Verdict {
  const found = verdictOn(viewOf(question), day);
  if (found === null) throw new Error('the routine has no table');
  return found;
}

describe('the stretch of an answer', () => {
  it('holds the day asked about', () => {
    fc.assert(
      fc.property(ongoingQuestion, (question) => {
        const { validFrom, validTo } = decide(question, routines);
        expect(validFrom !== null && validFrom <= question.asOf).toBe(true);
        expect(validTo === null || question.asOf < validTo).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same answer on its first and last day, and another just outside', () => {
    fc.assert(
      fc.property(ongoingQuestion, (question) => {
        const { validFrom, validTo } = decide(question, routines);
        const now = verdict(question, question.asOf);
        if (validFrom !== null) {
          expect(isSameAnswer(now, verdict(question, validFrom))).toBe(true);
          const before = addDays(validFrom, -1);
          if (before >= question.birthDate) expect(isSameAnswer(now, verdict(question, before))).toBe(false);
        }
        if (validTo === null) return;
        expect(isSameAnswer(now, verdict(question, addDays(validTo, -1)))).toBe(true);
        expect(isSameAnswer(now, verdict(question, validTo))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the same answer on every day inside', () => {
    fc.assert(
      fc.property(ongoingQuestion, fc.integer({ min: 1, max: 2000 }), (question, days) => {
        const { validTo } = decide(question, routines);
        const later = addDays(question.asOf, days);
        if (validTo !== null && later >= validTo) return;
        expect(isSameAnswer(verdict(question, question.asOf), verdict(question, later))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the next transfer', () => {
  it('is the first later day on which the deciding unit is on another side', () => {
    fc.assert(
      fc.property(ongoingQuestion, (question) => {
        const { nextTransferDate } = decide(question, routines);
        if (nextTransferDate === null) return;
        const sideOf = (day: LocalDate): string | null => {
          const { authority } = verdict(question, day);
          return authority === 'YOUTH' ? 'CHILD_YOUTH' : authority;
        };
        expect(nextTransferDate > question.asOf).toBe(true);
        expect(sideOf(nextTransferDate)).not.toBe(sideOf(question.asOf));
        expect(sideOf(addDays(nextTransferDate, -1))).toBe(sideOf(question.asOf));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a timeline', () => {
  it('has no day without a stretch, no day in two, and a reason for every change', () => {
    fc.assert(
      fc.property(ongoingQuestion, (question) => {
        const stretches = timeline(question, routines, question.birthDate, 25);
        expect(stretches[0]?.from).toBe(question.birthDate);
        stretches.slice(1).forEach((stretch, index) => {
          expect(stretches[index]?.until).toBe(stretch.from);
          expect(stretch.reason).not.toBeNull();
        });
      }),
      { numRuns: 500 },
    );
  });

  it('says in plain words why responsibility moves', () => {
    const question: Question = {
      id: 'q',
      routine: 'OSTHAMMAR',
      ask: 'ONGOING',
      asOf: '2026-01-01' as LocalDate,
      birthDate: '2007-05-15' as LocalDate,
      needs: [],
      facts: [{ kind: 'LVU_CARE', from: '2025-01-01' as LocalDate, until: '2027-09-01' as LocalDate, known: true }],
      involvements: [],
      childConcern: false,
      guardianInvolved: false,
    };
    const told = timeline(question, routines, question.asOf, 25).map(({ from, authorityUnit, ruleIds, reason }) => ({
      from,
      authorityUnit,
      rule: ruleIds[0],
      reason: reason?.sv ?? null,
    }));
    expect(told).toEqual([
      { from: '2026-01-01', authorityUnit: 'CHILD_YOUTH', rule: 'R0-05', reason: null },
      { from: '2027-05-15', authorityUnit: 'CHILD_YOUTH', rule: 'R0-06', reason: 'personen fyller 20' },
      { from: '2027-09-01', authorityUnit: 'ADULT', rule: 'R0-05', reason: 'LVU-vården upphör' },
    ]);
  });
});
