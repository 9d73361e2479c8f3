/**
 * Local calendar dates in Europe/Stockholm, without time and without zone.
 *
 * A date is its ISO text (`YYYY-MM-DD`): it compares with `<`, travels to JSON, SQL and worker threads unchanged,
 * and cannot be mistaken for an instant. Arithmetic is Temporal's, with the month-end clamp of rule catalogue 0.3.
 */

declare const localDate: unique symbol;

/** A valid calendar date as `YYYY-MM-DD`. Obtain one with {@link parseLocalDate} or {@link asLocalDate}. */
export type LocalDate = string & { readonly [localDate]: true };

const pattern = /^\d{4}-\d{2}-\d{2}$/u;

/** The date that `text` names, or undefined when it names none (`2026-02-30`, `26-1-1`, a number, …). */
export function parseLocalDate(text: unknown): LocalDate | undefined {
  if (typeof text !== 'string' || !pattern.test(text)) return undefined;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return text as LocalDate;
  } catch {
    return undefined;
  }
}

/** As {@link parseLocalDate}, for dates the program itself writes. @throws RangeError when `text` is no date. */
export function asLocalDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`not a local date: ${text}`);
  return date;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * The day on which a person born on `birthDate` turns `age`. 29 February becomes 28 February in a year without one.
 * It is asked millions of times an hour, so it is written as text; a property test compares it with Temporal.
 */
export function birthday(birthDate: LocalDate, age: number): LocalDate {
  const year = Number(birthDate.slice(0, 4)) + age;
  const monthDay = birthDate.slice(4);
  const day = monthDay === '-02-29' && !isLeapYear(year) ? '-02-28' : monthDay;
  return `${String(year).padStart(4, '0')}${day}` as LocalDate;
}

/** `date` plus calendar months (negative: minus), clamped to the month's last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate;
}

/** `date` plus calendar years, clamped to the month's last day. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ years }).toString() as LocalDate;
}

/** `date` plus days (negative: minus). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** Completed years of life on `date`. */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date < birthday(birthDate, years) ? years - 1 : years;
}

/** The earlier of two dates; `null` stands for 'never'. */
export function earlier(a: LocalDate, b: LocalDate | null): LocalDate;
export function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null;
export function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return a <= b ? a : b;
}

/** The later of two dates. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a >= b ? a : b;
}
