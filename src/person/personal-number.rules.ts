/**
 * The numbers that name a person: personal number, coordination number and reserve number. Parsed from what people
 * write, kept as twelve characters without separator, with the birth date as far as the number tells it.
 */
import personnummer from 'personnummer';
import { invalid, type Fault } from '../kernel/faults.ts';
import { addYears, parseLocalDate, type LocalDate } from '../kernel/local-date.ts';

declare module 'personnummer' {
  // What the package exports at run time is the class itself, which its types call `default`.
  export function valid(number: string): boolean;
}

export type PersonalNumberKind = 'PERSONAL_NUMBER' | 'COORDINATION_NUMBER' | 'RESERVE_NUMBER';

/** A number that holds. */
export interface PersonalNumber {
  readonly kind: PersonalNumberKind;
  /** Twelve characters: year, month and day as written in the number, serial, check digit. */
  readonly number: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the number leaves day or month out. */
  readonly born: string;
}

/** The sex that the serial's last digit tells. */
export type NumberedSex = 'WOMAN' | 'MAN';

const written = /^(?<century>\d{2})?(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})(?<separator>[-+]?)(?<serial>[\dA-Z]\d{2})(?<last>\d)$/u;

/** Where the month is 00 or the day 60, that part of the birth date is unknown. */
const unknownDay = 60;

interface WrittenDate {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads a number as people write it: ten or twelve characters, with or without `-` or `+` (from the year one turns
 * 100). Ten characters mean the latest birth that is not after `today`.
 * @param path field of the input, for the fault
 * @throws Fault PERSONAL_NUMBER_INVALID that says whether form, date or check digit is wrong, never the number
 */
export function parsePersonalNumber(text: string, today: LocalDate, path = 'number'): PersonalNumber {
  const parts = written.exec(text.trim().replaceAll(' ', '').toUpperCase())?.groups;
  if (parts === undefined) throw wrongForm(path);
  const { century, year = '', month = '', day = '', separator, serial = '', last = '' } = parts;
  const kind = kindOf(serial, Number(day));
  const dateIn = (fullYear: string): WrittenDate => ({ year: fullYear, month: Number(month), day: Number(day) - (kind === 'COORDINATION_NUMBER' ? unknownDay : 0) });
  const full = century === undefined ? latestYear(year, dateIn, separator === '+', today) : `${century}${year}`;
  if (century !== undefined && separator === '+' && Number(full) > Number(today.slice(0, 4)) - 100) throw wrongForm(path);
  const born = bornOn(dateIn(full), kind);
  if (born === undefined) throw wrongDate(path);
  const number = `${full}${month}${day}${serial}${last}`;
  if (kind !== 'RESERVE_NUMBER' && !checkDigitHolds(number, born)) throw wrongCheckDigit(path);
  return { kind, number, born };
}

/** The last digit of a number, from the nine digits before it (Luhn). */
export function checkDigit(nineDigits: string): string {
  const sum = [...nineDigits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The number that Skatteverket's published test pattern gives a birth date: serial 238 for a woman, 239 for a man. */
export function testPersonalNumber(born: LocalDate, sex: NumberedSex): string {
  return withTestSerial(born.replaceAll('-', ''), sex);
}

/** As {@link testPersonalNumber}, for a coordination number. `born` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function testCoordinationNumber(born: string, sex: NumberedSex): string {
  const [year = '', month = '00', day = '00'] = born.split('-');
  return withTestSerial(`${year}${month}${Number(day) + unknownDay}`, sex);
}

function withTestSerial(eightDigits: string, sex: NumberedSex): string {
  const body = `${eightDigits}${sex === 'WOMAN' ? '238' : '239'}`;
  return `${body}${checkDigit(body.slice(2))}`;
}

function kindOf(serial: string, day: number): PersonalNumberKind {
  if (/^[A-Z]/u.test(serial)) return 'RESERVE_NUMBER';
  return day >= unknownDay ? 'COORDINATION_NUMBER' : 'PERSONAL_NUMBER';
}

function latestYear(twoDigits: string, dateIn: (year: string) => WrittenDate, centenarian: boolean, today: LocalDate): string {
  const year = `${today.slice(0, 2)}${twoDigits}`;
  const { month, day } = dateIn(year);
  const first = `${year}-${twoFigures(Math.max(month, 1))}-${twoFigures(Math.max(day, 1))}`;
  const latest = addYears(`${year}-01-01` as LocalDate, first > today ? -100 : 0);
  return (centenarian ? addYears(latest, -100) : latest).slice(0, 4);
}

function bornOn({ year, month, day }: WrittenDate, kind: PersonalNumberKind): string | undefined {
  const mayBePartial = kind !== 'PERSONAL_NUMBER';
  const date = `${year}-${twoFigures(month)}-${twoFigures(day)}`;
  if (month > 0 && day > 0) return parseLocalDate(date);
  if (!mayBePartial) return undefined;
  const earliest = parseLocalDate(`${year}-${twoFigures(Math.max(month, 1))}-${twoFigures(Math.max(day, 1))}`);
  if (earliest === undefined) return undefined;
  return month === 0 ? year : date.slice(0, 7);
}

/** The package takes no number whose date is incomplete; those are valid, and their check digit is computed here. */
function checkDigitHolds(number: string, born: string): boolean {
  return born.length === 10 ? personnummer.valid(number) : checkDigit(number.slice(2, 11)) === number.at(-1);
}

function twoFigures(value: number): string {
  return String(value).padStart(2, '0');
}

function wrongForm(path: string): Fault {
  return invalid('PERSONAL_NUMBER_INVALID', path, {
    sv: 'Ett personnummer skrivs ÅÅÅÅMMDD-NNNN (eller ÅÅMMDD-NNNN, med + från det år personen fyller 100). Samordningsnummer har dagen plus 60, reservnummer en bokstav efter datumet.',
    en: 'A personal number is written YYYYMMDD-NNNN (or YYMMDD-NNNN, with + from the year the person turns 100). Coordination numbers have the day plus 60, reserve numbers a letter after the date.',
  });
}

function wrongDate(path: string): Fault {
  return invalid('PERSONAL_NUMBER_INVALID', path, {
    sv: 'Numrets födelsedatum finns inte i kalendern. Endast samordningsnummer får sakna dag (60) eller månad (00).',
    en: "The number's birth date is not in the calendar. Only coordination numbers may lack the day (60) or month (00).",
  });
}

function wrongCheckDigit(path: string): Fault {
  return invalid('PERSONAL_NUMBER_INVALID', path, {
    sv: 'Numrets kontrollsiffra stämmer inte.',
    en: "The number's check digit is wrong.",
  });
}
