/** What a cell of a case-load file may hold, by type: how it reads, and what is said when it does not. */
import { invalid } from '../kernel/faults.ts';
import { parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import { parsePersonalNumber, type PersonalNumber } from '../person/personal-number.rules.ts';

export interface CellContext {
  /** Decides the century of numbers written with ten digits. */
  readonly today: LocalDate;
  readonly column: string;
}

/** A type of cell. `read` gets trimmed, non-empty text and throws a Fault that names the column, never the text. */
export interface CellType<T> {
  /** As the documentation says it. */
  readonly form: Bilingual;
  readonly read: (text: string, context: CellContext) => T;
}

export const plainText: CellType<string> = {
  form: { sv: 'text', en: 'text' },
  read: (text, { column }) => {
    if (text.length <= 500 && !/\p{Cc}/u.test(text)) return text;
    throw invalid('TEXT_INVALID', column, {
      sv: 'Texten är längre än 500 tecken eller innehåller styrtecken.',
      en: 'The text is longer than 500 characters or holds control characters.',
    });
  },
};

/** What another row calls this one. */
export const reference: CellType<string> = { ...plainText, form: { sv: 'externt id', en: 'external id' } };

export const date: CellType<LocalDate> = {
  form: { sv: 'datum ÅÅÅÅ-MM-DD', en: 'date YYYY-MM-DD' },
  read: (text, { column }) => {
    const found = parseLocalDate(text);
    if (found !== undefined) return found;
    throw invalid('DATE_INVALID', column, {
      sv: 'Inget datum. Skriv ÅÅÅÅ-MM-DD, en dag som finns i kalendern.',
      en: 'Not a date. Write YYYY-MM-DD, a day that is in the calendar.',
    });
  },
};

/** A birth date as far as it is known. */
export const birthDate: CellType<string> = {
  form: { sv: 'ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD', en: 'YYYY, YYYY-MM or YYYY-MM-DD' },
  read: (text, { column }) => {
    if (parseLocalDate(`${text}${'-01-01'.slice(0, Math.max(0, 10 - text.length))}`) !== undefined && [4, 7, 10].includes(text.length)) return text;
    throw invalid('BIRTH_DATE_INVALID', column, {
      sv: 'Inget födelsedatum. Skriv ÅÅÅÅ-MM-DD, eller ÅÅÅÅ-MM eller ÅÅÅÅ när resten är okänd.',
      en: 'Not a birth date. Write YYYY-MM-DD, or YYYY-MM or YYYY where the rest is unknown.',
    });
  },
};

export const personalNumber: CellType<PersonalNumber> = {
  form: { sv: 'person-, samordnings- eller reservnummer', en: 'personal, coordination or reserve number' },
  read: (text, { today, column }) => parsePersonalNumber(text, today, column),
};

export const yesOrNo: CellType<boolean> = {
  form: { sv: 'ja eller nej', en: 'true or false' },
  read: (text, { column }) => {
    const answer = { true: true, ja: true, yes: true, '1': true, false: false, nej: false, no: false, '0': false }[text.toLowerCase()];
    if (answer !== undefined) return answer;
    throw invalid('BOOLEAN_INVALID', column, { sv: 'Skriv ja eller nej.', en: 'Write true or false.' });
  },
};

/** A key, such as an organisation's or a routine's. */
export function key(pattern: RegExp, form: Bilingual): CellType<string> {
  return {
    form,
    read: (text, { column }) => {
      if (pattern.test(text)) return text;
      throw invalid('KEY_INVALID', column, { sv: `Skriv ${form.sv}.`, en: `Write ${form.en}.` });
    },
  };
}

/** One word of a closed list. `code` names the fault. */
export function oneOf<const T extends string>(words: readonly T[], code: string): CellType<T> {
  return {
    form: { sv: words.join(', '), en: words.join(', ') },
    read: (text, { column }) => {
      const found = words.find((word) => word === text.toUpperCase());
      if (found !== undefined) return found;
      throw invalid(code, column, { sv: `Okänt värde. Giltiga är ${words.join(', ')}.`, en: `Unknown value. Valid are ${words.join(', ')}.` });
    },
  };
}

/** Several words of a closed list, separated by blanks or `|`. */
export function someOf<const T extends string>(words: readonly T[], code: string): CellType<readonly T[]> {
  const one = oneOf(words, code);
  return {
    form: { sv: `flera av ${words.join(', ')}, åtskilda av |`, en: `several of ${words.join(', ')}, separated by |` },
    read: (text, context) => [...new Set(text.split(/[\s|]+/u).map((word) => one.read(word, context)))],
  };
}
