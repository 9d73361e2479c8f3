/**
 * What else could be true of a person: every way in which one recorded fact could end, go on, not come about or turn
 * out otherwise, and every fact that the routine asks about and nobody has recorded. Whether it would matter is not
 * asked here.
 */
import { addYears } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import type { Condition, FactCondition, FactFilter, VersionEntry } from '../routine/routine.model.ts';
import type { Fact, FactKind } from './question.model.ts';

/** ENDS, CONTINUES, NOT_BEGUN, WITHDRAWN: a recorded fact. HOLDS, DOES_NOT_HOLD: one that is not known. BEGINS, WAS_ONGOING: none recorded. */
export const variationKinds = ['ENDS', 'CONTINUES', 'NOT_BEGUN', 'HOLDS', 'DOES_NOT_HOLD', 'WITHDRAWN', 'BEGINS', 'WAS_ONGOING'] as const;
export type VariationKind = (typeof variationKinds)[number];

export interface Variation {
  readonly kind: VariationKind;
  /** The fact that is otherwise: as recorded, or as it would be. */
  readonly fact: Fact;
  /** Everything that would then be known of the person. */
  readonly facts: readonly Fact[];
}

const decidedKinds: ReadonlySet<FactKind> = new Set(['TRANSFER_OUTCOME', 'CONTINUED_NEED', 'NOTICE_GIVEN', 'CO_HANDLER']);

function conditionsIn(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  return [condition, ...(condition.anyOf ?? []).flatMap(conditionsIn), ...conditionsIn(condition.not)];
}

/** Every condition that decides about a person: the table of ongoing responsibility, its holder, its transfers. */
function decidingConditions(version: VersionEntry): readonly Condition[] {
  const rows = version.ongoing?.rows ?? [];
  return [
    ...rows.map(({ when }) => when),
    ...(version.holder ?? []).map(({ when }) => when),
    version.transfer?.when,
    ...(version.transfer?.deadlines ?? []).map(({ when }) => when),
  ].flatMap(conditionsIn);
}

/** The attributes that a fact must have for some condition, one fact for each. */
function attributesFor({ where }: FactCondition): readonly Partial<Fact>[] {
  if (where === undefined) return [{}];
  const { unit, ...others }: FactFilter = where;
  return unit === undefined ? [others] : unit.map((key) => ({ ...others, unit: key }));
}

/** What the routine asks about, as facts without a period. */
function askedAbout(version: VersionEntry): readonly Partial<Fact>[] {
  const asked: Partial<Fact>[] = [];
  for (const condition of decidingConditions(version)) {
    for (const fact of [...(condition.facts ?? []), ...(condition.noFacts ?? [])]) {
      asked.push(...attributesFor(fact).map((attributes) => ({ kind: fact.kind, ...attributes })));
    }
    if (condition.continuedNeed !== undefined) asked.push({ kind: 'CONTINUED_NEED', value: 'YES' }, { kind: 'CONTINUED_NEED', value: 'NO' });
    if (condition.meetingOutcome !== undefined) {
      asked.push({ kind: 'TRANSFER_OUTCOME', outcome: 'NO_TRANSFER' });
      for (const receivingUnit of version.transfer?.to ?? []) asked.push({ kind: 'TRANSFER_OUTCOME', outcome: 'TRANSFER', receivingUnit });
    }
    if (condition.agreement !== undefined) {
      const approvedBy = version.agreement?.approvedBy ?? [];
      for (const unit of approvedBy) asked.push({ kind: 'MANAGERS_AGREEMENT', unit, approvedBy });
    }
  }
  return [...new Map(asked.map((fact) => [JSON.stringify(fact), fact])).values()];
}

function isLike(fact: Fact, wanted: Partial<Fact>): boolean {
  const alike = (key: keyof Fact): boolean => wanted[key] === undefined || (fact[key] ?? false) === wanted[key];
  return fact.kind === wanted.kind && alike('unit') && alike('placedByFosterCareService') && alike('value') && alike('outcome') && alike('receivingUnit');
}

/** One recorded fact otherwise. A fact of the past that is over is not taken up. */
function ofRecorded(fact: Fact, others: readonly Fact[], asOf: LocalDate): Variation[] {
  const { from, until } = fact;
  if (until !== null && until <= asOf) return [];
  const without = { fact, facts: others };
  if (!fact.known) return [{ kind: 'HOLDS', fact, facts: [...others, { ...fact, known: true }] }, { kind: 'DOES_NOT_HOLD', ...without }];
  if (from > asOf) return decidedKinds.has(fact.kind) ? [] : [{ kind: 'NOT_BEGUN', ...without }];
  if (fact.kind === 'TRANSFER_OUTCOME') return [{ kind: 'WITHDRAWN', ...without }];
  if (decidedKinds.has(fact.kind)) return [];
  const ended = from < asOf ? [...others, { ...fact, until: asOf }] : others;
  const ends: Variation = { kind: 'ENDS', fact, facts: ended };
  if (until === null || fact.kind === 'MANAGERS_AGREEMENT') return [ends];
  return [ends, { kind: 'CONTINUES', fact, facts: [...others, { ...fact, until: null }] }];
}

/** One fact more than is recorded: from the day asked about, or all along. */
function ofAbsent(wanted: Partial<Fact>, facts: readonly Fact[], asOf: LocalDate, born: LocalDate): Variation[] {
  const { kind } = wanted;
  if (kind === undefined || facts.some((fact) => isLike(fact, wanted) && (covers(fact, asOf) || fact.from > asOf))) return [];
  const until = kind === 'MANAGERS_AGREEMENT' ? addYears(asOf, 1) : null;
  const begun: Fact = { ...wanted, kind, from: asOf, until, known: true };
  const begins: Variation = { kind: 'BEGINS', fact: begun, facts: [...facts, begun] };
  if (decidedKinds.has(kind) || kind === 'MANAGERS_AGREEMENT' || born >= asOf) return [begins];
  const ongoing: Fact = { ...begun, from: born };
  return [begins, { kind: 'WAS_ONGOING', fact: ongoing, facts: [...facts, ongoing] }];
}

/** Every variation of one fact. `born` is the birth date, or the earliest that it may be. */
export function factVariations(version: VersionEntry, facts: readonly Fact[], asOf: LocalDate, born: LocalDate): readonly Variation[] {
  const recorded = facts.flatMap((fact, index) => ofRecorded(fact, facts.filter((_, other) => other !== index), asOf));
  return [...recorded, ...askedAbout(version).flatMap((wanted) => ofAbsent(wanted, facts, asOf, born))];
}
