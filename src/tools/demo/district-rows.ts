/** District: one person for each row of catalogue C.5, its near misses, and each state of preparation. */
import type { DemoOrganisation, PersonWishes, Row } from './demo-organisation.ts';

export interface DistrictYouth extends PersonWishes {
  readonly unit?: 'child-youth' | 'youth';
  readonly need?: 'YES' | 'NO' | 'UNKNOWN' | null;
  readonly categories?: string;
  /** First day of a placement by familjevården, and the first day after it. */
  readonly placed?: readonly [from: string, until: string | null];
}

export function addDistrictRows(demo: DemoOrganisation): void {
  addOutcomes(demo);
  addPlaced(demo);
  addOrdinary(demo);
  addGaps(demo);
  addNotices(demo);
  addConsentsAndProtection(demo);
}

/** A youth with an ongoing case; `record` notes a further fact from the same unit. */
export function districtYouth(demo: DemoOrganisation, wishes: DistrictYouth): { person: string; caseId: string; record: (kind: string, from: string, until?: string | null, more?: Row) => void } {
  const { need = 'YES', categories = 'DISABILITY', placed } = wishes;
  const unit = wishes.unit ?? (placed === undefined ? 'child-youth' : 'youth');
  const person = demo.person(wishes);
  const caseId = demo.case(person, unit, { opened: '2022-09-01' });
  const record = (kind: string, from: string, until: string | null = null, more: Row = {}): void => {
    demo.fact(person, unit, kind, from, until, more);
  };
  if (need !== null) record('CONTINUED_NEED', '2026-02-02', null, { value: need, need_categories: need === 'YES' ? categories : undefined });
  if (placed !== undefined) record('FAMILY_HOME_PLACEMENT', placed[0], placed[1], { placed_by_foster_care_service: true });
  return { person, caseId, record };
}

/** Rows 1, 3 and 5: what a meeting decided. */
function addOutcomes(demo: DemoOrganisation): void {
  const stays = districtYouth(demo, { id: 'no-transfer', born: '2007-08-08' });
  stays.record('NOTICE_GIVEN', '2026-01-20');
  stays.record('TRANSFER_OUTCOME', '2026-05-12', null, { outcome: 'NO_TRANSFER', receiving_unit: 'child-youth' });
  districtYouth(demo, { id: 'no-transfer-no-unit-stated', born: '2007-08-18' }).record('TRANSFER_OUTCOME', '2026-05-12', null, { outcome: 'NO_TRANSFER' });
  districtYouth(demo, { id: 'no-transfer-placed', born: '2006-01-08', placed: ['2023-03-01', null] }).record('TRANSFER_OUTCOME', '2026-09-10', null, { outcome: 'NO_TRANSFER', receiving_unit: 'youth' });
  const changed = districtYouth(demo, { id: 'no-transfer-then-transfer', born: '2007-09-09' });
  changed.record('TRANSFER_OUTCOME', '2026-03-10', null, { outcome: 'NO_TRANSFER', receiving_unit: 'child-youth' });
  changed.record('TRANSFER_OUTCOME', '2026-10-13', null, { outcome: 'TRANSFER', receiving_unit: 'aof' });
  const withdrawn = districtYouth(demo, { id: 'transfer-then-no-transfer', born: '2007-09-19' });
  withdrawn.record('TRANSFER_OUTCOME', '2026-03-10', null, { outcome: 'TRANSFER', receiving_unit: 'aof' });
  withdrawn.record('TRANSFER_OUTCOME', '2026-10-13', null, { outcome: 'NO_TRANSFER', receiving_unit: 'child-youth' });
  const decided = districtYouth(demo, { id: 'transfer-decided-past-19', born: '2007-10-10' });
  decided.record('NOTICE_GIVEN', '2026-03-20');
  decided.record('TRANSFER_OUTCOME', '2026-06-09', null, { outcome: 'TRANSFER', receiving_unit: 'aof' });
  const ahead = districtYouth(demo, { id: 'transfer-decided-before-19', born: '2008-01-10' });
  ahead.record('NOTICE_GIVEN', '2026-06-20');
  ahead.record('TRANSFER_OUTCOME', '2026-10-13', null, { outcome: 'TRANSFER', receiving_unit: 'aof' });
  districtYouth(demo, { id: 'transfer-decided-past-21', born: '2005-10-10', placed: ['2021-03-01', null] }).record('TRANSFER_OUTCOME', '2026-06-09', null, { outcome: 'TRANSFER', receiving_unit: 'aof' });
}

