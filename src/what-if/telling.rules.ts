/**
 * Answers, timelines and variations as far as a caller may be told: facts that the caller may not see decide along, but
 * where they make the difference only the units are told, with no reason, rule or date of theirs.
 */
import type { LocalDate } from '../kernel/local-date.ts';
import { later } from '../kernel/local-date.ts';
import { covers, type Period } from '../kernel/period.ts';
import { sameUnits, withheld, withheldReason } from '../caseload/responsibility.rules.ts';
import type { Answer } from '../responsibility/answer.model.ts';
import { reasonFor } from '../responsibility/change-words.rules.ts';
import { decide } from '../responsibility/decide.rules.ts';
import type { Fact, Question } from '../responsibility/question.model.ts';
import { sensitivity, type Sensitivity } from '../responsibility/sensitivity.rules.ts';
import { timeline } from '../responsibility/timeline.rules.ts';
import type { TimelineStretch } from '../responsibility/timeline.model.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { WeighedFact } from './hypotheses.rules.ts';

/** A person as a question without facts, and the facts that decide. */
export interface Weighed {
  readonly question: Omit<Question, 'facts' | 'routine' | 'asOf'>;
  readonly facts: readonly WeighedFact[];
  readonly routines: RoutineLibrary;
}

interface Adopted extends Period {
  readonly routine: string;
}

const hiddenOf = ({ facts }: Weighed): readonly Fact[] => facts.filter(({ visible }) => !visible).map(({ fact }) => fact);
const visibleOf = ({ facts }: Weighed): readonly Fact[] => facts.filter(({ visible }) => visible).map(({ fact }) => fact);
const allOf = ({ facts }: Weighed): readonly Fact[] => facts.map(({ fact }) => fact);

/** Who is responsible on a day. */
export function toldAnswer(weighed: Weighed, routine: string, asOf: LocalDate): Answer {
  const ask = (facts: readonly Fact[]): Answer => decide({ ...weighed.question, routine, asOf, facts }, weighed.routines);
  const whole = ask(allOf(weighed));
  if (hiddenOf(weighed).length === 0) return whole;
  const told = ask(visibleOf(weighed));
  return sameUnits(whole, told) ? told : withheld(whole);
}

/** What would change the answer: only visible facts are varied, and hidden ones decide along without being told. */
export function toldSensitivity(weighed: Weighed, routine: string, asOf: LocalDate): readonly Sensitivity[] {
  const hidden = hiddenOf(weighed);
  const question: Question = { ...weighed.question, routine, asOf, facts: visibleOf(weighed) };
  return sensitivity(question, weighed.routines, (facts, day) =>
    toldAnswer({ ...weighed, facts: [...hidden.map((fact) => ({ fact, visible: false })), ...facts.map((fact) => ({ fact, visible: true }))] }, routine, day),
  );
}

/** The stretches from `today` until the person turns `untilAge`, over every routine that the organisation follows. */
export function toldTimeline(weighed: Weighed, adopted: readonly Adopted[], today: LocalDate, untilAge: number): readonly TimelineStretch[] {
  const periods = adopted.filter(({ routine, until }) => weighed.routines.has(routine) && (until === null || until > today));
  return [...periods].sort((a, b) => (a.from < b.from ? -1 : 1)).flatMap((period) => {
    const start = later(period.from, today);
    const over = (facts: readonly Fact[]): readonly TimelineStretch[] => {
      const question = { ...weighed.question, routine: period.routine, asOf: today, facts };
      return clipped(timeline(question, weighed.routines, start, untilAge), period.until);
    };
    const whole = over(allOf(weighed));
    const told = hiddenOf(weighed).length === 0 ? whole : merged(whole, over(visibleOf(weighed)));
    const [first, ...others] = told;
    if (first === undefined || start === today) return told;
    const changes = [{ kind: 'NEW_ROUTINE' } as const];
    return [{ ...first, changes, reason: reasonFor(changes) }, ...others];
  });
}

function clipped(stretches: readonly TimelineStretch[], until: LocalDate | null): readonly TimelineStretch[] {
  if (until === null) return stretches;
  return stretches.filter(({ from }) => from < until).map((stretch) => (stretch.until <= until ? stretch : { ...stretch, until }));
}

/** Day by day the stretch that may be told, or only the units of the one that holds. */
function merged(whole: readonly TimelineStretch[], told: readonly TimelineStretch[]): readonly TimelineStretch[] {
  const days = [...new Set([...whole, ...told].map(({ from }) => from))].sort();
  const found: { readonly source: TimelineStretch | string; readonly stretch: TimelineStretch }[] = [];
  for (const day of days) {
    const holds = whole.find((stretch) => covers(stretch, day));
    const said = told.find((stretch) => covers(stretch, day));
    if (holds === undefined) continue;
    const isTold = said !== undefined && sameUnits(holds, said);
    const next = isTold ? { source: said, stretch: said.from === day ? said : { ...said, from: day, changes: [], reason: null } } : bare(holds, day);
    if (found.at(-1)?.source !== next.source) found.push(next);
  }
  const end = whole.at(-1)?.until;
  return found.map(({ stretch }, index) => ({ ...stretch, until: found[index + 1]?.stretch.from ?? end ?? stretch.until }));
}

/** Only who has it: neither why nor by which rule. */
function bare({ outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt, until }: TimelineStretch, from: LocalDate): { readonly source: string; readonly stretch: TimelineStretch } {
  const units = { outcome, handlingUnit, authorityUnit, costUnit, interimUnit, raiseAt };
  return {
    source: JSON.stringify(units),
    stretch: { ...units, from, until, ruleIds: [], citations: [], explanation: withheldReason, changes: [], reason: null },
  };
}
