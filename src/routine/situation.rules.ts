/** Reading a situation: birthdays, tracks of facts, the agreement and the meeting outcome that hold on a day. */
import { birthday } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { covers, joinPeriods } from '../kernel/period.ts';
import type { AgreementEntry, FactFilter } from './routine.model.ts';
import type { Situation, Track } from './situation.model.ts';
import type { ContinuedNeed, Fact, FactKind, MatterType } from './vocabulary.model.ts';

/** Records of something done or assessed: before their first day they are not known. */
const recordedKinds: ReadonlySet<FactKind> = new Set(['TRANSFER_OUTCOME', 'CONTINUED_NEED', 'CO_HANDLER', 'NOTICE_GIVEN']);

const noTrack: Track = { known: [], possible: [] };

export type SituationSource = Omit<Situation, 'birthdays' | 'tracks' | 'matter'> & { readonly matter?: Situation['matter'] };

/** The situation as known on `asOf`: what is recorded later is left out; what is planned stays. */
export function situationOf(source: SituationSource, asOf: LocalDate): Situation {
  return {
    birthDate: source.birthDate,
    facts: source.facts.filter((fact) => fact.from <= asOf || !recordedKinds.has(fact.kind)),
    matter: source.matter,
    needs: source.needs,
    involvements: source.involvements,
    childConcern: source.childConcern,
    guardianInvolved: source.guardianInvolved,
    birthdays: [],
    tracks: new Map(),
  };
}

/** The same person with the matter aside. */
export function withoutMatter(situation: Situation): Situation {
  return { ...situation, matter: undefined, needs: [] };
}

/** The same situation, if everything that is not known held. */
export function supposing(situation: Situation): Situation {
  const facts = situation.facts.map((fact) => (fact.known ? fact : { ...fact, known: true }));
  return { ...situation, facts, tracks: new Map() };
}

/** The same matter without the needs that a row has settled. */
export function withoutNeeds(situation: Situation, settled: readonly string[]): Situation {
  return { ...situation, needs: situation.needs.filter((need) => !settled.includes(need.type)) };
}

/** The person's n-th birthday. @throws TypeError where the birth date is not known. */
export function birthdayIn(situation: Situation, age: number): LocalDate {
  const found = situation.birthdays[age];
  if (found !== undefined) return found;
  if (situation.birthDate === null) throw new TypeError('a condition of age needs a birth date');
  return (situation.birthdays[age] = birthday(situation.birthDate, age));
}

function passes(fact: Fact, filter: FactFilter | undefined): boolean {
  if (filter === undefined) return true;
  if (filter.placedByFosterCareService !== undefined) {
    if ((fact.placedByFosterCareService ?? false) !== filter.placedByFosterCareService) return false;
  }
  if (filter.atRisk !== undefined && (fact.atRisk ?? false) !== filter.atRisk) return false;
  if (filter.diagnosisDocumented !== undefined) {
    if ((fact.diagnosisDocumented ?? false) !== filter.diagnosisDocumented) return false;
  }
  return filter.unit === undefined || (fact.unit !== undefined && filter.unit.includes(fact.unit));
}

/** The joined periods of the facts of one kind that pass the filter. `slot` names kind and filter. */
export function trackOf(situation: Situation, slot: string, kind: FactKind, filter: FactFilter | undefined): Track {
  if (situation.facts.length === 0) return noTrack;
  const found = situation.tracks.get(slot);
  if (found !== undefined) return found;
  const facts = situation.facts.filter((fact) => fact.kind === kind && passes(fact, filter));
  const known = joinPeriods(facts.filter((fact) => fact.known));
  const track = { known, possible: facts.every((fact) => fact.known) ? known : joinPeriods(facts) };
  situation.tracks.set(slot, track);
  return track;
}

/** Of the facts in force on the day, the one recorded last. */
export function latestOf(situation: Situation, kind: FactKind, day: LocalDate): Fact | undefined {
  let latest: Fact | undefined;
  for (const fact of situation.facts) {
    if (fact.kind !== kind || !fact.known || !covers(fact, day)) continue;
    if (latest === undefined || fact.from >= latest.from) latest = fact;
  }
  return latest;
}

/** The latest assessment of the need after the age limit; nobody's, or an uncertain one, is UNKNOWN. */
export function continuedNeedOn(situation: Situation, day: LocalDate): ContinuedNeed {
  let latest: Fact | undefined;
  for (const fact of situation.facts) {
    if (fact.kind !== 'CONTINUED_NEED' || !covers(fact, day)) continue;
    if (latest === undefined || fact.from >= latest.from) latest = fact;
  }
  return latest?.known === true ? (latest.value ?? 'UNKNOWN') : 'UNKNOWN';
}

/** Whether a managers' agreement has what it takes: an end, and the approval of every side (reading X12). */
export function isComplete(fact: Fact, agreement: AgreementEntry): boolean {
  const approvedBy = fact.approvedBy ?? [];
  return fact.known && fact.until !== null && agreement.approvedBy.every((unit) => approvedBy.includes(unit));
}

/** Whether an agreement reaches the matter: one for a kind of matter covers only that. */
export function reaches(fact: Fact, matter: MatterType | undefined): boolean {
  return fact.matterType === undefined || fact.matterType === matter;
}

/** The complete agreement in force for the person or matter: the more specific first, then the latest. */
export function agreementOn(situation: Situation, agreement: AgreementEntry, day: LocalDate): Fact | undefined {
  let best: Fact | undefined;
  for (const fact of situation.facts) {
    if (fact.kind !== 'MANAGERS_AGREEMENT' || !covers(fact, day) || !isComplete(fact, agreement)) continue;
    if (!reaches(fact, situation.matter?.type)) continue;
    const moreSpecific = best?.matterType === undefined && fact.matterType !== undefined;
    const asSpecific = (best?.matterType === undefined) === (fact.matterType === undefined);
    if (best === undefined || moreSpecific || (asSpecific && fact.from >= best.from)) best = fact;
  }
  return best;
}

/** The open case that names the unit with the matter: the receiving unit's own first, then the oldest. */
export function openCaseOn(situation: Situation, day: LocalDate): Fact | undefined {
  let best: Fact | undefined;
  for (const fact of situation.facts) {
    if (fact.kind !== 'OPEN_CASE' || !fact.known || !covers(fact, day)) continue;
    if (fact.unit === situation.matter?.receivedBy) return fact;
    if (best === undefined || fact.from < best.from) best = fact;
  }
  return best;
}

/** The case that was closed last before the day. */
export function closedCaseBefore(situation: Situation, day: LocalDate): Fact | undefined {
  let best: Fact | undefined;
  for (const fact of situation.facts) {
    if (fact.kind !== 'OPEN_CASE' || !fact.known || fact.until === null || fact.until > day) continue;
    if (best === undefined || best.until === null || fact.until > best.until) best = fact;
  }
  return best;
}
