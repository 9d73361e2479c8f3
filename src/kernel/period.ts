/** Half-open periods of local dates: `from` is the first day, `until` the first day after; `null` is open. */
import type { LocalDate } from './local-date.ts';

/** Half-open `[from, until)`; `until: null` has no known end. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Whether `date` lies in the period. */
export function covers(period: Period, date: LocalDate): boolean {
  return period.from <= date && (period.until === null || date < period.until);
}

/** Whether two periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
}

/** Periods joined where they overlap or stand back to back, in order of their first day. */
export function joinPeriods(periods: readonly Period[]): Period[] {
  const joined: Period[] = [];
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joined.at(-1);
    if (last === undefined || (last.until !== null && last.until < period.from)) {
      joined.push(period);
    } else if (last.until !== null && (period.until === null || period.until > last.until)) {
      joined[joined.length - 1] = { from: last.from, until: period.until };
    }
  }
  return joined;
}
