/** A city district: ongoing cases move at 19, at 21 for those whom familjevården placed (document 003). */
import { addDays, addMonths } from '../../kernel/local-date.ts';
import { DemoOrganisation, referenceDate } from './demo-organisation.ts';
import { addDistrictBoundaries } from './district-boundaries.ts';
import { addDistrictRows } from './district-rows.ts';
import { addOthers, addYouths } from './population.ts';

export function buildDistrict(): DemoOrganisation {
  const demo = new DemoOrganisation('district', 'Påhittets stadsdelsförvaltning (demonstration)', 'DISTRICT', '2018-02-22', null, 2018);
  demo.department('IOF', 'Individ och familj');
  demo.department('AOF', 'Äldre och funktionsnedsättning');
  demo.unit('child-youth', 'CHILD_YOUTH', 'Barn och unga', 'IOF', 'Stadsdelsnämnden');
  demo.unit('youth', 'YOUTH', 'Ungdomsenheten', 'IOF', 'Stadsdelsnämnden');
  demo.unit('aof', 'AOF', 'Beställarenheten äldre och funktionsnedsättning', 'AOF', 'Stadsdelsnämnden');
  for (const unit of ['child-youth', 'youth', 'aof']) {
    demo.user(`${unit}.caseworker`, 'CASEWORKER', { unit });
    for (const number of [2, 3]) demo.user(`${unit}.caseworker-${number}`, 'CASEWORKER', { unit }, `20${19 + number}-02-01`);
    demo.user(`${unit}.caseworker-left`, 'CASEWORKER', { unit }, '2019-03-01', '2026-07-01');
    demo.user(`${unit}.deputy-unit-manager`, 'DEPUTY_UNIT_MANAGER', { unit });
    demo.user(`${unit}.unit-manager`, 'UNIT_MANAGER', { unit });
  }
  demo.user('iof.department-head', 'DEPARTMENT_HEAD', { department: 'IOF' });
  demo.user('aof.department-head', 'DEPARTMENT_HEAD', { department: 'AOF' });
  demo.user('controller', 'CONTROLLER');
  demo.user('bi-reader', 'BI_READER');
  demo.user('administrator', 'ADMINISTRATOR');
  demo.user('log-reviewer', 'LOG_REVIEWER');
  addDistrictRows(demo);
  addDistrictBoundaries(demo);
  addCrowd(demo);
  return demo;
}

function addCrowd(demo: DemoOrganisation): void {
  addYouths(demo, {
    count: 110, ages: [17, 19.3], unit: 'child-youth', limit: 19, consentTo: 'aof',
    prepare: ({ person, deadline }) => {
      const notified = addDays(addMonths(deadline, -1), demo.dice.between(0, 55));
      if (notified <= referenceDate && demo.dice.chance(0.75)) demo.fact(person, 'child-youth', 'NOTICE_GIVEN', notified);
    },
  });
  addYouths(demo, {
    count: 35, ages: [18, 21.2], unit: 'youth', limit: 21, consentTo: 'aof',
    prepare: ({ person, deadline, opened }) => {
      demo.fact(person, 'youth', 'FAMILY_HOME_PLACEMENT', opened, null, { placed_by_foster_care_service: true });
      const notified = addDays(addMonths(deadline, -1), demo.dice.between(0, 55));
      if (notified <= referenceDate && demo.dice.chance(0.75)) demo.fact(person, 'youth', 'NOTICE_GIVEN', notified);
    },
  });
  addOthers(demo, { count: 30, ages: [19, 21.5], units: ['aof', 'youth'], kinds: ['SUPPORT', 'APPLICATION'] });
  addOthers(demo, { count: 60, ages: [0, 17], units: ['child-youth'], kinds: ['SUPPORT', 'REPORT'], withGuardians: true });
  addOthers(demo, { count: 60, ages: [22, 65], units: ['aof'], kinds: ['SUPPORT', 'APPLICATION'] });
  addOthers(demo, { count: 50, ages: [65, 95], units: ['aof'], kinds: ['SUPPORT', 'APPLICATION'] });
}
