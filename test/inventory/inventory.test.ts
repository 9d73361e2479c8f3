/** One row a person, the order of rows, the horizon of the query, terms, and the counts of rule catalogue F.7. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, asLocalDate } from '../../src/kernel/local-date.ts';
import { Fault } from '../../src/kernel/faults.ts';
import { countInventory } from '../../src/inventory/counts.rules.ts';
import { bornUntil, takeInventory } from '../../src/inventory/inventory.rules.ts';
import { candidate, fact, frame, needNo, needYes } from './people.ts';

const district = frame('DISTRICT', 'VT2027', '2026-11-22');
const osthammar = frame('OSTHAMMAR', 'VT2027', '2026-11-22');
const fosterCare = fact('FAMILY_HOME_PLACEMENT', '2020-01-01..', { placedByFosterCareService: true });

describe('a person with several open cases', () => {
  const both = [fact('OPEN_CASE', '2015-01-01..', { unit: 'CHILD_YOUTH' }), fact('OPEN_CASE', '2020-01-01..', { unit: 'YOUTH' }), needYes, fosterCare];
  const at = (unit: string, own: boolean, reference: string) =>
    candidate({ born: '2006-05-15', more: { personId: 'one', unit, own, reference, facts: both } });

  it("stands once on the list, by the reader's own case", () => {
    const { rows, excluded } = takeInventory([at('YOUTH', false, 'A'), at('CHILD_YOUTH', true, 'B')], district);
    expect(rows.map((row) => row.candidate.reference)).toEqual(['B']);
    expect(excluded.map((other) => [other.candidate.reference, other.reason])).toEqual([['A', 'OTHER_CASE']]);
  });

  it('stands by the case of the unit that handles it by the routine where neither is the own', () => {
    const { rows } = takeInventory([at('CHILD_YOUTH', false, 'A'), at('YOUTH', false, 'B')], district);
    expect(rows.map((row) => row.candidate.reference)).toEqual(['B']);
  });
});

describe('the list', () => {
  it('is in order of transfer, then of reference; whoever cannot be dated stands last', () => {
    const people = [
      candidate({ born: '2007', facts: [needYes], more: { reference: 'D' } }),
      candidate({ born: '2007-06-01', facts: [needYes], more: { reference: 'C' } }),
      candidate({ born: '2007-05-01', facts: [needYes], more: { reference: 'B' } }),
      candidate({ born: '2007-05-01', facts: [needYes], more: { reference: 'A' } }),
    ];
    expect(takeInventory(people, osthammar).rows.map((row) => row.candidate.reference)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('holds nobody born after the date that bounds the query', () => {
    for (const at of [district, osthammar, frame('DISTRICT', 'HT2026', '2026-08-31'), frame('OSTHAMMAR', 'HT2027', '2026-02-28')]) {
      const bound = bornUntil(at);
      fc.assert(fc.property(fc.integer({ min: 1, max: 800 }), fc.boolean(), (days, placed) => {
        const born = addDays(bound, days);
        const { rows } = takeInventory([candidate({ born, facts: placed ? [needYes, fosterCare] : [needYes] })], at);
        expect(rows).toEqual([]);
      }), { numRuns: 60 });
      expect(takeInventory([candidate({ born: addDays(bound, -4), facts: [needYes] })], at).rows).toHaveLength(1);
    }
  });
});

describe('an inventory is refused', () => {
  const refusal = (routine: string, term: string, asOf = '2026-11-22'): Fault['details'] | undefined => {
    try {
      frame(routine, term, asOf);
      return undefined;
    } catch (error) {
      if (error instanceof Fault) return error.details;
      throw error;
    }
  };

  it.each(['HT26', 'VT', '2027', 'ht2027', 'HT2027 ', 'ST2027', ''])('for %p, which is no term, saying what is', (term) => {
    expect(refusal('DISTRICT', term)).toMatchObject({
      code: 'TERM_INVALID', path: 'term', message: { sv: 'Terminen anges som VT2026 eller HT2026.', en: 'The term is given as VT2026 or HT2026.' },
    });
  });

  it('for a term that ends before the first version of the routine', () => {
    expect(refusal('OSTHAMMAR', 'VT2014')).toMatchObject({ code: 'TERM_BEFORE_ROUTINE', path: 'term' });
    expect(refusal('OSTHAMMAR', 'HT2014')).toBeUndefined();
    expect(refusal('DISTRICT', 'HT2017')).toMatchObject({ code: 'TERM_BEFORE_ROUTINE' });
    expect(refusal('DISTRICT', 'VT2018')).toBeUndefined();
  });

  it('for a day before the routine', () => {
    expect(refusal('DISTRICT', 'VT2027', '2018-02-21')).toMatchObject({ code: 'AS_OF_BEFORE_ROUTINE', path: 'asOf' });
  });

  it('where the routine moves nobody at an age', () => {
    expect(refusal('IFO_UNITS', 'VT2027')).toMatchObject({ kind: 'RULE_VIOLATION', code: 'NO_INVENTORY', path: 'organisation' });
  });
});

describe('the counts', () => {
  const needs = (...needCategories: ('HOUSING_SUPPORT' | 'ADDICTION' | 'DISABILITY')[]) => fact('CONTINUED_NEED', '2020-01-01..', { value: 'YES', needCategories });
  const people = [
    candidate({ born: '2008-05-15', facts: [needs('HOUSING_SUPPORT', 'ADDICTION')], more: { hasConsent: true } }),
    candidate({ born: '2008-05-31', facts: [needs('ADDICTION'), fact('NOTICE_GIVEN', '2026-10-01..')] }),
    candidate({ born: '2008-07-20', facts: [needs('DISABILITY')] }),
    candidate({ born: '2006-05-01', facts: [fosterCare] }),
    candidate({ born: '2007-03-01', facts: [needs('DISABILITY')] }),
    candidate({ born: '2008-06-01', facts: [needs('DISABILITY'), fact('LVU_CARE', '2025-01-01..')] }),
    candidate({ born: '2008-06-01' }),
    candidate({ born: '2007-06-01', facts: [needYes, fact('LVU_CARE', '2025-01-01..')] }),
    candidate({ born: '2008-06-01', facts: [needNo] }),
  ];
  const { totals, transfers } = countInventory(takeInventory(people, district).rows, district.term);

  it('total what is known, what is late, and what is not counted as known', () => {
    expect(totals).toEqual({
      known: 6, overdue: 1, deadlineMissed: 3, deadlineInTerm: 1, assessmentMissing: 1, undetermined: 1,
      placedByFosterCare: 1, inLvuCare: 1, ordinary: 4, consentMissing: 5, early: 0,
    });
  });

  it('stand per receiver, month and need, a person with two needs in both', () => {
    const nonZero = transfers.map(({ receiver, month, persons, byNeed }) =>
      [receiver, month, persons, Object.fromEntries(Object.entries(byNeed).filter(([, count]) => count > 0))]);
    expect(nonZero).toEqual([
      ['AOF', '2026-03', 1, { DISABILITY: 1 }],
      ['AOF', '2027-05', 3, { HOUSING_SUPPORT: 1, ADDICTION: 2, UNKNOWN: 1 }],
      ['AOF', '2027-06', 1, { DISABILITY: 1 }],
      ['AOF', '2027-07', 1, { DISABILITY: 1 }],
    ]);
  });

  it('add up to the known, and its three settings do too', () => {
    expect(transfers.reduce((sum, { persons }) => sum + persons, 0)).toBe(totals.known);
    expect(totals.placedByFosterCare + totals.inLvuCare + totals.ordinary).toBe(totals.known);
  });

  it('keep an unknown term out', () => {
    expect(district.term).toEqual({ label: 'VT2027', from: asLocalDate('2027-01-01'), until: '2027-07-01', lastDay: '2027-06-30' });
  });
});
