import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, ageOn, asLocalDate, birthday, parseLocalDate } from '../../src/kernel/local-date.ts';

const anyDate = fc
  .record({ year: fc.integer({ min: 1900, max: 2100 }), day: fc.integer({ min: 0, max: 365 }) })
  .map(({ year, day }) => asLocalDate(Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: day }).toString()));

describe('local dates', () => {
  it.each(['2026-02-30', '2025-02-29', '26-01-01', '2026-1-1', '2026-01-01T00:00', '', 20260101, null])(
    'refuses %p as a date',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined();
    },
  );

  it('takes a birthday on 29 February as 28 February in a year without one', () => {
    expect(birthday(asLocalDate('2008-02-29'), 18)).toBe('2026-02-28');
    expect(birthday(asLocalDate('2008-02-29'), 20)).toBe('2028-02-29');
  });

  it('agrees with Temporal on every birthday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 110 }), (birth, age) => {
        const expected = Temporal.PlainDate.from(birth).add({ years: age }).toString();
        expect(birthday(birth, age)).toBe(expected);
      }),
    );
  });

  it('clamps half a year before the end of a month', () => {
    expect(addMonths(asLocalDate('2027-08-31'), -6)).toBe('2027-02-28');
    expect(addMonths(asLocalDate('2027-12-31'), -6)).toBe('2027-06-30');
  });

  it('counts whole years of life, the birthday included', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 100 }), (birth, age) => {
        expect(ageOn(birth, birthday(birth, age))).toBe(age);
      }),
    );
  });
});
