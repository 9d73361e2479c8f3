/** Östhammar: one person for each exception of catalogue C.1, its near misses, and each state of preparation. */
import type { DemoOrganisation } from './demo-organisation.ts';
import { note, youth } from './osthammar-youth.ts';

export function addExceptions(demo: DemoOrganisation): void {
  addCompulsoryCare(demo);
  addFamilyHomeWithStudies(demo);
  addAgreements(demo);
  addNeeds(demo);
  addCoHandlers(demo);
  addConsents(demo);
  addProtected(demo);
}

/** R0-06: care under LVU keeps child and youth responsible to 21. */
function addCompulsoryCare(demo: DemoOrganisation): void {
  const care = [
    ['lvu-until-21', '2006-05-10', '2024-09-01', null],
    ['lvu-ends-between-20-and-21', '2006-06-15', '2024-03-01', '2026-12-16'],
    ['lvu-ended-between-20-and-21', '2006-03-03', '2024-03-01', '2026-10-02'],
    ['lvu-expected-past-20', '2007-02-20', '2025-06-01', null],
    ['lvu-ends-before-20', '2007-04-10', '2025-01-15', '2027-02-01'],
    ['lvu-ends-on-20th-birthday', '2007-03-05', '2025-01-15', '2027-03-05'],
    ['lvu-registered-after-21', '2005-06-01', '2023-10-01', null],
    ['lvu-begun-after-20', '2006-05-20', '2026-09-01', null],
  ] as const;
  for (const [id, born, from, until] of care) {
    const { person, caseId } = youth(demo, { id, born });
    note(demo, person, 'LVU_CARE', from, until);
    if (id === 'lvu-until-21') demo.coHandling(caseId, 'adult', '2025-10-01');
  }
}

/** R0-07: a family-home placement and upper-secondary studies, both ongoing from before 20. */
function addFamilyHomeWithStudies(demo: DemoOrganisation): void {
  const home = (id: string, born: string, placement: readonly [string, string | null], studies?: readonly [string, string | null], known: { home?: false; studies?: false } = {}): string => {
    const { person } = youth(demo, { id, born });
    note(demo, person, 'FAMILY_HOME_PLACEMENT', ...placement, { known: known.home });
    if (studies !== undefined) note(demo, person, 'UPPER_SECONDARY_STUDIES', ...studies, { known: known.studies });
    return person;
  };
  home('home-and-studies', '2006-07-07', ['2022-08-15', null], ['2023-08-18', '2027-06-11']);
  home('home-and-studies-expected-past-20', '2007-01-19', ['2021-02-01', null], ['2023-08-18', '2027-06-11']);
  home('studies-end-first', '2006-08-08', ['2022-08-15', null], ['2023-08-18', '2026-12-19']);
  home('home-ends-first', '2006-08-18', ['2022-08-15', '2026-12-01'], ['2023-08-18', '2027-06-11']);
  home('studies-unknown', '2006-09-09', ['2022-08-15', null], ['2023-08-18', null], { studies: false });
  home('home-unknown', '2006-09-19', ['2022-08-15', null], ['2023-08-18', '2027-06-11'], { home: false });
  home('home-and-studies-unknown', '2006-09-29', ['2022-08-15', null], ['2023-08-18', null], { home: false, studies: false });
  home('studies-begun-after-20', '2006-06-10', ['2022-08-15', null], ['2026-08-18', '2027-06-11']);
  home('home-begun-after-20', '2006-06-20', ['2026-08-01', null], ['2023-08-18', '2027-06-11']);
  home('home-without-studies', '2006-07-17', ['2022-08-15', null]);
  const resumed = home('studies-resumed-after-20', '2006-06-30', ['2022-08-15', null], ['2023-08-18', '2026-07-15']);
  note(demo, resumed, 'UPPER_SECONDARY_STUDIES', '2026-08-18', '2027-06-11');
  const joined = home('studies-back-to-back', '2006-10-10', ['2022-08-15', null], ['2023-08-18', '2026-06-12']);
  note(demo, joined, 'UPPER_SECONDARY_STUDIES', '2026-06-12', '2027-06-11');
  const institution = youth(demo, { id: 'institution-and-studies', born: '2006-10-20' }).person;
  note(demo, institution, 'INSTITUTION_PLACEMENT', '2023-11-01');
  note(demo, institution, 'UPPER_SECONDARY_STUDIES', '2023-08-18', '2027-06-11');
}

/** R0-10: both operations managers agree on another responsibility, with a reason and an end. */
function addAgreements(demo: DemoOrganisation): void {
  const agree = (id: string, born: string, agreed: string, from: string, until: string | null, more: { matter?: string; both?: false } = {}): void => {
    const { person } = youth(demo, { id, born });
    note(demo, person, 'MANAGERS_AGREEMENT', from, until, {
      counterpart_unit: 'adult', agreed_unit: agreed, reason: 'Påbörjad insats fullföljs hos samma enhet', matter_type: more.matter,
      approved_by_manager: 'child-youth.operations-manager', approved_by_counterpart: more.both === false ? undefined : 'adult.operations-manager',
    });
  };
  agree('agreement-child-youth-past-20', '2006-10-30', 'child-youth', '2026-10-01', '2027-03-31');
  agree('agreement-adult-before-20', '2007-02-11', 'adult', '2026-11-01', '2027-02-11');
  agree('agreement-one-manager-only', '2006-11-05', 'child-youth', '2026-10-15', '2027-05-31', { both: false });
  agree('agreement-without-end', '2006-11-06', 'child-youth', '2026-10-15', null);
  agree('agreement-ended', '2006-09-01', 'child-youth', '2026-08-01', '2026-11-01');
  agree('agreement-for-income-support', '2007-05-05', 'child-youth', '2026-11-01', '2027-05-05', { matter: 'INCOME_SUPPORT' });
}

