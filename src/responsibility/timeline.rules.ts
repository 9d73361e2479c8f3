/** A person's responsibility over time: stretches of one answer, each with the reason why the one before ended. */
import { birthday } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import { situationOf } from '../routine/situation.rules.ts';
import type { Situation } from '../routine/situation.model.ts';
import { isSameAnswer } from '../routine/table.model.ts';
import type { Verdict } from '../routine/table.model.ts';
import { versionOn } from '../routine/version.model.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { Forum, Outcome } from './answer.model.ts';
import { routineOf } from './decide.rules.ts';
import { explain } from './explanation.rules.ts';
import type { FactKind, Question, UnitKey } from './question.model.ts';
import { changePoints, verdictOn } from './stretch.rules.ts';
import type { View } from './stretch.rules.ts';

/** What happens on the day a stretch begins. */
export type Change =
  | { readonly kind: 'BIRTHDAY'; readonly age: number }
  | { readonly kind: 'FACT_BEGINS' | 'FACT_ENDS'; readonly fact: FactKind }
  | { readonly kind: 'NEW_VERSION' };

/** Half-open stretch `[from, until)` of one answer. The last ends with the timeline, whether or not its answer does. */
export interface TimelineStretch {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly outcome: Outcome;
  readonly handlingUnit: UnitKey | null;
  readonly authorityUnit: UnitKey | null;
  readonly costUnit: UnitKey | null;
  readonly interimUnit: UnitKey | null;
  readonly raiseAt: Forum | null;
  readonly ruleIds: readonly string[];
  readonly explanation: Bilingual;
  /** Why it begins; empty for the first. */
  readonly changes: readonly Change[];
  readonly reason: Bilingual | null;
}

const factNames: Readonly<Record<FactKind, Bilingual>> = {
  LVU_CARE: { sv: 'LVU-vården', en: 'the LVU care' },
  FAMILY_HOME_PLACEMENT: { sv: 'familjehemsplaceringen', en: 'the family-home placement' },
  INSTITUTION_PLACEMENT: { sv: 'institutionsplaceringen', en: 'the institution placement' },
  UPPER_SECONDARY_STUDIES: { sv: 'gymnasiestudierna', en: 'the upper-secondary studies' },
  OPEN_CASE: { sv: 'det öppna ärendet', en: 'the open case' },
  MANAGERS_AGREEMENT: { sv: 'chefernas överenskommelse', en: "the managers' agreement" },
  TRANSFER_OUTCOME: { sv: 'mötets beslut om överföring', en: "the meeting's decision on transfer" },
  CONTINUED_NEED: { sv: 'bedömningen av fortsatt behov', en: 'the assessment of continued need' },
  CO_HANDLER: { sv: 'medhandläggningen', en: 'the co-handling' },
  NOTICE_GIVEN: { sv: 'aviseringen', en: 'the notice' },
  HOMELESS: { sv: 'hemlösheten', en: 'the homelessness' },
  MENTAL_DISABILITY: { sv: 'den psykiska funktionsnedsättningen', en: 'the mental disability' },
};

function changesOn(view: View, day: LocalDate): Change[] {
  const { situation, routine } = view;
  const changes: Change[] = [];
  const ages = new Set(routine.versions.flatMap((version) => version.ages));
  for (const age of ages) {
    if (situation.birthDate !== null && birthday(situation.birthDate, age) === day) changes.push({ kind: 'BIRTHDAY', age });
  }
  for (const { kind, from, until } of situation.facts) {
    if (until === day) changes.push({ kind: 'FACT_ENDS', fact: kind });
    if (from === day) changes.push({ kind: 'FACT_BEGINS', fact: kind });
  }
  if (routine.versions.some((version) => version.from === day)) changes.push({ kind: 'NEW_VERSION' });
  return changes;
}

function wordsFor(change: Change): Bilingual {
  switch (change.kind) {
    case 'BIRTHDAY':
      return { sv: `personen fyller ${String(change.age)}`, en: `the person turns ${String(change.age)}` };
    case 'FACT_BEGINS':
      return { sv: `${factNames[change.fact].sv} börjar`, en: `${factNames[change.fact].en} begins` };
    case 'FACT_ENDS':
      return { sv: `${factNames[change.fact].sv} upphör`, en: `${factNames[change.fact].en} ends` };
    default:
      return { sv: 'en ny version av rutinen börjar gälla', en: 'a new version of the routine comes into force' };
  }
}

function reasonFor(changes: readonly Change[]): Bilingual | null {
  if (changes.length === 0) return null;
  const words = changes.map(wordsFor);
  return { sv: words.map(({ sv }) => sv).join(' och '), en: words.map(({ en }) => en).join(' and ') };
}

function stretchOf(view: View, situation: Situation, verdict: Verdict, from: LocalDate, until: LocalDate): TimelineStretch {
  const version = versionOn(view.routine, from) ?? view.routine.versions[0];
  const dates = { asOf: from, validFrom: from, validTo: until, nextTransfer: until };
  return {
    from,
    until,
    outcome: verdict.outcome,
    handlingUnit: verdict.handling,
    authorityUnit: verdict.authority,
    costUnit: verdict.cost,
    interimUnit: verdict.interim,
    raiseAt: verdict.raiseAt,
    ruleIds: verdict.row.ids,
    explanation: version === undefined ? { sv: '', en: '' } : explain(version, situation, verdict, dates),
    changes: [],
    reason: null,
  };
}

/**
 * The stretches of ongoing responsibility from `from` until the person turns `untilAge`, as known on `question.asOf`.
 * Empty where the birth date is not fully known or the routine has no table of ongoing responsibility.
 */
export function timeline(question: Question, routines: RoutineLibrary, from: LocalDate, untilAge: number): readonly TimelineStretch[] {
  const { birthDate } = question;
  if (birthDate === null) return [];
  const situation = situationOf(question, question.asOf);
  const view: View = { routine: routineOf(question, routines), ask: 'ONGOING', situation };
  const start = from < birthDate ? birthDate : from;
  const end = birthday(birthDate, untilAge);
  const first = verdictOn(view, start);
  if (first === null || end <= start) return [];
  const found: { from: LocalDate; verdict: Verdict }[] = [{ from: start, verdict: first }];
  for (const point of changePoints(view)) {
    if (point <= start || point >= end) continue;
    const verdict = verdictOn(view, point);
    const last = found.at(-1);
    if (verdict !== null && last !== undefined && !isSameAnswer(last.verdict, verdict)) found.push({ from: point, verdict });
  }
  return found.map(({ from: begins, verdict }, index) => {
    const changes = index === 0 ? [] : changesOn(view, begins);
    const until = found[index + 1]?.from ?? end;
    return { ...stretchOf(view, situation, verdict, begins, until), changes, reason: reasonFor(changes) };
  });
}
