/** Two versions of a routine held against the same persons: whose unit, transfer, deadline or co-handler would differ. */
import { ageOn, asLocalDate, birthday } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import { bornAs } from '../caseload/responsibility.rules.ts';
import type { Answer, Deadline } from '../responsibility/answer.model.ts';
import { decide } from '../responsibility/decide.rules.ts';
import type { Question } from '../responsibility/question.model.ts';
import { timeline } from '../responsibility/timeline.rules.ts';
import type { TimelineStretch } from '../responsibility/timeline.model.ts';
import type { Routine, RoutineLibrary, RoutineVersion } from '../routine/version.model.ts';
import { compileRoutine } from '../routine/version.rules.ts';
import type { ComparedCase, ComparedPerson, ComparedUnits, PersonImpact, RoutineChange } from './routine-impact.model.ts';

/** One version as if it had always been in force. */
export interface ComparedVersion {
  readonly key: string;
  readonly library: RoutineLibrary;
}

/** The version alone, without a beginning: it is asked what would hold, not since when. */
export function comparedVersion({ key, name, documents }: Routine, version: RoutineVersion): ComparedVersion {
  const alone = compileRoutine({ routine: key, ...name, documents, versions: [{ ...version.entry, from: asLocalDate('1800-01-01') }] });
  return { key, library: new Map([[key, alone]]) };
}

/** Years ahead that are compared: until 25, or these many for who is older already. */
const yearsAhead = 6;
const lastAge = 25;

function questionOf({ id, born, facts }: ComparedPerson, { key }: ComparedVersion, asOf: LocalDate): Question {
  return { id, routine: key, ask: 'ONGOING', asOf, ...bornAs(born), needs: [], facts, involvements: [], childConcern: false, guardianInvolved: false };
}

const nobody: ComparedUnits = { outcome: 'NOT_APPLICABLE', authorityUnit: null, handlingUnit: null, costUnit: null, interimUnit: null };

function unitsOf(stretches: readonly TimelineStretch[], day: LocalDate): ComparedUnits {
  const found = stretches.find((stretch) => covers(stretch, day));
  if (found === undefined) return nobody;
  const { outcome, authorityUnit, handlingUnit, costUnit, interimUnit } = found;
  return { outcome, authorityUnit, handlingUnit, costUnit, interimUnit };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function unitChanges(before: readonly TimelineStretch[], after: readonly TimelineStretch[], asOf: LocalDate, horizon: LocalDate): RoutineChange[] {
  const days = [...new Set([asOf, ...before.map(({ from }) => from), ...after.map(({ from }) => from)])].filter((day) => day >= asOf && day < horizon).sort();
  const changes: Extract<RoutineChange, { kind: 'UNIT' }>[] = [];
  let open: { from: LocalDate; before: ComparedUnits; after: ComparedUnits } | undefined;
  const close = (until: LocalDate | null): void => {
    if (open !== undefined) changes.push({ kind: 'UNIT', from: open.from, until, before: open.before, after: open.after });
    open = undefined;
  };
  for (const day of days) {
    const [one, other] = [unitsOf(before, day), unitsOf(after, day)];
    if (open !== undefined && isSame(open.before, one) && isSame(open.after, other)) continue;
    close(day);
    if (!isSame(one, other)) open = { from: day, before: one, after: other };
  }
  close(null);
  return changes;
}

function deadlineChanges(before: readonly Deadline[], after: readonly Deadline[]): RoutineChange[] {
  const dateOf = (deadlines: readonly Deadline[], wanted: Deadline['kind']): LocalDate | null => deadlines.find(({ kind }) => kind === wanted)?.date ?? null;
  return [...new Set([...before, ...after].map(({ kind }) => kind))].flatMap((deadline): RoutineChange[] => {
    const [one, other] = [dateOf(before, deadline), dateOf(after, deadline)];
    return one === other ? [] : [{ kind: 'DEADLINE', deadline, before: one, after: other }];
  });
}

function coHandlerChange(before: Answer, after: Answer, reference: string | null): RoutineChange[] {
  if (isSame(before.coHandler, after.coHandler)) return [];
  return [{ kind: 'CO_HANDLER', reference, before: before.coHandler, after: after.coHandler }];
}

/** What the version says of an open matter, were it to come in on the day. The matter itself is no prior contact. */
function answerToMatter(person: ComparedPerson, { matter, unit, openedOn }: ComparedCase, version: ComparedVersion, asOf: LocalDate): Answer | null {
  if (matter === null) return null;
  const own = person.facts.findIndex((fact) => fact.kind === 'OPEN_CASE' && fact.unit === unit && fact.from === openedOn);
  const facts = person.facts.filter((_, index) => index !== own);
  return decide({ ...questionOf({ ...person, facts }, version, asOf), ask: 'NEW_MATTER', matter: { type: matter, receivedBy: unit, ownerUnit: unit } }, version.library);
}

function changesFor(person: ComparedPerson, before: ComparedVersion, after: ComparedVersion, asOf: LocalDate): RoutineChange[] {
  const { birthDate, birthRange } = bornAs(person.born);
  const latest = birthDate ?? birthRange?.latest;
  if (latest === undefined || (birthDate ?? birthRange?.earliest ?? asOf) > asOf) return [];
  const untilAge = Math.max(lastAge, ageOn(latest, asOf) + yearsAhead);
  const over = (version: ComparedVersion): readonly TimelineStretch[] => timeline(questionOf(person, version, asOf), version.library, asOf, untilAge);
  const on = (version: ComparedVersion): Answer => decide(questionOf(person, version, asOf), version.library);
  const [one, other] = [on(before), on(after)];
  return [
    ...unitChanges(over(before), over(after), asOf, birthday(latest, untilAge)),
    ...(one.nextTransferDate === other.nextTransferDate ? [] : [{ kind: 'TRANSFER', before: one.nextTransferDate, after: other.nextTransferDate } as const]),
    ...deadlineChanges(one.deadlines, other.deadlines),
    ...coHandlerChange(one, other, null),
    ...person.cases.flatMap((file) => {
      const [was, would] = [answerToMatter(person, file, before, asOf), answerToMatter(person, file, after, asOf)];
      return was === null || would === null ? [] : coHandlerChange(was, would, file.reference);
    }),
  ];
}

/** The first day on which something is otherwise; what has no day of its own comes last. */
function firstDay({ changes }: PersonImpact): string {
  return changes.flatMap((change) => (change.kind === 'UNIT' ? [change.from] : [])).sort()[0] ?? '9';
}

/** The persons for whom something would change if `after` held instead of `before` from `asOf` on, the soonest first. */
export function routineImpact(persons: readonly ComparedPerson[], before: ComparedVersion, after: ComparedVersion, asOf: LocalDate): readonly PersonImpact[] {
  const impacts = persons.flatMap((person) => {
    const changes = changesFor(person, before, after, asOf);
    return changes.length === 0 ? [] : [{ person, changes }];
  });
  return impacts.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0));
}
