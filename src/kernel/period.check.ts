/** What must hold when a period is entered, and when something that has one is ended. */
import { conflict, invalid } from './faults.ts';
import type { LocalDate } from './local-date.ts';
import type { Period } from './period.ts';

/** @throws Fault where the period would end on its first day or before */
export function checkPeriod({ from, until }: Period, path = 'input.until'): void {
  if (until === null || until > from) return;
  throw invalid('PERIOD_ENDS_BEFORE_START', path, {
    sv: `Första dag efter måste ligga efter första dag, ${from}.`,
    en: `The first day after must come after the first day, ${from}.`,
  });
}

/**
 * Checks that `until` may become the end of a period. An end that lies ahead may be moved to an earlier day.
 * @throws Fault ALREADY_ENDED, or where it would end before it began
 */
export function checkEnding(period: Period, until: LocalDate, today: LocalDate): void {
  if (period.until !== null && (period.until <= today || until >= period.until)) {
    throw conflict(
      'ALREADY_ENDED',
      { sv: `Det har redan ett slut: första dag efter är ${period.until}.`, en: `It has an end already: the first day after is ${period.until}.` },
      'input.until',
    );
  }
  checkPeriod({ from: period.from, until });
}

/** @throws Fault where what can only have happened is said to happen after today */
export function checkHappened(on: LocalDate, today: LocalDate, path: string): void {
  if (on <= today) return;
  throw invalid('IN_FUTURE', path, {
    sv: `Datumet ligger i framtiden. Ange högst dagens datum, ${today}.`,
    en: `The date lies in the future. Give ${today} at the latest.`,
  });
}
