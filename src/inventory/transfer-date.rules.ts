/** When a person's responsibility moves, or moved, from the giving side: by the routine's own answers day by day. */
import { addDays } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { birthdayIn, situationOf } from '../routine/situation.rules.ts';
import type { Situation } from '../routine/situation.model.ts';
import type { Verdict } from '../routine/table.model.ts';
import type { Routine, RoutineVersion } from '../routine/version.model.ts';
import type { ContinuedNeed, Fact } from '../routine/vocabulary.model.ts';
import { changePoints, nextTransfer, verdictOn } from '../responsibility/stretch.rules.ts';
import type { View } from '../responsibility/stretch.rules.ts';

/** One person under one routine version, as known on the snapshot date. */
export interface Outlook {
  readonly version: RoutineVersion;
  readonly view: View;
  /**
   * What tells the day of transfer: known facts alone, without meeting outcomes, which decide whether and to whom but
   * not when (R3-50, R3-53), and as though the open cases had always been open.
   */
  readonly dated: View;
  readonly birthDate: LocalDate;
  readonly snapshot: LocalDate;
  /** What the routine answers on the snapshot date. */
  readonly verdict: Verdict;
  readonly transferDate: LocalDate | null;
  readonly isProjected: boolean;
}

/** A person's situation under the routine, with everything recorded. */
export function viewOf(routine: Routine, birthDate: LocalDate, facts: readonly Fact[], snapshot: LocalDate): View {
  const source = { birthDate, facts, needs: [], involvements: [], childConcern: false, guardianInvolved: false };
  return { routine, ask: 'ONGOING', situation: situationOf(source, snapshot) };
}

function datingFacts(facts: readonly Fact[], birthDate: LocalDate): readonly Fact[] {
  const dating = facts.filter(({ kind, known }) => known && kind !== 'TRANSFER_OUTCOME');
  return dating.map((fact) => (fact.kind === 'OPEN_CASE' ? { ...fact, from: birthDate } : fact));
}

/** The situation as it would be with that assessment of the need, made at birth and never changed. */
export function assumingNeed(situation: Situation, value: ContinuedNeed): Situation {
  const from = situation.birthDate;
  if (from === null) throw new TypeError('an assumption of need is for a known birth date');
  const facts = situation.facts.filter(({ kind }) => kind !== 'CONTINUED_NEED');
  return { ...situation, facts: [...facts, { kind: 'CONTINUED_NEED', from, until: null, known: true, value }], tracks: new Map() };
}

/** Works out when responsibility moves: the coming change of sides, or the last one where it has moved already. */
export function outlookOf(
  routine: Routine,
  version: RoutineVersion,
  birthDate: LocalDate,
  facts: readonly Fact[],
  snapshot: LocalDate,
  view = viewOf(routine, birthDate, facts, snapshot),
): Outlook {
  const dated = viewOf(routine, birthDate, datingFacts(facts, birthDate), snapshot);
  const isWithGiver = (day: LocalDate): boolean => version.transfer?.isGiving(verdictOn(dated, day)?.authority ?? null) ?? false;
  const [verdict, present] = [verdictOn(view, snapshot), verdictOn(dated, snapshot)];
  if (verdict === null || present === null) throw new RangeError('the routine has no table of ongoing responsibility');
  const common = { version, view, dated, birthDate, snapshot, verdict };
  const points = changePoints(dated);
  if (isWithGiver(snapshot)) {
    const coming = nextTransfer(dated, version, points, snapshot, present);
    return { ...common, transferDate: coming.date, isProjected: coming.isProjected };
  }
  const moved = points.findLast((point) => point <= snapshot && !isWithGiver(point) && isWithGiver(addDays(point, -1)));
  return { ...common, transferDate: moved ?? null, isProjected: false };
}

/** The verdict on the last day before the transfer, or on the snapshot date where there is none. */
export function verdictBefore({ dated, verdict, transferDate }: Outlook): Verdict {
  return transferDate === null ? verdict : (verdictOn(dated, addDays(transferDate, -1)) ?? verdict);
}

/** Whether the routine has no answer on the day, whatever the need of support is. */
export function isGapOn({ view }: Outlook, day: LocalDate): boolean {
  if (verdictOn(view, day)?.outcome !== 'UNDETERMINED') return false;
  const withoutNeed: View = { ...view, situation: assumingNeed(view.situation, 'NO') };
  return verdictOn(withoutNeed, day)?.outcome === 'UNDETERMINED';
}

/** Whether the day is one of the birthdays that the routine speaks of. */
export function isAgeLimit({ version, view }: Outlook, day: LocalDate): boolean {
  return version.ages.some((age) => birthdayIn(view.situation, age) === day);
}
