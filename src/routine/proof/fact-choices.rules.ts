/**
 * The histories of one kind of fact that a routine can tell apart: never, in force, ended, begun before or after a
 * birthday, taken up again, not known. Two histories that every condition reads alike are one; the first stands for both.
 */
import { addDays, addYears, birthday } from '../../kernel/local-date.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Period } from '../../kernel/period.ts';
import { continuedNeeds } from '../vocabulary.model.ts';
import type { Fact, FactKind, MatterType, UnitKey } from '../vocabulary.model.ts';
import type { AgePoint, Choice } from './space.model.ts';

/** What histories may be told apart by. */
export interface Distinctions {
  readonly ages: readonly number[];
  readonly yearsAfterEnd: readonly number[];
  readonly units: readonly UnitKey[];
  readonly approvers: readonly UnitKey[];
  readonly receivers: readonly UnitKey[];
  readonly types: readonly MatterType[];
  /** Everything the conditions read off a history, as text. */
  readonly signature: (choice: Choice) => string;
}

type Attributes = Partial<Omit<Fact, 'kind' | 'from' | 'until' | 'known'>>;

const certain: ReadonlySet<FactKind> = new Set(['MANAGERS_AGREEMENT', 'TRANSFER_OUTCOME', 'CONTINUED_NEED', 'CO_HANDLER', 'NOTICE_GIVEN']);
const mostHistories = 2000;

function attributesOf(kind: FactKind, { units, approvers, receivers, types }: Distinctions): readonly Attributes[] {
  switch (kind) {
    case 'FAMILY_HOME_PLACEMENT':
      return [{ placedByFosterCareService: true }, {}];
    case 'HOMELESS':
      return [{}, { atRisk: true }];
    case 'MENTAL_DISABILITY':
      return [{ diagnosisDocumented: true }, {}];
    case 'OPEN_CASE':
    case 'CO_HANDLER':
      return units.map((unit) => ({ unit }));
    case 'CONTINUED_NEED':
      return continuedNeeds.map((value) => ({ value }));
    case 'TRANSFER_OUTCOME':
      return [
        { outcome: 'NO_TRANSFER' },
        { outcome: 'TRANSFER' },
        ...receivers.map((receivingUnit) => ({ outcome: 'TRANSFER', receivingUnit }) as const),
      ];
    case 'MANAGERS_AGREEMENT': {
      const whole = approvers.map((unit) => ({ unit, approvedBy: approvers }));
      const forOne = types.map((matterType) => ({ ...whole[0], matterType }));
      return [...whole, ...forOne, { ...whole[0], approvedBy: approvers.slice(1) }];
    }
    case 'LVU_CARE':
    case 'INSTITUTION_PLACEMENT':
    case 'UPPER_SECONDARY_STUDIES':
    case 'NOTICE_GIVEN':
      return [{}];
  }
}

function inOrder(dates: readonly LocalDate[]): LocalDate[] {
  return [...new Set(dates)].sort();
}

/** Periods that begin and end on either side of every birthday and day that can make a difference. */
function periodsAround({ birthDate, day }: AgePoint, { ages, yearsAfterEnd }: Distinctions): Period[] {
  const birthdays = ages.map((age) => birthday(birthDate, age));
  const next = (date: LocalDate): LocalDate => addDays(date, 1);
  const backwards = yearsAfterEnd.map((years) => addYears(day, -years));
  const firsts = inOrder([birthDate, ...birthdays, day, next(day)]).filter((date) => date >= birthDate);
  const ends = inOrder([...birthdays, day, ...backwards].flatMap((date) => [date, next(date)]));
  return firsts.flatMap((from) => [{ from, until: null }, ...ends.filter((until) => until > from).map((until) => ({ from, until }))]);
}

/** One history for each that the conditions can tell apart; the first is that there is no such fact. */
export function factChoices(kind: FactKind, point: AgePoint, distinctions: Distinctions): readonly Choice[] {
  const doubts = certain.has(kind) ? [true] : [true, false];
  const periods = periodsAround(point, distinctions);
  const single = attributesOf(kind, distinctions).flatMap((attributes) =>
    doubts.flatMap((known) => periods.map((period): Fact => ({ kind, ...period, known, ...attributes }))),
  );
  const found = new Map<string, Choice>();
  const none: Choice = { facts: [] };
  found.set(distinctions.signature(none), none);
  // Each history that reads like no other is tried again with one more fact beside it.
  for (const { facts = [] } of found.values()) {
    if (facts.length > 2 || found.size > mostHistories) break;
    for (const fact of single) {
      const choice: Choice = { facts: [...facts, fact] };
      const signature = distinctions.signature(choice);
      if (!found.has(signature)) found.set(signature, choice);
    }
  }
  return [...found.values()];
}
