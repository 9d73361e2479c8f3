/** District: birthdays around the reference date and at month ends, incomplete births, and persons at several units. */
import { turning, type DemoOrganisation } from './demo-organisation.ts';
import { districtYouth } from './district-rows.ts';

export function addDistrictBoundaries(demo: DemoOrganisation): void {
  addBirthdays(demo);
  addBirthsInPart(demo);
  addEnded(demo);
  addSeveralUnits(demo);
}

function addBirthdays(demo: DemoOrganisation): void {
  const around = [['yesterday', '2026-11-21'], ['today', '2026-11-22'], ['tomorrow', '2026-11-23']] as const;
  for (const [day, date] of around) {
    districtYouth(demo, { id: `turns-19-${day}`, born: turning(19, date), sex: 'WOMAN' }).record('NOTICE_GIVEN', '2026-05-20');
    districtYouth(demo, { id: `turns-21-${day}`, born: turning(21, date), sex: 'WOMAN', placed: ['2021-02-01', null] }).record('NOTICE_GIVEN', '2026-05-20');
    districtYouth(demo, { id: `turns-18-${day}`, born: turning(18, date), sex: 'WOMAN', unit: 'child-youth', placed: ['2023-02-01', null] });
    demo.case(demo.person({ id: `turns-65-${day}`, born: turning(65, date) }), 'aof', { opened: '2025-01-15' });
  }
  const deadlines = [
    ['deadline-today', '2008-05-22'], ['deadline-yesterday', '2008-05-21'], ['deadline-tomorrow', '2008-05-23'],
    ['deadline-last-day-of-term', '2008-06-30'], ['deadline-first-day-of-next-term', '2008-07-01'], ['deadline-in-next-term', '2008-08-01'],
    ['born-31-march', '2008-03-31'], ['born-31-may', '2008-05-31'], ['born-31-july', '2008-07-31'], ['born-30-august', '2008-08-30'],
    ['born-31-august', '2008-08-31'], ['born-31-december', '2007-12-31'], ['born-1-january', '2008-01-01'], ['born-28-february', '2008-02-28'],
  ] as const;
  for (const [id, born] of deadlines) districtYouth(demo, { id, born, sex: 'MAN' });
  districtYouth(demo, { id: 'leap-day', born: '2008-02-29', sex: 'WOMAN' });
  districtYouth(demo, { id: 'leap-day-placed', born: '2008-02-29', sex: 'MAN', placed: ['2024-08-01', null] });
  demo.case(demo.person({ id: 'leap-day-adult', born: '2004-02-29' }), 'aof', { opened: '2025-02-28' });
}

function addBirthsInPart(demo: DemoOrganisation): void {
  districtYouth(demo, { id: 'born-month-known', born: '2008-02', number: 'NONE' });
  districtYouth(demo, { id: 'born-year-known', born: '2008', number: 'NONE' });
  districtYouth(demo, { id: 'without-number', born: '2008-03-22', number: 'NONE' });
  districtYouth(demo, { id: 'coordination-number', born: '2008-04-02', number: 'COORDINATION' });
  districtYouth(demo, { id: 'coordination-unknown-day', born: '2008-04', number: 'COORDINATION' });
  districtYouth(demo, { id: 'coordination-unknown-month', born: '2007', number: 'COORDINATION' });
  districtYouth(demo, { id: 'stated-birth-differs', born: '2008-01-12', stated: '2007-11-02' });
  districtYouth(demo, { id: 'reserve-number', born: '2008-06-16', number: { written: '20080616R238' } });
}

function addEnded(demo: DemoOrganisation): void {
  const closed = (id: string, born: string, unit: string, until: string): void => {
    demo.case(demo.person({ id, born }), unit, { opened: '2022-03-01', closed: until });
  };
  // The last day of the first is two years before the reference date, of the second a day earlier.
  closed('closed-two-years-ago', '2005-08-12', 'child-youth', '2024-11-23');
  closed('closed-two-years-and-a-day-ago', '2005-08-13', 'child-youth', '2024-11-22');
  closed('closed-yesterday', '2008-02-15', 'child-youth', '2026-11-22');
  districtYouth(demo, { id: 'deceased', born: '2008-02-17', deceasedOn: '2026-10-02' });
  const moved = demo.person({ id: 'moved-to-aof', born: '2007-06-14' });
  const before = demo.case(moved, 'child-youth', { opened: '2021-01-11', closed: '2026-09-01' });
  demo.fact(moved, 'child-youth', 'NOTICE_GIVEN', '2025-12-01');
  demo.fact(moved, 'child-youth', 'TRANSFER_OUTCOME', '2026-03-10', null, { outcome: 'TRANSFER', receiving_unit: 'aof' });
  demo.coHandling(before, 'aof', '2026-03-10', { until: '2026-09-01' });
  demo.case(moved, 'aof', { opened: '2026-06-14' });
}

function addSeveralUnits(demo: DemoOrganisation): void {
  const both = districtYouth(demo, { id: 'active-at-three-units', born: '2008-01-20', categories: 'DISABILITY|ADDICTION' });
  demo.coHandling(both.caseId, 'aof', '2026-05-04');
  demo.case(both.person, 'youth', { opened: '2026-03-02' });
  demo.case(both.person, 'aof', { kind: 'APPLICATION', opened: '2026-09-01' });
  const parent = demo.person({ id: 'aof-client-with-child', born: '1986-06-16', familyName: 'Övningsson' });
  const child = demo.person({ id: 'child-of-aof-client', born: '2013-07-17', familyName: 'Övningsson' });
  demo.guardian(parent, child, '2013-07-17');
  demo.household(parent, child, '2013-07-17');
  demo.coHandling(demo.case(parent, 'aof', { opened: '2023-04-03' }), 'child-youth', '2024-12-02');
  demo.case(child, 'child-youth', { opened: '2024-10-01' });
  const homeless = demo.person({ id: 'homeless', born: '1990-01-31' });
  demo.case(homeless, 'aof', { opened: '2025-11-03' });
  demo.fact(homeless, 'aof', 'HOMELESS', '2026-10-01', null, { at_risk: false });
  demo.fact(homeless, 'aof', 'MENTAL_DISABILITY', '2019-10-01', null, { diagnosis_documented: true });
  demo.case(demo.person({ id: 'nobody-assigned', born: '2008-04-15' }), 'child-youth', { opened: '2026-11-16', caseworker: null });
  const changed = demo.person({ id: 'caseworker-changed', born: '2008-04-16' });
  const caseId = demo.case(changed, 'child-youth', { opened: '2023-01-09', caseworker: null });
  demo.assign(caseId, 'child-youth.caseworker-left', '2023-01-09', '2026-07-01');
  demo.assign(caseId, 'child-youth.caseworker-2', '2026-07-01');
}
