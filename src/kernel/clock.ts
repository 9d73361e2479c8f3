/** The only place that reads the machine's clock. Everything else is told what day or instant it is. */
import type { LocalDate } from './local-date.ts';

/** Tells the time. A request or command asks once, when it begins. */
export interface Clock {
  /** Today's date in Europe/Stockholm. */
  today(): LocalDate;
  /** The present instant as RFC 3339 in UTC, to the millisecond. */
  now(): string;
}

const zone = 'Europe/Stockholm';

/** The machine's clock; `fixedToday` (setting TODAY, demonstrations and tests only) holds the date still. */
export function systemClock(fixedToday?: LocalDate): Clock {
  return {
    today: () => fixedToday ?? (Temporal.Now.plainDateISO(zone).toString() as LocalDate),
    now: () => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
  };
}
