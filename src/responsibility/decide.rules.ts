/**
 * Who is responsible: facts, routine and date in; outcome, units, dates, rules and reason out. Pure, and the one path
 * for the command line, the API, stored cases, the inventory and the statistics.
 */
import type { LocalDate } from '../kernel/local-date.ts';
import { situationOf } from '../routine/situation.rules.ts';
import { YES, type Situation } from '../routine/situation.model.ts';
import type { CompiledSupplement, Row, RuleCitation, Verdict } from '../routine/table.model.ts';
import { versionOn } from '../routine/version.model.ts';
import type { Routine, RoutineLibrary, RoutineVersion } from '../routine/version.model.ts';
import type { Answer, Consultation, CoordinatorAnswer, Note } from './answer.model.ts';
import { caseworkerAt, involvedOn, longestContact } from './coordinator.rules.ts';
import { transferDuties } from './deadline.rules.ts';
import { explain } from './explanation.rules.ts';
import { agreementNotes, leapDayNotes, noVersionNote, projectedNote } from './note.rules.ts';
import { decideForRange } from './partial-birth.rules.ts';
import { decidePlain, isPlain } from './plain.rules.ts';
import type { FactKind, Question, UnitKey } from './question.model.ts';
import { changePoints, nextTransfer, stretchAround, tableFor } from './stretch.rules.ts';
import type { View } from './stretch.rules.ts';

const none: readonly never[] = [];
const noCoHandler = { requirement: 'NONE', unit: null } as const;

/** An answer that names nobody. */
export function emptyAnswer(id: string): Answer {
  return {
    id,
    outcome: 'NOT_APPLICABLE',
    handlingUnit: null,
    authorityUnit: null,
    costUnit: null,
    interimUnit: null,
    parallelUnits: none,
    coHandler: noCoHandler,
    consultations: none,
    validFrom: null,
    validTo: null,
    nextTransferDate: null,
    deadlines: none,
    raiseAt: null,
    asks: none,
    coordinator: null,
    ruleIds: none,
    citations: none,
    explanation: {
      sv: 'Rutinen har inga regler för den här sortens fråga.',
      en: 'The routine has no rules for this kind of question.',
    },
    notes: none,
  };
}

function withoutVersion(id: string, routine: Routine): Answer {
  const first = routine.versions[0]?.from ?? '';
  return {
    ...emptyAnswer(id),
    explanation: { sv: `Rutinen gäller från och med ${first}.`, en: `The routine applies from ${first}.` },
    notes: [noVersionNote],
  };
}

function rowsOf(verdict: Verdict): readonly Row[] {
  return verdict.beside.length === 0 ? [verdict.row] : [verdict.row, ...verdict.beside.map(({ row }) => row)];
}

function supplementsOf(rows: readonly Row[], situation: Situation, asOf: LocalDate): readonly CompiledSupplement[] {
  if (rows.every((row) => row.also.length === 0)) return none;
  return rows.flatMap((row) => row.also.filter((supplement) => supplement.test(situation, asOf) === YES));
}

function noteOf(version: RoutineVersion, code: string): Note {
  const entry = version.entry.notes?.[code];
  return { code, sv: entry?.sv ?? code, en: entry?.en ?? code };
}

interface Trace {
  readonly ruleIds: readonly string[];
  readonly citations: readonly RuleCitation[];
  readonly notes: readonly Note[];
  readonly coHandler: Answer['coHandler'];
  readonly consultations: readonly Consultation[];
}

/** Rules, notes, co-handler and consultations of the rows that had a part in the verdict. */
function traceOf(version: RoutineVersion, situation: Situation, asOf: LocalDate, verdict: Verdict): Trace {
  const rows = rowsOf(verdict);
  const supplements = verdict.isUnknown ? none : supplementsOf(rows, situation, asOf);
  const { row } = verdict;
  if (rows.length === 1 && supplements.length === 0 && row.coHandler === undefined && row.consult.length === 0) {
    return { ruleIds: row.ids, citations: row.citations, notes: none, coHandler: noCoHandler, consultations: none };
  }
  const ruleIds = [...new Set([...rows.flatMap(({ ids }) => ids), ...supplements.flatMap(({ ids }) => ids)])];
  const parts = verdict.isUnknown ? none : [...rows, ...supplements];
  const coHandler = parts.find((part) => part.coHandler !== undefined)?.coHandler;
  const codes = supplements.flatMap(({ note }) => note ?? []);
  return {
    ruleIds,
    citations: version.cite(ruleIds),
    notes: [...new Set(codes)].map((code) => noteOf(version, code)),
    coHandler: coHandler === undefined ? noCoHandler : { requirement: coHandler.requirement, unit: coHandler.unit ?? null },
    consultations: parts.flatMap(({ consult }) => consult.map(({ ids, ...entry }) => ({ ...entry, ruleIds: ids }))),
  };
}

