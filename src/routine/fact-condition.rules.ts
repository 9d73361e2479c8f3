/** When a fact holds: the forms of a FactCondition, as closures over the joined periods of the fact. */
import { addDays, addYears } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Period } from '../kernel/period.ts';
import { covers } from '../kernel/period.ts';
import type { FactCondition } from './routine.model.ts';
import { birthdayIn, trackOf } from './situation.rules.ts';
import { NO, UNSURE, YES, type Situation, type Test } from './situation.model.ts';

type HoldsOn = (periods: readonly Period[], situation: Situation, day: LocalDate) => boolean;

/** The last day on which something that ended with `until` counts as ended within so many years, last day included. */
export function lastDayWithin(until: LocalDate, years: number): LocalDate {
  return addYears(addDays(until, -1), years);
}

function formOf(condition: FactCondition): HoldsOn {
  const { begunBeforeAge, begunFromAge, onBirthday, onSomeDayFromAge, ever, ended } = condition;
  if (onBirthday !== undefined) {
    return (periods, situation) => {
      const date = birthdayIn(situation, onBirthday);
      const begunBefore = begunBeforeAge === undefined ? null : birthdayIn(situation, begunBeforeAge);
      return periods.some((period) => covers(period, date) && (begunBefore === null || period.from < begunBefore));
    };
  }
  if (onSomeDayFromAge !== undefined) {
    return (periods, situation, day) => {
      const first = birthdayIn(situation, onSomeDayFromAge);
      return first <= day && periods.some(({ from, until }) => from <= day && (until === null || until > first));
    };
  }
  if (ever === true) return (periods, _situation, day) => periods.some((period) => period.from <= day);
  if (ended !== undefined) {
    return (periods, situation, day) =>
      periods.some(({ until }) => {
        if (until === null || until > day) return false;
        if (ended.fromAge !== undefined && until <= birthdayIn(situation, ended.fromAge)) return false;
        if (ended.beforeAge !== undefined && until >= birthdayIn(situation, ended.beforeAge)) return false;
        return ended.withinYears === undefined || day <= lastDayWithin(until, ended.withinYears);
      });
  }
  return (periods, situation, day) => {
    const current = periods.find((period) => covers(period, day));
    if (current === undefined) return false;
    if (begunBeforeAge !== undefined && current.from >= birthdayIn(situation, begunBeforeAge)) return false;
    return begunFromAge === undefined || current.from >= birthdayIn(situation, begunFromAge);
  };
}

/** Kind and filter as one name, so that conditions on the same facts share their joined periods. */
export function slotOf(condition: FactCondition): string {
  return `${condition.kind} ${JSON.stringify(condition.where ?? {})}`;
}

/** The test of one fact condition: unknown where uncertain facts would make the difference. */
export function factTest(condition: FactCondition): Test {
  const holds = formOf(condition);
  const slot = slotOf(condition);
  return (situation, day) => {
    const track = trackOf(situation, slot, condition.kind, condition.where);
    const asKnown = holds(track.known, situation, day);
    if (track.possible === track.known) return asKnown ? YES : NO;
    return asKnown === holds(track.possible, situation, day) ? (asKnown ? YES : NO) : UNSURE;
  };
}

/** The first day without the fact, of the latest period that ended by `day`. */
export function endOfFact(condition: FactCondition, situation: Situation, day: LocalDate): LocalDate | null {
  const { known } = trackOf(situation, slotOf(condition), condition.kind, condition.where);
  let end: LocalDate | null = null;
  for (const { until } of known) if (until !== null && until <= day) end = until;
  return end;
}
