/** Notes on an answer: readings and warnings. Those of a routine stand in its file; these hold for every routine. */
import { birthday } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { isComplete, reaches } from '../routine/situation.rules.ts';
import type { Situation } from '../routine/situation.model.ts';
import type { RoutineVersion } from '../routine/version.model.ts';
import type { Note } from './answer.model.ts';

export const noVersionNote: Note = {
  code: 'NO_VERSION',
  sv: 'Rutinen gällde inte vid denna tidpunkt: datumet ligger före dess första version.',
  en: 'The routine did not apply at this time: the date is before its first version.',
};

export const projectedNote: Note = {
  code: 'PROJECTED',
  sv: 'Överföringsdatumet bygger på att ett undantag väntas gälla till dess. Faller det bort tidigare flyttas ansvaret dagen efter.',
  en: 'The transfer date rests on an exception that is expected to hold until then. If it lapses earlier, responsibility moves the day after.',
};

export const partialBirthDateNote: Note = {
  code: 'BIRTH_DATE_PARTIAL',
  sv: 'Födelsedatumet är inte helt känt. Svaret är detsamma för varje möjlig dag; datum som beror på dagen lämnas öppna.',
  en: 'The birth date is not fully known. The answer is the same for every possible day; dates that depend on the day are left open.',
};

const leapDayNote: Note = {
  code: 'LEAP_DAY_READING',
  sv: 'Födelsedagen den 29 februari räknas till den 28 februari år som saknar skottdag.',
  en: 'A birthday on 29 February is taken as 28 February in a year without a leap day.',
};

const agreementNote: Note = {
  code: 'AGREEMENT_INCOMPLETE',
  sv: 'En överenskommelse är registrerad men saknar slutdatum eller någon verksamhetschefs godkännande. Den har ingen verkan.',
  en: "An agreement is registered but lacks an end date or an operations manager's approval. It has no effect.",
};

/** Where a date the answer rests on is a birthday on 29 February taken as the 28th. */
export function leapDayNotes(
  birthDate: LocalDate | null,
  ages: readonly number[],
  dates: readonly (LocalDate | null)[],
): readonly Note[] {
  if (birthDate?.endsWith('-02-29') !== true) return [];
  const isTaken = ages.some((age) => {
    const date = birthday(birthDate, age);
    return date.endsWith('-02-28') && dates.includes(date);
  });
  return isTaken ? [leapDayNote] : [];
}

/** Where an agreement that is not over lacks what it takes to have effect. */
export function agreementNotes(situation: Situation, version: RoutineVersion, asOf: LocalDate): readonly Note[] {
  const { agreement } = version.entry;
  if (agreement === undefined || situation.facts.length === 0) return [];
  const isIncomplete = situation.facts.some(
    (fact) =>
      fact.kind === 'MANAGERS_AGREEMENT' &&
      (fact.until === null || fact.until > asOf) &&
      reaches(fact, situation.matter?.type) &&
      !isComplete(fact, agreement),
  );
  return isIncomplete ? [agreementNote] : [];
}