function decideCoordinator(question: Question, version: RoutineVersion): Answer {
  const { asOf } = question;
  const involvements = involvedOn(question.involvements, asOf);
  const situation = situationOf({ ...question, involvements }, asOf);
  const table = version.coordinator;
  if (table === null) return emptyAnswer(question.id);
  const verdict = table.decide(situation, asOf);
  const { row } = verdict;
  const tied = table.entry.tieGoesTo;
  const chosen =
    row.coordinator === null
      ? null
      : row.coordinator === 'LONGEST_CONTACT'
        ? longestContact(involvements, asOf, tied)
        : caseworkerAt(involvements, row.coordinator, asOf);
  const isTied = row.coordinator !== null && chosen === null && verdict.outcome === 'DETERMINED';
  const coordinator: CoordinatorAnswer | null =
    chosen === null ? null : { caseworker: chosen.caseworker, unit: chosen.unit, planQuestion: row.planQuestion };
  const contacts = question.involvements.flatMap((known) => [known.caseworkerContactSince, known.unitContactSince]).sort();
  const dates = {
    asOf,
    validFrom: contacts.filter((date) => date <= asOf).at(-1) ?? null,
    validTo: contacts.find((date) => date > asOf) ?? null,
    nextTransfer: null,
  };
  const trace = traceOf(version, situation, asOf, verdict);
  return {
    ...emptyAnswer(question.id),
    outcome: isTied ? 'UNDETERMINED' : verdict.outcome,
    validFrom: dates.validFrom,
    validTo: dates.validTo,
    raiseAt: isTied ? 'COORDINATORS' : verdict.raiseAt,
    coordinator,
    ruleIds: trace.ruleIds,
    citations: trace.citations,
    explanation: explain(version, situation, verdict, dates, coordinator?.unit ?? null),
    notes: trace.notes,
  };
}

function allAsks(first: readonly FactKind[], second: readonly FactKind[]): readonly FactKind[] {
  if (first.length === 0) return second;
  return second.length === 0 ? first : [...new Set([...first, ...second])];
}

function isAboutMatter(question: Question): boolean {
  return question.matter?.type !== undefined || (question.matter?.sections?.length ?? 0) > 0;
}

function decideForPerson(question: Question, routine: Routine, version: RoutineVersion): Answer {
  const { asOf, ask, birthDate } = question;
  const table = tableFor(version, ask);
  if (table === null) return emptyAnswer(question.id);
  const situation = situationOf(question, asOf);
  const view: View = { routine, ask, situation };
  const verdict = table.decide(situation, asOf);
  const points = changePoints(view);
  const { from: validFrom, until: validTo } = stretchAround(view, points, asOf, verdict);
  const transfer =
    ask === 'ONGOING' ? nextTransfer(view, version, points, asOf, verdict) : { date: null, isProjected: false };
  const duties =
    ask !== 'ONGOING' || isAboutMatter(question)
      ? null
      : transferDuties(version.transfer, situation, asOf, verdict, transfer.date);
  const trace = traceOf(version, situation, asOf, verdict);
  const dates = { asOf, validFrom, validTo, nextTransfer: transfer.date };
  const notes = [
    ...trace.notes,
    ...(transfer.isProjected ? [projectedNote] : none),
    ...agreementNotes(situation, version, asOf),
    ...leapDayNotes(birthDate, version.ages, [validFrom, validTo, transfer.date]),
  ];
  return {
    id: question.id,
    outcome: verdict.outcome,
    handlingUnit: verdict.handling,
    authorityUnit: verdict.authority,
    costUnit: verdict.cost,
    interimUnit: verdict.interim,
    parallelUnits: verdict.parallel,
    coHandler: trace.coHandler,
    consultations: trace.consultations,
    validFrom,
    validTo,
    nextTransferDate: transfer.date,
    deadlines: duties?.deadlines ?? none,
    raiseAt: verdict.raiseAt,
    asks: allAsks(verdict.asks, duties?.asks ?? none),
    coordinator: null,
    ruleIds: trace.ruleIds,
    citations: trace.citations,
    explanation: explain(version, situation, verdict, dates),
    notes,
  };
}

/** The routine a question names. @throws RangeError where there is none: questions are parsed before they are decided. */
export function routineOf(question: Question, routines: RoutineLibrary): Routine {
  const routine = routines.get(question.routine);
  if (routine === undefined) throw new RangeError(`no routine is called ${question.routine}`);
  return routine;
}

/** Answers a question by the version of its routine in force on the date asked about. */
export function decide(question: Question, routines: RoutineLibrary): Answer {
  const routine = routineOf(question, routines);
  const version = versionOn(routine, question.asOf);
  if (version === undefined) return withoutVersion(question.id, routine);
  if (tableFor(version, question.ask) === null) return emptyAnswer(question.id);
  if (question.ask === 'COORDINATOR') return decideCoordinator(question, version);
  const { birthDate: born } = question;
  if (born !== null && isPlain(question, routine)) return decidePlain(question, born, routine, version, decideForPerson);
  if (born !== null) return decideForPerson(question, routine, version);
  return decideForRange(question, version, (birthDate: LocalDate) =>
    decideForPerson({ ...question, birthDate }, routine, version),
  );
}

/** The unit a person's matters rest with for the moment: authority, or who keeps it while that is open. */
export function keeperOf(answer: Pick<Answer, 'authorityUnit' | 'interimUnit'>): UnitKey | null {
  return answer.authorityUnit ?? answer.interimUnit;
}