/** Row 2: whom familjevården has placed, and who is placed otherwise. */
function addPlaced(demo: DemoOrganisation): void {
  districtYouth(demo, { id: 'placed-17', born: '2009-03-03', unit: 'child-youth', placed: ['2024-05-01', null], need: null });
  districtYouth(demo, { id: 'placed-past-19', born: '2007-05-05', placed: ['2022-05-01', null] });
  districtYouth(demo, { id: 'placed-need-unknown', born: '2006-03-13', placed: ['2022-05-01', null], need: 'UNKNOWN' });
  districtYouth(demo, { id: 'placed-need-not-assessed', born: '2006-03-14', placed: ['2022-05-01', null], need: null });
  districtYouth(demo, { id: 'placed-need-no', born: '2006-03-15', placed: ['2022-05-01', null], need: 'NO' });
  districtYouth(demo, { id: 'placed-notice-in-time', born: '2006-04-16', placed: ['2022-05-01', null] }).record('NOTICE_GIVEN', '2026-09-01');
  districtYouth(demo, { id: 'placed-notice-late', born: '2006-04-17', placed: ['2022-05-01', null] }).record('NOTICE_GIVEN', '2026-11-02');
  districtYouth(demo, { id: 'placed-notice-missing', born: '2006-04-18', placed: ['2022-05-01', null] });
  districtYouth(demo, { id: 'placed-past-21-nothing-decided', born: '2005-11-01', placed: ['2021-05-01', null] });
  const otherHome = districtYouth(demo, { id: 'home-not-by-foster-care-service', born: '2008-04-19' });
  otherHome.record('FAMILY_HOME_PLACEMENT', '2023-05-01', null, { placed_by_foster_care_service: false });
  const unknown = districtYouth(demo, { id: 'placement-unknown', born: '2007-04-20', unit: 'youth' });
  unknown.record('FAMILY_HOME_PLACEMENT', '2023-05-01', null, { placed_by_foster_care_service: true, known: false });
  const moved = districtYouth(demo, { id: 'placements-back-to-back', born: '2006-12-21', placed: ['2021-05-01', '2026-04-01'] });
  moved.record('FAMILY_HOME_PLACEMENT', '2026-04-01', null, { placed_by_foster_care_service: true });
}

/** Row 4: nothing but the age and the need. */
function addOrdinary(demo: DemoOrganisation): void {
  districtYouth(demo, { id: 'need-yes', born: '2008-03-13', categories: 'DISABILITY|HOUSING_SUPPORT' });
  districtYouth(demo, { id: 'need-no', born: '2008-03-14', need: 'NO' });
  districtYouth(demo, { id: 'need-unknown', born: '2008-03-15', need: 'UNKNOWN' });
  districtYouth(demo, { id: 'need-not-assessed', born: '2008-03-16', need: null });
  districtYouth(demo, { id: 'need-psychiatry', born: '2008-03-17', categories: 'SOCIAL_PSYCHIATRY' }).record('MENTAL_DISABILITY', '2025-05-01', null, { diagnosis_documented: true });
  districtYouth(demo, { id: 'need-addiction', born: '2008-03-18', categories: 'ADDICTION' });
}

