/**
 * Local calendar dates in Europe/Stockholm, without time and without zone.
 *
 * A date is its ISO text (`YYYY-MM-DD`): it compares with `<`, travels to JSON, SQL and worker threads unchanged,
 * and cannot be mistaken for an instant. Arithmetic is done on the text, since a page of answers asks for thousands of
 * dates; its results are Temporal's, which a property test holds it to, with the month-end clamp of rule catalogue 0.3.
 */

declare const localDate: unique symbol;

/** A valid calendar date as `YYYY-MM-DD`. Obtain one with {@link parseLocalDate} or {@link asLocalDate}. */
export type LocalDate = string & { readonly [localDate]: true };

const pattern = /^\d{4}-\d{2}-\d{2}$/u;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month (1–12); none for any other number. */
function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const monthOf = (date: string): number => Number(date.slice(5, 7));
const dayOf = (date: string): number => Number(date.slice(8, 10));
const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** The day of that month, or its last one where there is no such day. */
function clamped(year: number, month: number, day: number): LocalDate {
  if (year < 0 || year > 9999) throw new RangeError(`no year of four digits: ${year}`);
  const date = Math.min(day, lengthOfMonth(year, month));
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}` as LocalDate;
}

/** The date that `text` names, or undefined when it names none (`2026-02-30`, `26-1-1`, a number, …). */
export function parseLocalDate(text: unknown): LocalDate | undefined {
  if (typeof text !== 'string' || !pattern.test(text)) return undefined;
  const day = dayOf(text);
  return day >= 1 && day <= lengthOfMonth(yearOf(text), monthOf(text)) ? (text as LocalDate) : undefined;
}

/** As {@link parseLocalDate}, for dates the program itself writes. @throws RangeError when `text` is no date. */
export function asLocalDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`not a local date: ${text}`);
  return date;
}

/** The day on which a person born on `birthDate` turns `age`. 29 February becomes 28 February in a year without one. */
export function birthday(birthDate: LocalDate, age: number): LocalDate {
  const monthDay = birthDate.slice(4);
  const year = yearOf(birthDate) + age;
  if (monthDay === '-02-29' || year < 1000 || year > 9999) return addYears(birthDate, age);
  return `${year}${monthDay}` as LocalDate;
}

/** `date` plus calendar months (negative: minus), clamped to the month's last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return clamped(Math.floor(count / 12), ((count % 12) + 12) % 12 + 1, dayOf(date));
}

/** `date` plus calendar years, clamped to the month's last day. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return clamped(yearOf(date) + years, monthOf(date), dayOf(date));
}

const daysIn400Years = 146_097;

/** Days since 0000-03-01: with March first, the leap day ends its year. */
function dayNumber(date: LocalDate): number {
  const month = (monthOf(date) + 9) % 12;
  const year = yearOf(date) - (month >= 10 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((month * 153 + 2) / 5) + dayOf(date) - 1;
}

function dateOfDayNumber(number: number): LocalDate {
  const era = Math.floor(number / daysIn400Years);
  const day = number - era * daysIn400Years;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const dayOfYear = day - (year * 365 + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((dayOfYear * 5 + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((month * 153 + 2) / 5) + 1;
  return clamped(era * 400 + year + (month >= 10 ? 1 : 0), ((month + 2) % 12) + 1, dayOfMonth);
}

/** `date` plus days (negative: minus). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
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
