/** The matters, needs and families that a routine can tell apart; the first of each is that nothing is said. */
import type { LocalDate } from '../../kernel/local-date.ts';
import { sectionsSpan } from '../condition.rules.ts';
import type { SectionsEntry } from '../routine.model.ts';
import { situationOf } from '../situation.rules.ts';
import { sections as allSections } from '../vocabulary.model.ts';
import type { Involvement, MatterType, Need, NeedType, Section, UnitKey } from '../vocabulary.model.ts';
import type { Choice } from './space.model.ts';

/** Groups values that belong to the same of the sets; the first of each group stands for it. */
export function representatives<Value>(values: readonly Value[], sets: readonly (readonly Value[])[]): readonly Value[] {
  const found = new Map<string, Value>();
  for (const value of values) {
    const key = sets.map((set) => (set.includes(value) ? '1' : '0')).join('');
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

export function typeChoices(types: readonly MatterType[]): readonly Choice[] {
  return [{}, ...types.map((type) => ({ matter: { type } }))];
}

export function unitChoices(field: 'receivedBy' | 'ownerUnit', units: readonly UnitKey[]): readonly Choice[] {
  return [{}, ...units.map((unit) => ({ matter: { [field]: unit } }))];
}

/** Sections of one side, of two, outside both; one combination for each span. */
export function sectionChoices(entry: SectionsEntry | undefined): readonly Choice[] {
  const found = new Map<string, Choice>([['', {}]]);
  if (entry === undefined) return [{}];
  const one = allSections.map((section): readonly Section[] => [section]);
  const two = one.flatMap((first) => allSections.filter((other) => !first.includes(other)).map((other) => [...first, other]));
  for (const sections of [...one, ...two]) {
    const choice: Choice = { matter: { sections } };
    const span = sectionsSpan(situationOf({ ...nothing, ...choice }, '0001-01-01' as LocalDate), entry);
    if (!found.has(span)) found.set(span, choice);
  }
  return [...found.values()];
}

const nothing = { birthDate: null, facts: [], needs: [], involvements: [], childConcern: false, guardianInvolved: false } as const;

/**
 * Every combination of needs: each group absent, suspected, or clearly evident where some condition asks for that.
 * Taking a group away gives another of the combinations, as rows that settle needs do.
 */
export function needChoices(groups: readonly NeedType[], evidentMatters: ReadonlySet<NeedType>): readonly Choice[] {
  let combinations: readonly (readonly Need[])[] = [[]];
  for (const type of groups) {
    const states = evidentMatters.has(type) ? [false, true] : [true];
    combinations = combinations.flatMap((needs) => [needs, ...states.map((clearlyEvident) => [...needs, { type, clearlyEvident }])]);
  }
  return combinations.map((needs) => (needs.length === 0 ? {} : { needs }));
}

/** Every combination of units in a family: absent, in contact, or investigating. At least one is there. */
export function involvementChoices(units: readonly UnitKey[], since: LocalDate): readonly Choice[] {
  let combinations: readonly (readonly Involvement[])[] = [[]];
  for (const unit of units) {
    const involved = (investigationOpen: boolean): Involvement => ({
      unit,
      caseworker: unit.toLowerCase(),
      caseworkerContactSince: since,
      unitContactSince: since,
      investigationOpen,
    });
    combinations = combinations.flatMap((others) => [others, [...others, involved(false)], [...others, involved(true)]]);
  }
  return combinations.filter((involvements) => involvements.length > 0).map((involvements) => ({ involvements }));
}

export function yesOrNo(add: (yes: boolean) => Choice): readonly Choice[] {
  return [add(false), add(true)];
}