/** Rows 6 to 10: what the routine leaves open. */
function addGaps(demo: DemoOrganisation): void {
  const lvu = districtYouth(demo, { id: 'lvu-in-institution-past-19', born: '2007-06-06' });
  lvu.record('LVU_CARE', '2024-02-01');
  lvu.record('INSTITUTION_PLACEMENT', '2024-02-01');
  const ends = districtYouth(demo, { id: 'lvu-ends-before-19', born: '2008-04-06' });
  ends.record('LVU_CARE', '2025-02-01', '2027-01-15');
  districtYouth(demo, { id: 'placement-ended-past-19', born: '2006-11-11', placed: ['2021-02-01', '2026-10-15'] });
  districtYouth(demo, { id: 'placement-ended-notice-next-day', born: '2006-11-12', placed: ['2021-02-01', '2026-10-15'] }).record('NOTICE_GIVEN', '2026-10-15');
  districtYouth(demo, { id: 'placement-ends-past-19', born: '2006-12-13', placed: ['2021-02-01', '2027-01-16'] });
  districtYouth(demo, { id: 'placement-ended-before-19', born: '2008-02-14', placed: ['2021-02-01', '2026-06-01'] });
  districtYouth(demo, { id: 'need-yes-past-19-nothing-decided', born: '2007-10-15' });
  districtYouth(demo, { id: 'need-no-past-19', born: '2007-10-16', need: 'NO' });
  districtYouth(demo, { id: 'need-not-assessed-past-19', born: '2007-10-17', need: null });
  districtYouth(demo, { id: 'need-unknown-past-19', born: '2007-10-18', need: 'UNKNOWN' });
}

/** R3-51: notified half a year before. The last day for these is 20 October 2026 or near it. */
function addNotices(demo: DemoOrganisation): void {
  districtYouth(demo, { id: 'notice-in-time', born: '2008-04-20' }).record('NOTICE_GIVEN', '2026-09-15');
  districtYouth(demo, { id: 'notice-on-last-day', born: '2008-04-21' }).record('NOTICE_GIVEN', '2026-10-21');
  districtYouth(demo, { id: 'notice-a-day-late', born: '2008-04-22' }).record('NOTICE_GIVEN', '2026-10-23');
  districtYouth(demo, { id: 'notice-missing', born: '2008-04-23' });
  districtYouth(demo, { id: 'notice-not-yet-due', born: '2008-06-24' });
  const twice = districtYouth(demo, { id: 'notice-twice', born: '2008-04-25' });
  twice.record('NOTICE_GIVEN', '2026-10-01');
  twice.record('NOTICE_GIVEN', '2026-11-10');
}

function addConsentsAndProtection(demo: DemoOrganisation): void {
  const one = (id: string, born: string): string => districtYouth(demo, { id, born }).person;
  demo.consent(one('consent-named-sharing', '2008-05-11'), 'child-youth', 'aof', '2026-09-01');
  demo.consent(one('consent-withdrawn', '2008-05-12'), 'child-youth', 'aof', '2026-03-01', { withdrawn_on: '2026-10-15' });
  demo.consent(one('consent-expired', '2008-05-13'), 'child-youth', 'aof', '2025-03-01', { until: '2026-03-01' });
  demo.consent(one('consent-to-youth-unit', '2008-05-14'), 'child-youth', 'youth', '2026-09-01', { how_given: 'DIGITAL' });
  districtYouth(demo, { id: 'protected-marked', born: '2008-02-02', protection: 'CONFIDENTIALITY_MARKED' }).record('NOTICE_GIVEN', '2026-07-15');
  const registered = districtYouth(demo, { id: 'protected-registration', born: '2008-02-03', protection: 'PROTECTED_REGISTRATION' });
  demo.consent(registered.person, 'child-youth', 'aof', '2026-07-01');
  districtYouth(demo, { id: 'protected-placed', born: '2006-05-03', placed: ['2022-05-01', null], protection: 'PROTECTED_REGISTRATION' });
}
