/** What stands in a cell: a number, a text or nothing, never an object and never a formula. */
import { asLocalDate, daysBetween, type LocalDate } from '../kernel/local-date.ts';
import type { Column } from './define-report.ts';
import type { Value } from './lay-out.rules.ts';

export type Primitive = string | number | null;
export type Language = 'sv' | 'en';

const longestText = 32_000;
const dayZero = asLocalDate('1899-12-30');
const startsLikeFormula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const withoutMeaning = /(?![\t\r\n])[\p{Cc}\p{Cn}]/gu;

/**
 * Text that no spreadsheet program takes for a formula: what starts like one gets an apostrophe in front. Control
 * characters and code points that are none go, since XML cannot hold them.
 */
export function plainText(text: string): string {
  const clean = text.replace(withoutMeaning, '');
  const held = clean.length > longestText ? `${clean.slice(0, longestText)}…` : clean;
  return startsLikeFormula.test(held) ? `'${held}` : held;
}

/** A date as Excel counts it: days since 1899-12-30, without time or zone. */
export function serialNumber(date: LocalDate): number {
  return daysBetween(dayZero, date);
}

/** The value in words, as people read it; `null` is empty. */
export function wordsFor(column: Column, value: Value, language: Language = 'sv'): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return { sv: value ? 'Ja' : 'Nej', en: value ? 'Yes' : 'No' }[language];
  if (column.type !== 'code' && column.type !== 'several') return String(value);
  const { codes } = column.codes;
  const keys = Array.isArray(value) ? value : [String(value)];
  return keys.map((key: string) => codes[key]?.[language] ?? key).join(', ');
}

/** The value as a spreadsheet's cell: serial numbers for dates, numbers for numbers, escaped text for the rest. */
export function cellFor(column: Column, value: Value): Primitive {
  if (value === null) return null;
  if (column.type === 'date' && typeof value === 'string') return serialNumber(asLocalDate(value));
  if (typeof value === 'number') return value;
  return plainText(wordsFor(column, value));
}
