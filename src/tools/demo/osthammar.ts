/** Östhammar: authority moves from child and youth to the adult unit at 20, with exceptions to 21 (document 000). */
import { addDays, addMonths, later, type LocalDate } from '../../kernel/local-date.ts';
import { DemoOrganisation, referenceDate, turning } from './demo-organisation.ts';
import { addBoundaries } from './osthammar-boundaries.ts';
import { addExceptions } from './osthammar-exceptions.ts';
import { addOthers, addYouths } from './population.ts';

const [childYouth, adult, needsAssessment] = ['child-youth', 'adult', 'needs-assessment'] as const;

export function buildOsthammar(): DemoOrganisation {
  const demo = new DemoOrganisation('osthammar', 'Östhammars kommun (demonstration)', 'OSTHAMMAR', '2014-12-17', '0382', 382);
  demo.department('IFO', 'Individ- och familjeomsorgen');
  demo.department('VOO', 'Vård och omsorg');
  demo.unit(childYouth, 'CHILD_YOUTH', 'Barn och unga', 'IFO', 'Socialnämnden');
  demo.unit(adult, 'ADULT', 'Vuxenenheten', 'IFO', 'Socialnämnden');
  demo.unit(needsAssessment, 'NEEDS_ASSESSMENT', 'Biståndsenheten SoL/LSS', 'VOO', 'Socialnämnden');
  addStaff(demo);
  addExceptions(demo);
  addBoundaries(demo);
  addCrowd(demo);
  return demo;
}

function addStaff(demo: DemoOrganisation): void {
  for (const unit of [childYouth, adult]) {
    demo.user(`${unit}.caseworker`, 'CASEWORKER', { unit });
    for (const number of [2, 3, 4]) demo.user(`${unit}.caseworker-${number}`, 'CASEWORKER', { unit }, `20${18 + number}-02-01`);
    demo.user(`${unit}.caseworker-left`, 'CASEWORKER', { unit }, '2019-03-01', '2026-09-01');
    demo.user(`${unit}.intake`, 'INTAKE', { unit });
    demo.user(`${unit}.coordinator`, 'COORDINATOR', { unit });
    demo.user(`${unit}.operations-manager`, 'OPERATIONS_MANAGER', { unit });
  }
  demo.user(`${needsAssessment}.caseworker`, 'CASEWORKER', { unit: needsAssessment });
  for (const number of [2, 3]) demo.user(`${needsAssessment}.caseworker-${number}`, 'CASEWORKER', { unit: needsAssessment });
  demo.user(`${needsAssessment}.area-manager`, 'AREA_MANAGER', { unit: needsAssessment });
  demo.user('ifo-head', 'IFO_HEAD', { department: 'IFO' });
  demo.user('voo-head', 'VOO_HEAD', { department: 'VOO' });
  demo.user('management-group', 'MANAGEMENT_GROUP');
  demo.user('bi-reader', 'BI_READER');
  demo.user('administrator', 'ADMINISTRATOR');
  demo.user('log-reviewer', 'LOG_REVIEWER');
  // Somebody who moved from one unit to the other, and is new there.
  demo.user('moved', 'CASEWORKER', { unit: childYouth }, '2022-01-10', '2026-10-01');
  demo.membership('moved', 'CASEWORKER', { unit: adult }, '2026-10-01');
}

/** In time by far, on the last day, a day late, or not at all. */
function coHandlerSince(demo: DemoOrganisation, deadline: LocalDate): LocalDate | null {
  const throwOfDice = demo.dice.next();
  if (throwOfDice < 0.4) return addDays(addMonths(deadline, -2), demo.dice.between(0, 50));
  if (throwOfDice < 0.5) return deadline;
  return throwOfDice < 0.65 ? addDays(deadline, demo.dice.between(1, 40)) : null;
}

function addCrowd(demo: DemoOrganisation): void {
  addYouths(demo, {
    count: 110, ages: [17, 20], unit: childYouth, limit: 20, consentTo: adult,
    prepare: ({ caseId, deadline, opened }) => {
      const since = coHandlerSince(demo, deadline);
      if (since !== null && since <= referenceDate) demo.coHandling(caseId, adult, later(since, opened));
    },
  });
  addYouths(demo, { count: 10, ages: [20, 20.5], unit: childYouth, limit: 20, consentTo: adult, prepare: ({ caseId, deadline, opened }) => {
      demo.coHandling(caseId, adult, later(deadline, opened));
    },
  });
  addOthers(demo, { count: 30, ages: [20, 21.5], units: [adult], kinds: ['SUPPORT', 'INCOME_SUPPORT'] });
  addOthers(demo, { count: 70, ages: [0, 17], units: [childYouth], kinds: ['SUPPORT', 'REPORT'], withGuardians: true });
  addOthers(demo, { count: 80, ages: [22, 65], units: [adult, needsAssessment], kinds: ['SUPPORT', 'INCOME_SUPPORT', 'HOUSING_SUPPORT'] });
  addOthers(demo, { count: 35, ages: [65, 95], units: [needsAssessment, adult], kinds: ['SUPPORT', 'APPLICATION'] });
  // Parents with a case of their own at the adult unit, and a child at child and youth.
  for (const born of ['2012-03-09', '2015-09-30', '2018-12-24', '2021-06-06']) {
    const child = demo.person({ id: `child-of-adult-client-${born.slice(0, 4)}`, born, familyName: 'Övningsson' });
    const parent = demo.person({ id: `adult-client-with-child-${born.slice(0, 4)}`, born: turning(31, born), familyName: 'Övningsson' });
    demo.guardian(parent, child, born);
    demo.household(parent, child, born);
    demo.case(child, childYouth, { opened: '2024-10-01' });
    const caseId = demo.case(parent, adult, { opened: '2024-11-04' });
    demo.coHandling(caseId, childYouth, '2024-12-02');
    demo.case(parent, adult, { kind: 'INCOME_SUPPORT', opened: '2025-01-07' });
  }
}
