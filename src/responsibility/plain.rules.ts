/**
 * The short way for persons of whom nothing but the birth date is known: most of a case load. Between two birthdays of
 * the routine they all get the same answer but for the dates, so one answer per band is made the long way, and filled.
 */
import { birthday } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import { situationOf } from '../routine/situation.rules.ts';
import type { Routine, RoutineVersion } from '../routine/version.model.ts';
import type { Answer } from './answer.model.ts';
import { explain } from './explanation.rules.ts';
import type { Question } from './question.model.ts';

/** Text, or a date to fill: the date asked about, an end of the answer's stretch, the transfer, or a birthday. */
type Part = string | { readonly date: 'asOf' | 'validFrom' | 'validTo' | 'nextTransfer' } | { readonly birthday: number };

interface Band {
  readonly answer: Answer;
  /** Birthdays on which the stretch begins and ends and responsibility moves; null where there is none. */
  readonly fromAge: number | null;
  readonly toAge: number | null;
  readonly transferAge: number | null;
  readonly sv: readonly Part[];
  readonly en: readonly Part[];
}

export type DecideOne = (question: Question, routine: Routine, version: RoutineVersion) => Answer;

const sampleBirth = '1901-06-15' as LocalDate;
const oldestAge = 130;
const mark = '\u0001';
const dateMarks = ['asOf', 'validFrom', 'validTo', 'nextTransfer'] as const;

/** Whether nothing but the birth date can decide. A birthday on 29 February takes the long way. */
export function isPlain(question: Question, routine: Routine): boolean {
  return (
    question.ask === 'ONGOING' &&
    question.facts.length === 0 &&
    question.matter === undefined &&
    question.needs.length === 0 &&
    question.involvements.length === 0 &&
    !question.childConcern &&
    !question.guardianInvolved &&
    question.birthDate !== null &&
    !question.birthDate.endsWith('-02-29') &&
    routine.versions.length === 1
  );
}

function partsOf(text: string): Part[] {
  return text.split(mark).flatMap((piece, index): Part[] => {
    if (index % 2 === 0) return piece === '' ? [] : [piece];
    const date = dateMarks.find((name) => name === piece);
    return [date === undefined ? { birthday: Number(piece) } : { date }];
  });
}

const marked = (name: string): LocalDate => `${mark}${name}${mark}` as LocalDate;

/** The explanation of a band with marks where its dates stand. */
function markedExplanation(question: Question, version: RoutineVersion, answer: Answer): Bilingual {
  const situation = situationOf(question, question.asOf);
  const verdict = version.ongoing?.decide(situation, question.asOf);
  if (verdict === undefined) return answer.explanation;
  const birthdays = Array.from({ length: oldestAge }, (_, age) => marked(String(age)));
  const orNull = (date: LocalDate | null, name: string): LocalDate | null => (date === null ? null : marked(name));
  return explain(version, { ...situation, birthdays }, verdict, {
    asOf: marked('asOf'),
    validFrom: orNull(answer.validFrom, 'validFrom'),
    validTo: orNull(answer.validTo, 'validTo'),
    nextTransfer: orNull(answer.nextTransferDate, 'nextTransfer'),
  });
}

function ageAt(date: LocalDate | null): number | null {
  return date === null ? null : Number(date.slice(0, 4)) - Number(sampleBirth.slice(0, 4));
}

function bandFrom(age: number, routine: Routine, version: RoutineVersion, decideOne: DecideOne): Band {
  const question: Question = {
    id: '',
    routine: routine.key,
    ask: 'ONGOING',
    asOf: birthday(sampleBirth, age),
    birthDate: sampleBirth,
    needs: [],
    facts: [],
    involvements: [],
    childConcern: false,
    guardianInvolved: false,
  };
  const answer = decideOne(question, routine, version);
  const explanation = markedExplanation(question, version, answer);
  return {
    answer,
    fromAge: ageAt(answer.validFrom),
    toAge: ageAt(answer.validTo),
    transferAge: ageAt(answer.nextTransferDate),
    sv: partsOf(explanation.sv),
    en: partsOf(explanation.en),
  };
}

const bandsOf = new WeakMap<RoutineVersion, readonly Band[]>();

/** The band of every age in whole years, the last one for all who are older. */
function bandsByAge(routine: Routine, version: RoutineVersion, decideOne: DecideOne): readonly Band[] {
  const known = bandsOf.get(version);
  if (known !== undefined) return known;
  const byAge: Band[] = [];
  const starts = [0, ...version.ages.filter((age) => age > 0)];
  for (const [index, start] of starts.entries()) {
    const band = bandFrom(start, routine, version, decideOne);
    const next = starts[index + 1] ?? start + 1;
    for (let age = start; age < next; age++) byAge.push(band);
  }
  bandsOf.set(version, byAge);
  return byAge;
}

/** Answers a plain question; the same answer as the long way gives. */
export function decidePlain(question: Question, birthDate: LocalDate, routine: Routine, version: RoutineVersion, decideOne: DecideOne): Answer {
  const bands = bandsByAge(routine, version, decideOne);
  const { asOf } = question;
  const birthYear = Number(birthDate.slice(0, 4));
  const monthDay = birthDate.slice(4);
  const years = Number(asOf.slice(0, 4)) - birthYear;
  const age = asOf.slice(4) < monthDay ? years - 1 : years;
  const band = bands[age < bands.length ? age : bands.length - 1];
  if (band === undefined) return decideOne(question, routine, version);
  const turning = (ageThen: number | null): LocalDate | null =>
    ageThen === null ? null : (`${String(birthYear + ageThen)}${monthDay}` as LocalDate);
  const validFrom = turning(band.fromAge);
  const validTo = turning(band.toAge);
  const nextTransfer = turning(band.transferAge);
  const dates = { asOf, validFrom, validTo, nextTransfer };
  const filled = (parts: readonly Part[]): string => {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else if ('date' in part) text += dates[part.date] ?? '';
      else text += `${String(birthYear + part.birthday)}${monthDay}`;
    }
    return text;
  };
  const { answer } = band;
  return {
    id: question.id,
    outcome: answer.outcome,
    handlingUnit: answer.handlingUnit,
    authorityUnit: answer.authorityUnit,
    costUnit: answer.costUnit,
    interimUnit: answer.interimUnit,
    parallelUnits: answer.parallelUnits,
    coHandler: answer.coHandler,
    consultations: answer.consultations,
    validFrom,
    validTo,
    nextTransferDate: nextTransfer,
    deadlines: answer.deadlines,
    raiseAt: answer.raiseAt,
    asks: answer.asks,
    coordinator: null,
    ruleIds: answer.ruleIds,
    citations: answer.citations,
    explanation: { sv: filled(band.sv), en: filled(band.en) },
    notes: answer.notes,
  };
}
