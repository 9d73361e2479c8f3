/** Östhammar: birthdays around the reference date and at month ends, incomplete births, and cases that have ended. */
import { turning, type DemoOrganisation } from './demo-organisation.ts';
import { note, youth } from './osthammar-youth.ts';

export function addBoundaries(demo: DemoOrganisation): void {
  addBirthdays(demo);
  addBirthsInPart(demo);
  addEnded(demo);
  addSeveralUnits(demo);
}

function addBirthdays(demo: DemoOrganisation): void {
  const around = [['yesterday', '2026-11-21'], ['today', '2026-11-22'], ['tomorrow', '2026-11-23']] as const;
  for (const [day, date] of around) {
    for (const age of [18, 20, 21]) youth(demo, { id: `turns-${age}-${day}`, born: turning(age, date), sex: 'WOMAN' });
    const elder = demo.person({ id: `turns-65-${day}`, born: turning(65, date) });
    demo.case(elder, 'needs-assessment', { opened: '2025-01-15' });
  }
  const deadlines = [
    ['deadline-today', '2007-05-22'], ['deadline-yesterday', '2007-05-21'], ['deadline-tomorrow', '2007-05-23'],
    ['deadline-last-day-of-term', '2007-06-30'], ['deadline-first-day-of-next-term', '2007-07-01'], ['deadline-in-next-term', '2007-08-01'],
    ['born-31-march', '2007-03-31'], ['born-31-may', '2007-05-31'], ['born-31-july', '2007-07-31'], ['born-30-august', '2007-08-30'],
    ['born-31-august', '2007-08-31'], ['born-31-december', '2006-12-31'], ['born-1-january', '2007-01-01'], ['born-28-february', '2007-02-28'],
  ] as const;
  for (const [id, born] of deadlines) youth(demo, { id, born, sex: 'MAN' });
  youth(demo, { id: 'leap-day', born: '2008-02-29', sex: 'WOMAN' });
  const leapLvu = youth(demo, { id: 'leap-day-lvu', born: '2008-02-29', sex: 'MAN' }).person;
  note(demo, leapLvu, 'LVU_CARE', '2025-04-01');
  demo.case(demo.person({ id: 'leap-day-adult', born: '2004-02-29' }), 'adult', { opened: '2024-02-28' });
}

/** Numbers and birth dates that say less, or other, than usual. */
function addBirthsInPart(demo: DemoOrganisation): void {
  youth(demo, { id: 'born-month-known', born: '2007-02', number: 'NONE' });
  youth(demo, { id: 'born-year-known', born: '2007', number: 'NONE' });
  youth(demo, { id: 'without-number', born: '2007-03-22', number: 'NONE' });
  youth(demo, { id: 'coordination-number', born: '2007-04-02', number: 'COORDINATION' });
  youth(demo, { id: 'coordination-unknown-day', born: '2007-04', number: 'COORDINATION' });
  youth(demo, { id: 'coordination-unknown-month', born: '2006', number: 'COORDINATION' });
  youth(demo, { id: 'stated-birth-differs', born: '2007-01-12', stated: '2006-11-02' });
  youth(demo, { id: 'stated-birth-in-part', born: '2007-01-13', stated: '2006-12' });
  youth(demo, { id: 'reserve-number', born: '2007-06-16', number: { written: '20070616R238' } });
  demo.case(demo.person({ id: 'centenarian', born: '1925-10-05' }), 'needs-assessment', { opened: '2019-01-02' });
}

function addEnded(demo: DemoOrganisation): void {
  const closed = (id: string, born: string, unit: string, until: string): void => {
    demo.case(demo.person({ id, born }), unit, { opened: '2022-03-01', closed: until });
  };
  // The last day of the first is two years before the reference date, of the second a day earlier.
  closed('closed-two-years-ago', '2004-08-12', 'child-youth', '2024-11-23');
  closed('closed-two-years-and-a-day-ago', '2004-08-13', 'child-youth', '2024-11-22');
  closed('closed-yesterday', '2007-02-14', 'child-youth', '2026-11-22');
  closed('closes-tomorrow', '2007-02-15', 'child-youth', '2026-11-24');
  const reopened = demo.person({ id: 'reopened', born: '2007-02-16' });
  demo.case(reopened, 'child-youth', { opened: '2021-05-01', closed: '2023-05-01' });
  demo.case(reopened, 'child-youth', { opened: '2025-05-01' });
  youth(demo, { id: 'deceased', born: '2007-02-17', deceasedOn: '2026-10-02' });
  demo.case(demo.person({ id: 'moved-to-adult', born: '2006-04-04' }), 'child-youth', { opened: '2021-01-11', closed: '2026-04-04' });
  const handedOver = demo.person({ id: 'handed-over-in-time', born: '2006-04-14' });
  const before = demo.case(handedOver, 'child-youth', { opened: '2021-01-11', closed: '2026-04-14' });
  demo.coHandling(before, 'adult', '2025-10-01', { until: '2026-04-14' });
  demo.case(handedOver, 'adult', { opened: '2026-04-14' });
}

function addSeveralUnits(demo: DemoOrganisation): void {
  const applicant = youth(demo, { id: 'lvu-applies-for-income-support', born: '2006-07-27' }).person;
  note(demo, applicant, 'LVU_CARE', '2024-09-01');
  demo.case(applicant, 'adult', { kind: 'INCOME_SUPPORT', opened: '2026-09-01' });
  const housing = youth(demo, { id: 'housing-support-at-18', born: '2008-06-12' }).person;
  demo.case(housing, 'adult', { kind: 'HOUSING_SUPPORT', opened: '2026-07-01' });
  const three = youth(demo, { id: 'active-at-three-units', born: '2006-12-12', categories: 'DISABILITY|ADDICTION' });
  demo.coHandling(three.caseId, 'adult', '2026-05-04');
  demo.case(three.person, 'adult', { kind: 'INCOME_SUPPORT', opened: '2026-03-02' });
  demo.case(three.person, 'needs-assessment', { opened: '2025-09-01' });
  const unassigned = demo.person({ id: 'nobody-assigned', born: '2007-04-15' });
  demo.case(unassigned, 'child-youth', { opened: '2026-11-16', caseworker: null });
  const changed = demo.person({ id: 'caseworker-changed', born: '2007-04-16' });
  const caseId = demo.case(changed, 'child-youth', { opened: '2023-01-09', caseworker: null });
  demo.assign(caseId, 'child-youth.caseworker-left', '2023-01-09', '2026-09-01');
  demo.assign(caseId, 'child-youth.caseworker-2', '2026-09-01');
  note(demo, changed, 'CONTINUED_NEED', '2026-03-01', null, { value: 'YES', need_categories: 'OTHER' });
  const homeless = demo.person({ id: 'homeless-at-risk', born: '1990-01-31' });
  demo.case(homeless, 'adult', { opened: '2025-11-03' });
  demo.fact(homeless, 'adult', 'HOMELESS', '2026-10-01', null, { at_risk: true });
}
