/** The many whom nothing in particular is said about: families, youths about to turn the age limit, adults, elders. */
import { addDays, addMonths, addYears, asLocalDate, birthday, later, type LocalDate } from '../../kernel/local-date.ts';
import { referenceDate, type DemoOrganisation } from './demo-organisation.ts';
import { familyNames } from './names.ts';

const categories = ['HOUSING_SUPPORT', 'SOCIAL_PSYCHIATRY', 'ADDICTION', 'DISABILITY', 'ECONOMIC_ASSISTANCE', 'OTHER'] as const;

/** A birth date between two ages, as of the reference date. */
export function bornAged(demo: DemoOrganisation, from: number, before: number): LocalDate {
  const days = Math.round((before - from) * 365.25) - 1;
  return addDays(addYears(referenceDate, -Math.floor(from)), -demo.dice.between(1, days) - Math.round((from % 1) * 365.25));
}

/** A day between the two, the first included. */
export function dayBetween(demo: DemoOrganisation, from: LocalDate, until: LocalDate): LocalDate {
  const span = Math.max(0, Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' }).days - 1);
  return addDays(from, demo.dice.between(0, span));
}

/** First day of a case about somebody born on `born`, at most `years` ago and of age `least` at the earliest. */
export function openedOn(demo: DemoOrganisation, born: LocalDate, years: number, least = 0): LocalDate {
  const earliest = later(birthday(born, least), addYears(referenceDate, -years));
  return dayBetween(demo, earliest < referenceDate ? earliest : addDays(referenceDate, -30), addDays(referenceDate, -7));
}

/** A child's or youth's guardians, who live with it; half of them two. */
export function guardians(demo: DemoOrganisation, child: string, born: LocalDate, familyName: string): readonly string[] {
  const [mother, father] = (['WOMAN', 'MAN'] as const).map((sex) => ({ sex, age: demo.dice.between(22, 42) }));
  const chosen = demo.dice.chance(0.5) ? [mother, father] : [mother];
  return chosen.flatMap((one) => {
    if (one === undefined) return [];
    const guardian = demo.person({ born: addDays(addYears(born, -one.age), demo.dice.between(0, 360)), sex: one.sex, familyName });
    demo.guardian(guardian, child, born);
    demo.household(guardian, child, born);
    return [guardian];
  });
}

export interface YouthWishes {
  readonly count: number;
  readonly ages: readonly [from: number, before: number];
  readonly unit: string;
  /** Age at which responsibility moves by the main rule. */
  readonly limit: number;
  /** Records what is due half a year before: a co-handler, or a notice. */
  readonly prepare: (youth: { person: string; caseId: string; deadline: LocalDate; born: LocalDate; opened: LocalDate }) => void;
  readonly consentTo: string;
}

/** Youths with an ongoing case at child and youth, most of them with an assessed need after the age limit. */
export function addYouths(demo: DemoOrganisation, { count, ages, unit, limit, prepare, consentTo }: YouthWishes): void {
  for (let made = 0; made < count; made += 1) {
    const familyName = demo.dice.pick(familyNames);
    const born = bornAged(demo, ages[0], ages[1]);
    const person = demo.person({ born, familyName, number: demo.dice.chance(0.06) ? 'COORDINATION' : 'PERSONAL' });
    if (demo.dice.chance(0.35)) guardians(demo, person, born, familyName);
    const opened = openedOn(demo, born, 5, 10);
    const caseId = demo.case(person, unit, { opened });
    const assessed = demo.dice.next();
    const since = dayBetween(demo, addMonths(referenceDate, -14), referenceDate);
    const value = assessed < 0.6 ? 'YES' : assessed < 0.75 ? 'NO' : assessed < 0.85 ? 'UNKNOWN' : undefined;
    if (value !== undefined) {
      const needs = value === 'YES' ? [...new Set([demo.dice.pick(categories), demo.dice.pick(categories)])].join('|') : undefined;
      demo.fact(person, unit, 'CONTINUED_NEED', since, null, { value, need_categories: needs });
    }
    if (value === 'YES' && demo.dice.chance(0.25)) demo.consent(person, unit, consentTo, since);
    if (demo.dice.chance(0.3)) demo.fact(person, unit, 'UPPER_SECONDARY_STUDIES', addYears(asLocalDate(`${Number(born.slice(0, 4)) + 16}-08-18`), 0), `${Number(born.slice(0, 4)) + 19}-06-12`);
    const deadline = addMonths(birthday(born, limit), -6);
    if (value === 'YES') prepare({ person, caseId, deadline, born, opened });
  }
}

export interface OthersWishes {
  readonly count: number;
  readonly ages: readonly [from: number, before: number];
  readonly units: readonly string[];
  readonly kinds: readonly string[];
  readonly withGuardians?: boolean;
}

/** Children, adults or elders with a case, some of them closed, some at two units at once. */
export function addOthers(demo: DemoOrganisation, { count, ages, units, kinds, withGuardians = false }: OthersWishes): void {
  for (let made = 0; made < count; made += 1) {
    const familyName = demo.dice.pick(familyNames);
    const born = bornAged(demo, ages[0], ages[1]);
    const number = demo.dice.chance(0.04) ? 'COORDINATION' : demo.dice.chance(0.02) ? 'NONE' : 'PERSONAL';
    const person = demo.person({ born, familyName, number });
    if (withGuardians && demo.dice.chance(0.6)) guardians(demo, person, born, familyName);
    const unit = demo.dice.pick(units);
    const opened = openedOn(demo, born, 6);
    const closed = demo.dice.chance(0.12) ? addDays(dayBetween(demo, opened, referenceDate), 1) : null;
    const caseId = demo.case(person, unit, { kind: demo.dice.pick(kinds), opened, closed });
    const others = units.filter((other) => other !== unit);
    if (others.length === 0) continue;
    if (demo.dice.chance(0.08)) demo.case(person, demo.dice.pick(others), { kind: demo.dice.pick(kinds), opened: openedOn(demo, born, 3) });
    else if (closed === null && demo.dice.chance(0.06)) demo.coHandling(caseId, demo.dice.pick(others), dayBetween(demo, opened, referenceDate));
  }
}
