/**
 * From what is stored about a person to the routine's question, and back to what the caller may be told. The verdict
 * rests on everything that is recorded; where that shows more than the caller may see, only the units are told (X5, R0-53).
 */
import type { Caller } from '../access/permit.ts';
import type { CaseRecord, DecidingFactRecord, DecidingFactRow, PersonRecord } from './caseload.model.ts';
import { addDays, addMonths, addYears, asLocalDate, parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { Answer } from '../responsibility/answer.model.ts';
import { decideUnits } from '../responsibility/decide-units.rules.ts';
import { decide, emptyAnswer } from '../responsibility/decide.rules.ts';
import {
  factKinds, matterTypes, type BirthRange, type Fact, type FactKind, type Matter, type MatterType, type Question,
} from '../responsibility/question.model.ts';

const kinds: ReadonlyMap<string, FactKind> = new Map(factKinds.map((kind) => [kind, kind]));
const types: ReadonlyMap<string, MatterType> = new Map(matterTypes.map((type) => [type, type]));

/** The facts of a question out of stored ones; kinds that no routine knows are left out. */
export function storedFacts(records: readonly DecidingFactRecord[]): Fact[] {
  return records.flatMap((record) => storedFact(record) ?? []);
}

type Details = Omit<DecidingFactRecord, 'kind' | 'from' | 'until' | 'known' | 'unit' | 'visible'>;

function storedFact({ kind: name, from, until, known, unit, ...details }: Omit<DecidingFactRecord, 'visible'>): Fact | undefined {
  const kind = kinds.get(name);
  return kind === undefined ? undefined : { kind, from, until, known, ...(unit === null ? {} : { unit }), ...detailsOf(details) };
}

function detailsOf(details: Details): Partial<Fact> {
  const { placedByFosterCareService, outcome, receivingUnit, value, atRisk, diagnosisDocumented, approvedBy } = details;
  const matterType = types.get(details.matterType ?? '');
  return {
    ...(placedByFosterCareService === null ? {} : { placedByFosterCareService }),
    ...(outcome === null ? {} : { outcome }),
    ...(receivingUnit === null ? {} : { receivingUnit }),
    ...(value === null ? {} : { value }),
    ...(atRisk === null ? {} : { atRisk }),
    ...(diagnosisDocumented === null ? {} : { diagnosisDocumented }),
    ...(approvedBy === null ? {} : { approvedBy }),
    ...(matterType === undefined ? {} : { matterType }),
  };
}

/** The fact of a question out of one row; none for a kind that no routine knows. */
export function factOf([name, from, until, known, , unit, details]: DecidingFactRow): Fact[] {
  const kind = kinds.get(name);
  if (kind === undefined) return [];
  const fact = unit === null ? { kind, from, until, known } : { kind, from, until, known, unit };
  return [details === null ? fact : { ...fact, ...detailsOf(details) }];
}

/** A birth date as far as it is known: `YYYY`, `YYYY-MM` or a date. */
export function bornAs(born: string): { readonly birthDate: LocalDate | null; readonly birthRange?: BirthRange } {
  const birthDate = parseLocalDate(born);
  if (birthDate !== undefined) return { birthDate };
  const earliest = asLocalDate(`${born}${born.length === 4 ? '-01' : ''}-01`);
  const next = born.length === 4 ? addYears(earliest, 1) : addMonths(earliest, 1);
  return { birthDate: null, birthRange: { earliest, latest: addDays(next, -1) } };
}

/** Who asks, by which routines, about which day. */
export interface Asking {
  readonly caller: Caller;
  readonly routines: RoutineLibrary;
  readonly asOf: LocalDate;
  /** Nothing is asked of the answer but which units it names: the rest is left empty. */
  readonly unitsOnly?: boolean;
}

/** Who is responsible for a stored person on a day, told as far as the caller may be told. */
export function responsibilityForPerson(person: PersonRecord, asking: Asking): Answer {
  return withoutBirthDate(person, answerFor(person, undefined, asking));
}

/** Who is responsible for a stored case on a day: a matter has rules of its own. */
export function responsibilityForCase(record: CaseRecord, asking: Asking): Answer {
  if (record.person === undefined) throw new Error('the selection did not ask for the person of the case');
  const type = types.get(record.kind);
  const matter = type === undefined ? undefined : { type, receivedBy: record.unit.key, ownerUnit: record.unit.key };
  return withoutBirthDate(record.person, answerFor(record.person, matter, asking));
}

/**
 * An answer that has held since birth would tell a protected person's birth date as its first day. The dates that the
 * routine sets are left: whoever has the case must keep them.
 */
export function withoutBirthDate(person: Pick<PersonRecord, 'born' | 'protection'>, answer: Answer): Answer {
  return person.protection !== 'NONE' && answer.validFrom === person.born ? { ...answer, validFrom: null } : answer;
}

function answerFor(person: PersonRecord, matter: Matter | undefined, { caller, routines, asOf, unitsOnly }: Asking): Answer {
  const adopted = caller.adoptedRoutines.find((routine) => covers(routine, asOf));
  const born = bornAs(person.born);
  const firstDay = born.birthDate ?? born.birthRange?.earliest ?? asOf;
  if (adopted === undefined || !routines.has(adopted.routine) || asOf < firstDay) return notApplicable(person.id);
  const rows = person.decidingFacts ?? [];
  const question = (known: readonly DecidingFactRow[]): Question => ({
    id: person.id,
    routine: adopted.routine,
    ask: 'ONGOING',
    asOf,
    ...born,
    ...(matter === undefined ? {} : { matter }),
    needs: [],
    facts: known.flatMap(factOf),
    involvements: [],
    childConcern: false,
    guardianInvolved: false,
  });
  // The units are told whatever they rest on.
  if (unitsOnly === true) return { ...emptyAnswer(person.id), ...decideUnits(question(rows), routines) };
  const whole = decide(question(rows), routines);
  const visible = rows.filter(([, , , , isVisible]) => isVisible);
  if (visible.length === rows.length) return whole;
  const told = decide(question(visible), routines);
  return sameUnits(whole, told) ? told : withheld(whole);
}

type Units = Pick<Answer, 'outcome' | 'handlingUnit' | 'authorityUnit' | 'costUnit' | 'interimUnit'>;

/** Whether two answers name the same outcome and units. */
export function sameUnits(a: Units, b: Units): boolean {
  return (
    a.outcome === b.outcome && a.handlingUnit === b.handlingUnit && a.authorityUnit === b.authorityUnit &&
    a.costUnit === b.costUnit && a.interimUnit === b.interimUnit
  );
}

/** Stands where a reason would show what another unit knows. */
export const withheldReason = {
  sv: 'Svaret vilar på uppgifter som din enhet inte har tillgång till. Skälet visas därför inte.',
  en: 'The answer rests on facts that your unit has no access to. The reason is therefore not shown.',
};

/** Only who handles: the reason would show what another unit knows. */
export function withheld(whole: Answer): Answer {
  const { outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt } = whole;
  return {
    ...emptyAnswer(whole.id),
    outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt,
    explanation: withheldReason,
    notes: [{ code: 'WITHHELD', sv: 'Skälet visas inte för din enhet.', en: 'The reason is not shown to your unit.' }],
  };
}

/** The organisation followed no routine that this program has. */
export function notApplicable(id: string): Answer {
  return {
    ...emptyAnswer(id),
    outcome: 'NOT_APPLICABLE',
    explanation: {
      sv: 'Organisationen följde ingen rutin som kan svara den dagen.',
      en: 'The organisation followed no routine that can answer on that day.',
    },
    notes: [{ code: 'NO_VERSION', sv: 'Ingen rutin i kraft den dagen.', en: 'No routine in force on that day.' }],
  };
}
