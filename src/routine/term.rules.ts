/** Terms of a routine: half-years or whatever the file states, each until the next begins (rule catalogue F.6). */
import type { LocalDate } from '../kernel/local-date.ts';
import { asLocalDate } from '../kernel/local-date.ts';
import type { Period } from '../kernel/period.ts';
import type { RoutineVersion } from './version.model.ts';

const label = /^(\p{Lu}{1,4})(\d{4})$/u;

function startsOf(version: RoutineVersion, year: number): { readonly name: string; readonly from: LocalDate }[] {
  return version.entry.terms
    .map(({ term, from }) => ({ name: `${term}${String(year)}`, from: asLocalDate(`${String(year)}-${from}`) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** First day and first day after of a term such as `HT2026`; undefined where the routine has no such term. */
export function termBounds(version: RoutineVersion, name: string): Period | undefined {
  const year = Number(label.exec(name)?.[2]);
  if (!Number.isInteger(year) || year < 1900 || year > 9998) return undefined;
  const starts = [...startsOf(version, year), ...startsOf(version, year + 1)];
  const index = starts.findIndex((start) => start.name === name);
  const start = starts[index];
  return start === undefined ? undefined : { from: start.from, until: starts[index + 1]?.from ?? null };
}

/** The term a date belongs to, such as `VT2027`. */
export function termOf(version: RoutineVersion, date: LocalDate): string {
  const year = Number(date.slice(0, 4));
  const starts = [...startsOf(version, year - 1), ...startsOf(version, year)].filter(({ from }) => from <= date);
  const last = starts.at(-1);
  if (last === undefined) throw new RangeError('the routine has no terms');
  return last.name;
}
