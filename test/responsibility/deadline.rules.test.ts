import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { statusOf } from '../../src/responsibility/deadline.rules.ts';
import { evaluateAll, isRefused } from '../../src/responsibility/evaluate.ts';

const due = asLocalDate('2026-11-15');

describe('a deadline', () => {
  it.each([
    ['done before', '2026-11-01', '2026-12-01', 'MET'],
    ['done on the day', '2026-11-15', '2026-12-01', 'MET'],
    ['done the day after', '2026-11-16', '2026-12-01', 'LATE'],
    ['not done on the day', null, '2026-11-15', 'PENDING'],
    ['not done the day after', null, '2026-11-16', 'MISSED'],
  ] as const)('%s is %s', (_what, done, asOf, status) => {
    expect(statusOf(done === null ? null : asLocalDate(done), due, asLocalDate(asOf))).toBe(status);
  });

  it.each([
    ['a co-handler who was engaged in time and left again', [{ unit: 'ADULT', from: '2026-01-01', until: '2026-06-01' }], 'MET'],
    ['a co-handler who left after it was due', [{ unit: 'ADULT', from: '2026-01-01', until: '2026-12-01' }], 'MET'],
    ['a successor in time', [{ unit: 'ADULT', from: '2026-01-01', until: '2026-06-01' }, { unit: 'ADULT', from: '2026-06-01' }], 'MET'],
    ['one too late', [{ unit: 'ADULT', from: '2026-11-16' }], 'LATE'],
    ['a co-handler from another unit', [{ unit: 'CHILD_YOUTH', from: '2026-01-01' }], 'MISSED'],
    ['a co-handler engaged after the day asked about', [{ unit: 'ADULT', from: '2027-03-02' }], 'MISSED'],
  ])('with %s is told by the first day on which it was done', (_what, coHandlers, status) => {
    const facts = [{ kind: 'CONTINUED_NEED', value: 'YES', from: '2025-01-01' }, ...coHandlers.map((one) => ({ kind: 'CO_HANDLER', ...one }))];
    const [answer] = evaluateAll([
      { id: 'd', routine: 'OSTHAMMAR', ask: 'ONGOING', asOf: '2027-03-01', person: { birthDate: '2007-05-15' }, facts },
    ]);
    if (answer === undefined || isRefused(answer)) throw new Error('refused');
    expect(answer.deadlines.find(({ kind }) => kind === 'CO_HANDLER_ENGAGED')).toMatchObject({ date: '2026-11-15', status });
  });
});