function addNeeds(demo: DemoOrganisation): void {
  youth(demo, { id: 'need-yes', born: '2007-03-13', categories: 'HOUSING_SUPPORT|SOCIAL_PSYCHIATRY' });
  youth(demo, { id: 'need-no', born: '2007-03-14', need: 'NO' });
  youth(demo, { id: 'need-unknown', born: '2007-03-15', need: 'UNKNOWN' });
  youth(demo, { id: 'need-not-assessed', born: '2007-03-16', need: null });
  youth(demo, { id: 'need-not-assessed-past-20', born: '2006-10-03', need: null });
  const { person } = youth(demo, { id: 'need-reassessed', born: '2007-03-17', need: null });
  note(demo, person, 'CONTINUED_NEED', '2026-01-10', '2026-09-01', { value: 'NO' });
  note(demo, person, 'CONTINUED_NEED', '2026-09-01', null, { value: 'YES', need_categories: 'ADDICTION' });
  const psychiatry = youth(demo, { id: 'diagnosis-documented', born: '2007-03-18', categories: 'SOCIAL_PSYCHIATRY' }).person;
  note(demo, psychiatry, 'MENTAL_DISABILITY', '2025-05-01', null, { diagnosis_documented: true });
  const undocumented = youth(demo, { id: 'diagnosis-not-documented', born: '2007-03-19', categories: 'SOCIAL_PSYCHIATRY|DISABILITY' }).person;
  note(demo, undocumented, 'MENTAL_DISABILITY', '2025-05-01', null, { diagnosis_documented: false });
}

/** R0-26: a co-handler from the adult unit at latest half a year before 20. */
function addCoHandlers(demo: DemoOrganisation): void {
  const born = ['2007-04-20', '2007-04-21', '2007-04-22', '2007-04-23', '2007-04-24', '2007-04-25', '2007-04-26', '2007-04-27'] as const;
  const co = (id: string, index: number): string => youth(demo, { id, born: born[index] ?? born[0] }).caseId;
  demo.coHandling(co('co-handler-in-time', 0), 'adult', '2026-08-01');
  demo.coHandling(co('co-handler-on-last-day', 1), 'adult', '2026-10-21');
  demo.coHandling(co('co-handler-a-day-late', 2), 'adult', '2026-10-23');
  co('co-handler-missing', 3);
  demo.coHandling(co('co-handler-ended', 4), 'adult', '2026-06-01', { until: '2026-10-01' });
  demo.coHandling(co('co-handler-of-another-unit', 5), 'needs-assessment', '2026-06-01');
  demo.coHandling(co('co-handler-unnamed', 6), 'adult', '2026-09-15', { staff: null });
  demo.coHandling(co('consultant-only', 7), 'adult', '2026-09-15', { role: 'CONSULTANT' });
}

function addConsents(demo: DemoOrganisation): void {
  const one = (id: string, born: string): string => youth(demo, { id, born }).person;
  demo.consent(one('consent-named-sharing', '2007-05-11'), 'child-youth', 'adult', '2026-09-01');
  demo.consent(one('consent-withdrawn', '2007-05-12'), 'child-youth', 'adult', '2026-03-01', { withdrawn_on: '2026-10-15' });
  demo.consent(one('consent-withdrawn-today', '2007-05-13'), 'child-youth', 'adult', '2026-03-01', { withdrawn_on: '2026-11-22' });
  demo.consent(one('consent-expired', '2007-05-14'), 'child-youth', 'adult', '2025-03-01', { until: '2026-03-01' });
  demo.consent(one('consent-to-another-unit', '2007-05-15'), 'child-youth', 'needs-assessment', '2026-09-01', { how_given: 'ORAL' });
  demo.consent(one('consent-to-contact-only', '2007-05-16'), 'child-youth', 'adult', '2026-09-01', { purpose: 'CONTACT', scope: 'Kontakt med vuxenenheten' });
}

function addProtected(demo: DemoOrganisation): void {
  const marked = youth(demo, { id: 'protected-marked', born: '2007-02-02', protection: 'CONFIDENTIALITY_MARKED' });
  demo.coHandling(marked.caseId, 'adult', '2026-07-01');
  const registered = youth(demo, { id: 'protected-registration', born: '2007-02-03', protection: 'PROTECTED_REGISTRATION' });
  demo.consent(registered.person, 'child-youth', 'adult', '2026-07-01');
  const child = demo.person({ id: 'protected-child', born: '2016-04-04', protection: 'PROTECTED_REGISTRATION', familyName: 'Äventyrsson' });
  const guardian = demo.person({ id: 'protected-guardian', born: '1985-08-18', sex: 'WOMAN', protection: 'PROTECTED_REGISTRATION', familyName: 'Äventyrsson' });
  demo.guardian(guardian, child, '2016-04-04');
  demo.household(guardian, child, '2016-04-04');
  demo.case(child, 'child-youth', { opened: '2025-02-03' });
  demo.case(guardian, 'adult', { opened: '2025-02-10' });
  demo.case(demo.person({ id: 'protected-elder', born: '1941-11-11', protection: 'CONFIDENTIALITY_MARKED' }), 'needs-assessment', { opened: '2023-05-02' });
}
