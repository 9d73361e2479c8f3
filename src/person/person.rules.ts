/** From what somebody enters about a person to what is kept. Pure. */
import type { Protection } from '../caseload/vocabulary.model.ts';
import { invalid } from '../kernel/faults.ts';
import { parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { plainText } from '../kernel/plain-text.ts';
import type { NewPerson } from './person.model.ts';
import { parsePersonalNumber } from './personal-number.rules.ts';

/** What the caller entered, unchecked. */
export interface EnteredPerson {
  readonly personalNumber?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly protection: Protection;
}

/** @throws Fault that names the field which is missing or wrong */
export function newPerson(entered: EnteredPerson, today: LocalDate): NewPerson {
  const { personalNumber, birthDate, protection } = entered;
  const number = personalNumber == null ? undefined : parsePersonalNumber(personalNumber, today, 'input.personalNumber');
  const stated = birthDate == null ? undefined : bornOn(birthDate, today);
  const born = stated ?? number?.born;
  if (born === undefined) {
    throw invalid('BIRTH_DATE_MISSING', 'input.birthDate', {
      sv: 'En person utan nummer behöver ett födelsedatum, så långt det är känt: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.',
      en: 'A person without a number needs a birth date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD.',
    });
  }
  return {
    numberKind: number?.kind ?? 'NONE',
    number: number?.number ?? null,
    born,
    givenName: plainText(entered.givenName, 'input.givenName', 100),
    familyName: plainText(entered.familyName, 'input.familyName', 100),
    protection,
  };
}

function bornOn(text: string, today: LocalDate): string {
  const earliest = parseLocalDate(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text);
  if (earliest !== undefined && earliest <= today && earliest >= '1850-01-01') return text;
  throw invalid('BIRTH_DATE_INVALID', 'input.birthDate', {
    sv: 'Födelsedatum skrivs ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD och ligger inte i framtiden.',
    en: 'A birth date is written YYYY, YYYY-MM or YYYY-MM-DD and does not lie in the future.',
  });
}
