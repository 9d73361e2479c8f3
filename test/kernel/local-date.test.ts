import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, addYears, ageOn, asLocalDate, birthday, daysBetween, parseLocalDate } from '../../src/kernel/local-date.ts';

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

  const plain = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

  it('agrees with Temporal on every step of days, months and years', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -80_000, max: 80_000 }), (date, days) => {
        expect(addDays(date, days)).toBe(plain(date).add({ days }).toString());
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1500, max: 1500 }), (date, count) => {
        expect(addMonths(date, count)).toBe(plain(date).add({ months: count }).toString());
        expect(addYears(date, Math.trunc(count / 2))).toBe(plain(date).add({ years: Math.trunc(count / 2) }).toString());
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with Temporal on each day of four centuries', () => {
    let expected = plain('1899-12-31');
    for (let date = asLocalDate('1900-01-01'); date < '2300-01-01'; date = addDays(date, 1)) {
      expected = expected.add({ days: 1 });
      if (date !== expected.toString()) expect(date).toBe(expected.toString());
    }
  });

  it('agrees with Temporal on what is a date', () => {
    const isDate = (text: string): boolean => {
      try {
        return plain(text).toString() === text;
      } catch {
        return false;
      }
    };
    const digits = (most: number, width: number): fc.Arbitrary<string> =>
      fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(width, '0'));
    fc.assert(
      fc.property(digits(9999, 4), digits(14, 2), digits(33, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        expect(parseLocalDate(text) !== undefined).toBe(isDate(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses a result whose year has no four digits', () => {
    expect(() => addDays(asLocalDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addYears(asLocalDate('0000-01-01'), -1)).toThrow(RangeError);
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
