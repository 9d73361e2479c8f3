/** A municipality whose routine says which units take contact about a family, and who coordinates (document 001). */
import { DemoOrganisation, turning } from './demo-organisation.ts';
import { addOthers, addYouths } from './population.ts';

const units = ['child-youth', 'adult', 'addiction', 'intake-assessment', 'refugee-reception'] as const;
type Unit = (typeof units)[number];

export function buildIfoUnits(): DemoOrganisation {
  const demo = new DemoOrganisation('ifo-units', 'Mellanköpings kommun (demonstration)', 'IFO_UNITS', '2014-01-01', null, 1001);
  demo.department('IFO', 'Individ- och familjeomsorgen');
  demo.unit('child-youth', 'CHILD_YOUTH', 'Barn- och ungdomsenheten', 'IFO', 'Socialnämnden');
  demo.unit('adult', 'ADULT', 'Vuxenenheten', 'IFO', 'Socialnämnden');
  demo.unit('addiction', 'ADDICTION', 'Beroendeenheten', 'IFO', 'Socialnämnden');
  demo.unit('intake-assessment', 'INTAKE_ASSESSMENT', 'Mottagnings- och utredningsenheten', 'IFO', 'Socialnämnden');
  demo.unit('refugee-reception', 'REFUGEE_RECEPTION', 'Flyktingmottagningen', 'IFO', 'Arbetsmarknadsnämnden');
  for (const unit of units) {
    demo.user(`${unit}.caseworker`, 'CASEWORKER', { unit });
    for (const number of [2, 3]) demo.user(`${unit}.caseworker-${number}`, 'CASEWORKER', { unit }, `20${19 + number}-02-01`);
    demo.user(`${unit}.coordinator`, 'COORDINATOR', { unit });
  }
  demo.user('adult.caseworker-left', 'CASEWORKER', { unit: 'adult' }, '2019-03-01', '2026-11-22');
  demo.user('bi-reader', 'BI_READER');
  demo.user('administrator', 'ADMINISTRATOR');
  demo.user('log-reviewer', 'LOG_REVIEWER');
  addFamilies(demo);
  addSingles(demo);
  addCrowd(demo);
  return demo;
}

interface Contact {
  readonly unit: Unit;
  readonly since: string;
  readonly kind?: string;
}

/** A child at child and youth, and a guardian with a case at each of the other units. */
function family(demo: DemoOrganisation, name: string, born: string, childSince: string, contacts: readonly Contact[], familyName: string): { child: string; guardian: string } {
  const child = demo.person({ id: `${name}-child`, born, familyName });
  const guardian = demo.person({ id: `${name}-guardian`, born: turning(29, born), familyName });
  demo.guardian(guardian, child, born);
  demo.household(guardian, child, born);
  demo.case(child, 'child-youth', { kind: 'REPORT', opened: childSince });
  for (const { unit, since, kind } of contacts) demo.case(guardian, unit, { opened: since, ...(kind === undefined ? {} : { kind }) });
  return { child, guardian };
}

/** The constellations of catalogue C.3, and ties between them. */
function addFamilies(demo: DemoOrganisation): void {
  family(demo, 'child-and-adult', '2014-02-10', '2026-09-01', [{ unit: 'adult', since: '2023-03-01' }], 'Exempelsson');
  family(demo, 'child-and-intake', '2015-03-11', '2026-09-07', [{ unit: 'intake-assessment', since: '2025-11-03', kind: 'INCOME_SUPPORT' }], 'Provlund');
  family(demo, 'child-and-refugee', '2016-04-12', '2026-09-14', [{ unit: 'refugee-reception', since: '2024-06-17' }], 'Skenbäck');
  family(demo, 'child-and-addiction', '2017-05-13', '2026-09-21', [{ unit: 'addiction', since: '2025-02-03' }], 'Testström');
  family(demo, 'three-units', '2013-06-14', '2026-02-02', [
    { unit: 'adult', since: '2022-01-10' }, { unit: 'intake-assessment', since: '2024-05-06', kind: 'INCOME_SUPPORT' },
  ], 'Övningsson');
  family(demo, 'four-units', '2012-07-15', '2026-03-02', [
    { unit: 'adult', since: '2025-01-13' }, { unit: 'addiction', since: '2021-09-06' }, { unit: 'intake-assessment', since: '2023-02-06', kind: 'INCOME_SUPPORT' },
  ], 'Fiktivfors');
  family(demo, 'same-first-day', '2014-08-16', '2025-10-06', [
    { unit: 'adult', since: '2025-10-06' }, { unit: 'refugee-reception', since: '2025-10-06' },
  ], 'Mallqvist');
  const protectedFamily = family(demo, 'siblings', '2011-09-17', '2026-10-05', [{ unit: 'adult', since: '2024-10-07' }], 'Hittepåsson');
  for (const born of ['2014-10-18', '2019-11-22']) {
    const sibling = demo.person({ id: `siblings-child-${born.slice(0, 4)}`, born, familyName: 'Hittepåsson' });
    demo.guardian(protectedFamily.guardian, sibling, born);
    demo.household(protectedFamily.guardian, sibling, born);
    demo.case(sibling, 'child-youth', { kind: 'REPORT', opened: '2026-10-05' });
  }
  const pair = demo.person({ id: 'addiction-and-intake', born: '1988-12-01' });
  demo.case(pair, 'addiction', { opened: '2024-04-08' });
  demo.case(pair, 'intake-assessment', { kind: 'INCOME_SUPPORT', opened: '2025-09-01' });
  const third = demo.person({ id: 'third-unit-left', born: '1979-01-31' });
  demo.case(third, 'addiction', { opened: '2023-01-09', closed: '2026-10-01' });
  demo.case(third, 'adult', { opened: '2024-01-08' });
  demo.case(third, 'intake-assessment', { kind: 'INCOME_SUPPORT', opened: '2024-01-15' });
}

