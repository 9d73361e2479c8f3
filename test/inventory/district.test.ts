/** The district's inventory: rule catalogue F.2 and F.4. Transfers at 19, or at 21 from the foster-care service. */
import { describe, expect, it } from '@jest/globals';
import { fact, frame, listed, needNo, needUnknown, needYes, type Person } from './people.ts';

const spring2027 = frame('DISTRICT', 'VT2027', '2026-11-22');
const fosterCare = fact('FAMILY_HOME_PLACEMENT', '2020-01-01..', { placedByFosterCareService: true });
const notice = (on: string): ReturnType<typeof fact> => fact('NOTICE_GIVEN', `${on}..`);

describe("the district's inventory of VT2027 as of 2026-11-22", () => {
  it.each<[string, Person, Record<string, unknown>]>([
    ['(a) at 19, need known', { born: '2008-05-15', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2027-05-15', deadline: '2026-11-15', daysToDeadline: -7, status: 'MISSING', isOverdue: false, isProjected: false, receiver: 'AOF', advisory: null }],
    ['the transfer less six months is the last day of the term', { born: '2008-12-30', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2027-12-30', deadline: '2027-06-30', status: 'NOT_YET_DUE' }],
    ['a birthday on the 31st: six months earlier is clamped into the term', { born: '2008-12-31', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2027-12-31', deadline: '2027-06-30' }],
    ['a day later is the next term', { born: '2009-01-01', facts: [needYes] }, { excluded: 'NOT_DUE' }],
    ['the transfer is the day after the snapshot', { born: '2007-11-23', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2026-11-23', isOverdue: false }],
    ['(c) the transfer is the snapshot date: carried over', { born: '2007-11-22', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2026-11-22', isOverdue: true, status: 'MISSING' }],
    ['(c) carried over for years', { born: '2003-02-01', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2022-02-01', isOverdue: true }],
    ['(c) a receiver is decided, the case still open: carried over, with its deadline',
      { born: '2007-05-15', facts: [needYes, notice('2025-11-16'), fact('TRANSFER_OUTCOME', '2026-02-01..', { outcome: 'TRANSFER', receivingUnit: 'AOF' })] },
      { block: 'KNOWN', transferDate: '2026-05-15', isOverdue: true, receiver: 'AOF', deadline: '2025-11-15', status: 'LATE', notifiedOn: '2025-11-16' }],
    ['born on 29 February: 19 on 28 February', { born: '2008-02-29', facts: [needYes] },
      { block: 'KNOWN', transferDate: '2027-02-28', deadline: '2026-08-28' }],
    ['notified on the very deadline', { born: '2008-05-15', facts: [needYes, notice('2026-11-15')] },
      { status: 'ON_TIME', notifiedOn: '2026-11-15' }],
    ['notified the day after', { born: '2008-05-15', facts: [needYes, notice('2026-11-16')] },
      { status: 'LATE', notifiedOn: '2026-11-16' }],
    ['notified after the snapshot date: not known', { born: '2008-05-15', facts: [needYes, notice('2026-11-23')] },
      { status: 'MISSING', notifiedOn: null }],
    ['(b) placed by the foster-care service: at 21', { born: '2006-05-15', facts: [needYes, fosterCare] },
      { block: 'KNOWN', transferDate: '2027-05-15', deadline: '2026-11-15', placement: 'FOSTER_CARE_SERVICE', setting: 'FOSTER_CARE', exceptionRuleId: 'R3-49', isProjected: true }],
    ['(b) with the need unknown: known, and marked', { born: '2006-05-15', facts: [needUnknown, fosterCare] },
      { block: 'KNOWN', need: 'UNKNOWN', needCategories: ['UNKNOWN'], deadline: '2026-11-15' }],
    ['(b) with no assessment at all: the same', { born: '2006-05-15', facts: [fosterCare] },
      { block: 'KNOWN', need: 'UNKNOWN', transferDate: '2027-05-15' }],
    ['(b) carried over, the need unknown', { born: '2005-05-15', facts: [fosterCare] },
      { block: 'KNOWN', need: 'UNKNOWN', transferDate: '2026-05-15', isOverdue: true }],
    ['(b) the placement ends on the 21st birthday', { born: '2006-05-15', facts: [fact('FAMILY_HOME_PLACEMENT', '2020-01-01..2027-05-15', { placedByFosterCareService: true })] },
      { block: 'KNOWN', need: 'UNKNOWN', transferDate: '2027-05-15' }],
    ['a placement that ends on the 19th birthday moves nothing: the need must be assessed',
      { born: '2008-05-15', facts: [fact('FAMILY_HOME_PLACEMENT', '2020-01-01..2027-05-15', { placedByFosterCareService: true })] },
      { block: 'ASSESSMENT_MISSING', transferDate: '2027-05-15' }],
    ['(b) placed and 19 in the term: not due before 21', { born: '2008-05-15', facts: [needYes, fosterCare] }, { excluded: 'NOT_DUE' }],
    ['a family home of another kind moves nothing', { born: '2008-05-15', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2020-01-01..')] },
      { block: 'KNOWN', transferDate: '2027-05-15', placement: 'FAMILY_HOME', setting: 'ORDINARY', exceptionRuleId: null }],
    ['need not assessed', { born: '2008-05-15' }, { block: 'ASSESSMENT_MISSING', transferDate: '2027-05-15', deadline: null, isOverdue: false }],
    ['need not assessed and the day passed', { born: '2007-05-15' }, { block: 'ASSESSMENT_MISSING', transferDate: '2026-05-15', isOverdue: true }],
    ['need not assessed and beyond the horizon', { born: '2009-01-01' }, { excluded: 'NOT_DUE' }],
    ['no need', { born: '2008-05-15', facts: [needNo] }, { excluded: 'NEED_NO' }],
    ['no need, though placed', { born: '2006-05-15', facts: [needNo, fosterCare] }, { excluded: 'NEED_NO' }],
    ['a meeting decided on no transfer', { born: '2007-05-15', facts: [needYes, fact('TRANSFER_OUTCOME', '2026-10-01..', { outcome: 'NO_TRANSFER' })] },
      { excluded: 'NO_TRANSFER' }],
    ['no transfer first, a transfer later: the latest counts',
      { born: '2008-05-15', facts: [needYes, fact('TRANSFER_OUTCOME', '2026-09-01..', { outcome: 'NO_TRANSFER' }), fact('TRANSFER_OUTCOME', '2026-10-01..', { outcome: 'TRANSFER', receivingUnit: 'AOF' })] },
      { block: 'KNOWN', transferDate: '2027-05-15' }],
    ['no transfer first, a transfer after the birthday: the date is still the birthday',
      { born: '2007-09-09', facts: [needYes, fact('TRANSFER_OUTCOME', '2026-03-10..', { outcome: 'NO_TRANSFER' }), fact('TRANSFER_OUTCOME', '2026-10-13..', { outcome: 'TRANSFER', receivingUnit: 'AOF' })] },
      { block: 'KNOWN', transferDate: '2026-09-09', isOverdue: true, receiver: 'AOF', deadline: '2026-03-09' }],
    ['LVU care between 19 and 21 with a receiver decided: known, carried over',
      { born: '2007-05-15', facts: [needYes, fact('LVU_CARE', '2024-01-01..'), fact('TRANSFER_OUTCOME', '2026-10-01..', { outcome: 'TRANSFER', receivingUnit: 'AOF' })] },
      { block: 'KNOWN', transferDate: '2026-05-15', isOverdue: true }],
    ['C.5 row 6: LVU care between 19 and 21', { born: '2007-05-15', facts: [needYes, fact('LVU_CARE', '2024-01-01..')] },
      { block: 'UNDETERMINED', reason: 'NO_RULE', raiseAt: 'COOPERATION_MEETING', hasLvu: true, transferDate: '2026-05-15' }],
    ['LVU care before 19: known, as for all who are not placed by the foster-care service',
      { born: '2008-05-15', facts: [needYes, fact('LVU_CARE', '2024-01-01..')] },
      { block: 'KNOWN', transferDate: '2027-05-15', hasLvu: true, setting: 'LVU' }],
    ['C.5 row 7: the placement ended between 19 and 21',
      { born: '2006-12-15', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2020-01-01..2026-10-01', { placedByFosterCareService: true })] },
      { block: 'UNDETERMINED', reason: 'NO_RULE', transferDate: '2026-10-01' }],
    ['C.5 row 7 ahead: the placement will end between 19 and 21',
      { born: '2007-05-15', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2020-01-01..2027-09-01', { placedByFosterCareService: true })] },
      { block: 'UNDETERMINED', reason: 'NO_RULE', transferDate: '2027-09-01' }],
    ['C.5 row 7 with no need: nothing to transfer',
      { born: '2006-12-15', facts: [needNo, fact('FAMILY_HOME_PLACEMENT', '2020-01-01..2026-10-01', { placedByFosterCareService: true })] },
      { excluded: 'NEED_NO' }],
    ['a case opened here only after 19, after one at the other department: the date is the birthday',
      { born: '2006-11-06', more: { facts: [needYes, fact('OPEN_CASE', '2022-04-13..', { unit: 'AOF' }), fact('OPEN_CASE', '2026-10-16..', { unit: 'CHILD_YOUTH' })] } },
      { block: 'KNOWN', transferDate: '2025-11-06', isOverdue: true }],
    ['it is not known whether the foster-care service placed the person: undetermined',
      { born: '2007-04-20', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2023-05-01..', { placedByFosterCareService: true, known: false })] },
      { block: 'UNDETERMINED', reason: 'FACT_UNKNOWN', raiseAt: 'COOPERATION_MEETING', transferDate: '2026-04-20' }],
    ['the same of a child: not due', { born: '2010-04-20', facts: [needYes, fact('FAMILY_HOME_PLACEMENT', '2023-05-01..', { placedByFosterCareService: true, known: false })] },
      { excluded: 'NOT_DUE' }],
    ['a case at the youth unit', { born: '2006-05-15', facts: [needYes, fosterCare], more: { unit: 'YOUTH' } }, { block: 'KNOWN', transferDate: '2027-05-15' }],
  ])('%s', (_title, person, expected) => {
    expect(listed(person, spring2027)).toMatchObject(expected);
  });

  it('has no early list', () => {
    expect(listed({ born: '2009-03-01', facts: [needYes] }, spring2027)).toEqual({ excluded: 'NOT_DUE' });
  });

  it('lists what has passed whatever the term, the day itself included', () => {
    const longAgo = frame('DISTRICT', 'VT2024', '2026-11-22');
    expect(listed({ born: '2007-11-22', facts: [needYes] }, longAgo)).toMatchObject({ block: 'KNOWN', isOverdue: true });
    expect(listed({ born: '2007-11-23', facts: [needYes] }, longAgo)).toEqual({ excluded: 'NOT_DUE' });
  });

  it('includes in HT2026 what the clamp of February would lose', () => {
    const autumn = frame('DISTRICT', 'HT2026', '2026-07-01');
    expect(listed({ born: '2008-06-30', facts: [needYes] }, autumn)).toMatchObject({ block: 'KNOWN', deadline: '2026-12-30' });
    expect(listed({ born: '2008-07-01', facts: [needYes] }, autumn)).toEqual({ excluded: 'NOT_DUE' });
  });
});
