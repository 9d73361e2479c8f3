/** Östhammar's inventory: rule catalogue F.3 and F.4, born so that the deadline b(20) − 6 months decides. */
import { describe, expect, it } from '@jest/globals';
import { fact, frame, listed, needNo, needUnknown, needYes, type Person } from './people.ts';

const spring2027 = frame('OSTHAMMAR', 'VT2027', '2026-11-22');

describe("Östhammar's inventory of VT2027 as of 2026-11-22", () => {
  it.each<[string, Person, Record<string, unknown>]>([
    ['the deadline falls on the last day of the term',
      { born: '2007-12-30', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2027-12-30', deadline: '2027-06-30', daysToDeadline: 220, status: 'NOT_YET_DUE', isOverdue: false, advisory: null }],
    ['a birthday on the 31st has its deadline clamped into the term',
      { born: '2007-12-31', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2027-12-31', deadline: '2027-06-30' }],
    ['the day after is the next term',
      { born: '2008-01-01', facts: [needYes] },
      { excluded: 'NOT_DUE' }],
    ['born on 29 February, turning 20 on one',
      { born: '2008-02-29', facts: [needYes] },
      { excluded: 'NOT_DUE' }],
    ['the transfer is the snapshot date itself: carried over',
      { born: '2006-11-22', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2026-11-22', isOverdue: true, deadline: '2026-05-22', daysToDeadline: -184, status: 'MISSING' }],
    ['the transfer is the day after the snapshot: not overdue',
      { born: '2006-11-23', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2026-11-23', isOverdue: false, status: 'MISSING' }],
    ['carried over from years ago',
      { born: '2001-05-15', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2021-05-15', isOverdue: true, deadline: '2020-11-15' }],
    ['LVU care without end is projected to the 21st birthday; the deadline still counts from the 20th',
      { born: '2007-05-15', facts: [needYes, fact('LVU_CARE', '2025-01-01..')] },
      { block: 'KNOWN', transferDate: '2028-05-15', isProjected: true, deadline: '2026-11-15', advisory: '2027-11-15', status: 'MISSING',
        exceptionRuleId: 'R0-06', hasLvu: true, setting: 'LVU' }],
    ['LVU care that ends between 20 and 21 moves the transfer to the day after',
      { born: '2007-05-15', facts: [needYes, fact('LVU_CARE', '2025-01-01..2027-09-01')] },
      { block: 'KNOWN', transferDate: '2027-09-01', isProjected: true, advisory: '2027-03-01', exceptionRuleId: 'R0-06' }],
    ['LVU care that ends before the 20th birthday moves nothing',
      { born: '2007-05-15', facts: [needYes, fact('LVU_CARE', '2025-01-01..2027-01-01')] },
      { block: 'KNOWN', transferDate: '2027-05-15', isProjected: false, exceptionRuleId: null, advisory: null }],
    ['a family home with upper-secondary studies: the first end moves it',
      { born: '2007-05-15', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2020-01-01..'), fact('UPPER_SECONDARY_STUDIES', '2023-08-15..2027-06-12')] },
      { block: 'KNOWN', transferDate: '2027-06-12', isProjected: true, exceptionRuleId: 'R0-07', placement: 'FAMILY_HOME', setting: 'FOSTER_CARE' }],
    ['a person with an exception to 21 is listed long before the transfer',
      { born: '2007-12-30', facts: [needYes, fact('LVU_CARE', '2025-01-01..')] },
      { block: 'KNOWN', transferDate: '2028-12-30', deadline: '2027-06-30' }],
    ['the exception has lapsed and the case is still open: carried over from the day after',
      { born: '2006-05-15', facts: [needYes, fact('LVU_CARE', '2024-01-01..2026-09-01')] },
      { block: 'KNOWN', transferDate: '2026-09-01', isOverdue: true, isProjected: false, exceptionRuleId: 'R0-06', deadline: '2025-11-15', advisory: '2026-03-01' }],
    ["the managers' agreement ends later than the 20th birthday: the agreed date",
      { born: '2007-05-15', facts: [needYes, fact('MANAGERS_AGREEMENT', '2027-01-01..2027-10-01', { unit: 'CHILD_YOUTH', approvedBy: ['CHILD_YOUTH', 'ADULT'] })] },
      { block: 'KNOWN', transferDate: '2027-10-01', exceptionRuleId: 'R0-10', deadline: '2026-11-15' }],
    ['an agreement of one manager has no effect',
      { born: '2007-05-15', facts: [needYes, fact('MANAGERS_AGREEMENT', '2027-01-01..2027-10-01', { unit: 'CHILD_YOUTH', approvedBy: ['CHILD_YOUTH'] })] },
      { block: 'KNOWN', transferDate: '2027-05-15', exceptionRuleId: null }],
    ['a co-handler from the adult unit, engaged on the very deadline',
      { born: '2007-05-15', facts: [needYes, fact('CO_HANDLER', '2026-11-15..', { unit: 'ADULT' })] },
      { block: 'KNOWN', status: 'ON_TIME', coHandler: { unit: 'ADULT', since: '2026-11-15' }, receiver: 'ADULT' }],
    ['engaged the day after: late',
      { born: '2007-05-15', facts: [needYes, fact('CO_HANDLER', '2026-11-16..', { unit: 'ADULT' })] },
      { block: 'KNOWN', status: 'LATE', coHandler: { unit: 'ADULT', since: '2026-11-16' } }],
    ['one who will be engaged later is not known yet',
      { born: '2007-05-15', facts: [needYes, fact('CO_HANDLER', '2026-12-01..', { unit: 'ADULT' })] },
      { block: 'KNOWN', status: 'MISSING', coHandler: null }],
    ['a co-handler from another unit is shown and does not meet the deadline',
      { born: '2007-05-15', facts: [needYes, fact('CO_HANDLER', '2026-01-01..', { unit: 'NEEDS_ASSESSMENT' })] },
      { block: 'KNOWN', status: 'MISSING', coHandler: { unit: 'NEEDS_ASSESSMENT', since: '2026-01-01' } }],
    ['need not assessed', { born: '2007-05-15' },
      { block: 'ASSESSMENT_MISSING', transferDate: '2027-05-15', deadline: null, status: null, need: 'UNKNOWN', needCategories: ['UNKNOWN'] }],
    ['need assessed as unknown', { born: '2007-05-15', facts: [needUnknown] }, { block: 'ASSESSMENT_MISSING' }],
    ['need not assessed and beyond the horizon', { born: '2008-01-01' }, { excluded: 'NOT_DUE' }],
    ['need not assessed and long passed', { born: '2001-05-15' }, { block: 'ASSESSMENT_MISSING', isOverdue: true }],
    ['the assessment is made after the snapshot date',
      { born: '2007-05-15', facts: [fact('CONTINUED_NEED', '2026-11-23..', { value: 'YES' })] },
      { block: 'ASSESSMENT_MISSING' }],
    ['no need', { born: '2007-05-15', facts: [needNo] }, { excluded: 'NEED_NO' }],
    ['no transfer, so decided', { born: '2007-05-15', facts: [needYes, fact('TRANSFER_OUTCOME', '2026-10-01..', { outcome: 'NO_TRANSFER' })] }, { excluded: 'NO_TRANSFER' }],
    ['deceased', { born: '2007-05-15', facts: [needYes], more: { deceasedOn: spring2027.snapshot } }, { excluded: 'DECEASED' }],
    ['the case is closed', { born: '2007-05-15', more: { facts: [needYes, fact('OPEN_CASE', '2015-01-01..2026-11-22', { unit: 'CHILD_YOUTH' })] } }, { excluded: 'CLOSED' }],
    ['studies begun after the 20th birthday: undetermined',
      { born: '2006-05-15', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2020-01-01..'), fact('UPPER_SECONDARY_STUDIES', '2026-08-15..')] },
      { block: 'UNDETERMINED', reason: 'NO_RULE', raiseAt: 'OPERATIONS_MANAGERS' }],
    ['it is not known whether the studies go on: undetermined',
      { born: '2006-05-15', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2020-01-01..'), fact('UPPER_SECONDARY_STUDIES', '2023-08-15..', { known: false })] },
      { block: 'UNDETERMINED', reason: 'FACT_UNKNOWN' }],
    ['only the year of birth is known, and the earliest date would be due',
      { born: '2007', facts: [needYes] },
      { block: 'UNDETERMINED', reason: 'BIRTH_DATE_UNKNOWN', age: null, transferDate: null, deadline: null }],
    ['only the month of birth is known, beyond the horizon whatever the day', { born: '2008-01', facts: [needYes] }, { excluded: 'NOT_DUE' }],
    ['diagnosis missing', { born: '2007-05-15', facts: [needYes, fact('MENTAL_DISABILITY', '2020-01-01..')] }, { diagnosis: 'NOT_DOCUMENTED' }],
    ['diagnosis documented',
      { born: '2007-05-15', facts: [needYes, fact('MENTAL_DISABILITY', '2020-01-01..', { diagnosisDocumented: true })] },
      { diagnosis: 'DOCUMENTED' }],
    ['no mental disability', { born: '2007-05-15', facts: [needYes] }, { diagnosis: 'NOT_APPLICABLE', setting: 'ORDINARY', placement: 'NONE' }],
  ])('%s', (_title, person, expected) => {
    expect(listed(person, spring2027)).toMatchObject(expected);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['the last day of the term before', '2008-12-31', { excluded: 'NOT_DUE' }],
    ['the first day of the term', '2009-01-01', { block: 'EARLY', deadline: '2027-01-01', transferDate: '2029-01-01' }],
    ['the last day of the term', '2009-06-30', { block: 'EARLY', deadline: '2027-06-30' }],
    ['the first day of the next term', '2009-07-01', { excluded: 'NOT_DUE' }],
  ])('lists early whoever turns 18 in the term: %s', (_title, born, expected) => {
    expect(listed({ born, facts: [needYes] }, spring2027)).toMatchObject(expected);
  });

  it('lists early also where the need is not assessed, and never where there is none', () => {
    expect(listed({ born: '2009-03-01' }, spring2027)).toMatchObject({ block: 'EARLY', need: 'UNKNOWN' });
    expect(listed({ born: '2009-03-01', facts: [needNo] }, spring2027)).toEqual({ excluded: 'NEED_NO' });
  });
});