function addSingles(demo: DemoOrganisation): void {
  const single = (id: string, born: string, unit: Unit, more: Parameters<DemoOrganisation['person']>[0] | object = {}): string => {
    const person = demo.person({ id, born, ...more });
    demo.case(person, unit, { opened: '2025-05-05' });
    return person;
  };
  single('leap-day', '2008-02-29', 'child-youth');
  single('turns-18-today', '2008-11-22', 'child-youth');
  single('turns-20-today', '2006-11-22', 'adult');
  single('without-number', '2001-01-01', 'refugee-reception', { number: 'NONE' });
  single('born-year-known', '1994', 'refugee-reception', { number: 'NONE' });
  single('coordination-unknown-day', '1996-10', 'refugee-reception', { number: 'COORDINATION' });
  single('coordination-unknown-month', '1992', 'refugee-reception', { number: 'COORDINATION' });
  single('stated-birth-differs', '2007-01-01', 'refugee-reception', { stated: '2008-05-17' });
  single('deceased', '1953-03-05', 'adult', { deceasedOn: '2026-09-30' });
  single('protected-marked', '1990-06-06', 'adult', { protection: 'CONFIDENTIALITY_MARKED' });
  single('protected-registration', '2011-07-07', 'child-youth', { protection: 'PROTECTED_REGISTRATION' });
  const consenting = single('consent-named-sharing', '1985-05-25', 'addiction');
  demo.consent(consenting, 'addiction', 'intake-assessment', '2026-01-12');
  demo.consent(single('consent-withdrawn', '1986-05-26', 'addiction'), 'addiction', 'intake-assessment', '2026-01-12', { withdrawn_on: '2026-06-01' });
  const closed = demo.person({ id: 'closed-two-years-ago', born: '1983-04-24' });
  demo.case(closed, 'adult', { opened: '2021-02-01', closed: '2024-11-23' });
  const changed = demo.person({ id: 'caseworker-changed', born: '1981-03-23' });
  const caseId = demo.case(changed, 'adult', { opened: '2022-01-03', caseworker: null });
  demo.assign(caseId, 'adult.caseworker-left', '2022-01-03', '2026-11-22');
  demo.assign(caseId, 'adult.caseworker', '2026-11-22');
  demo.coHandling(caseId, 'addiction', '2025-03-03');
}

function addCrowd(demo: DemoOrganisation): void {
  const adults = ['adult', 'addiction', 'intake-assessment', 'refugee-reception'] as const;
  addYouths(demo, { count: 60, ages: [17, 21], unit: 'child-youth', limit: 20, consentTo: 'adult', prepare: () => undefined });
  addOthers(demo, { count: 60, ages: [17, 21.5], units: adults, kinds: ['SUPPORT', 'INCOME_SUPPORT'] });
  addOthers(demo, { count: 80, ages: [0, 17], units: ['child-youth', 'refugee-reception'], kinds: ['SUPPORT', 'REPORT'], withGuardians: true });
  addOthers(demo, { count: 120, ages: [22, 65], units: adults, kinds: ['SUPPORT', 'INCOME_SUPPORT', 'ARREARS'] });
  addOthers(demo, { count: 30, ages: [65, 95], units: ['adult', 'addiction'], kinds: ['SUPPORT'] });
}
