/** Which axes a table has: only those that its own conditions and units read, with only the values they tell apart. */
import { addDays, addYears, birthday } from '../../kernel/local-date.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { agesIn } from '../condition.rules.ts';
import type { Condition, FactCondition, VersionEntry } from '../routine.model.ts';
import type { RoutineVersion } from '../version.model.ts';
import { matterTypes, needTypes } from '../vocabulary.model.ts';
import type { AskKind, FactKind, MatterType, NeedType, UnitKey } from '../vocabulary.model.ts';
import { factChoices } from './fact-choices.rules.ts';
import type { Distinctions } from './fact-choices.rules.ts';
import { involvementChoices, needChoices, representatives, sectionChoices, typeChoices, unitChoices, yesOrNo } from './matter-choices.rules.ts';
import type { AgePoint, AxisName, Box, Choice, Look } from './space.model.ts';
import { situationFrom } from './space.rules.ts';

/** What a table reads: its conditions as written, and its looks. */
export interface Reading {
  readonly ask: AskKind;
  readonly version: RoutineVersion;
  readonly conditions: readonly Condition[];
  readonly looks: readonly Look<unknown>[];
  /** Lists of needs that rows settle. */
  readonly settles: readonly (readonly NeedType[])[];
}

/** The condition and every one inside it. */
export function withNested(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  return [condition, ...(condition.anyOf ?? []).flatMap(withNested), ...withNested(condition.not)];
}

/** A day of the version on which birthdays of every age fall where they should: none near 29 February. */
export function dayIn(version: RoutineVersion): LocalDate {
  const isLeap = (date: LocalDate): boolean => date.slice(5) >= '02-27' && date.slice(5) <= '03-01';
  return isLeap(version.from) ? addDays(version.from, 4) : version.from;
}

/** Years after the last birthday that makes a difference: time enough for what was in force then to have ended. */
const longAfter = 5;

/**
 * The day of birth; for each age that the conditions mention the last day before the birthday, and the birthday; and a
 * day long after the last of them. Between two birthdays nothing but facts changes, and the last day has seen most.
 */
export function agePoints({ version, conditions }: Reading): readonly AgePoint[] {
  const day = dayIn(version);
  const ages = [...new Set(conditions.flatMap(agesIn))].sort((a, b) => a - b).filter((age) => age > 0);
  const oldest = ages.at(-1);
  if (oldest === undefined) return [{ birthDate: addYears(day, -30), day }];
  const turning = ages.flatMap((age) => {
    const birthDate = addYears(day, -age);
    return [{ birthDate: addDays(birthDate, 1), day }, { birthDate, day }];
  });
  return [{ birthDate: day, day }, ...turning, { birthDate: addYears(day, -oldest - longAfter), day }];
}

function factsIn(conditions: readonly Condition[], kind: FactKind): readonly FactCondition[] {
  return conditions.flatMap(({ facts, noFacts }) => [...(facts ?? []), ...(noFacts ?? [])]).filter((fact) => fact.kind === kind);
}

function unitsOf(entry: VersionEntry): readonly UnitKey[] {
  return Object.entries(entry.units).filter(([, { kind }]) => kind !== 'JOINT').map(([unit]) => unit);
}

function typesOf({ conditions }: Reading): readonly MatterType[] {
  return representatives(matterTypes, conditions.map(({ matter }) => matter ?? []));
}

function needsOf({ conditions, settles }: Reading): readonly Choice[] {
  const asked = conditions.flatMap(({ needs }) => needs ?? []);
  const only = conditions.map(({ onlyNeeds }) => onlyNeeds ?? []);
  const groups = representatives(needTypes, [...asked.map(({ anyOf }) => anyOf), ...only, ...settles]);
  const evident = asked.filter(({ clearlyEvident }) => clearlyEvident !== undefined).flatMap(({ anyOf }) => anyOf);
  return needChoices(groups, new Set(evident));
}

function familyOf({ version, conditions }: Reading): readonly UnitKey[] {
  const named = conditions.flatMap(({ unitsInclude, investigationAt }) => [...(unitsInclude ?? []), ...(investigationAt ?? [])]);
  const most = Math.max(2, ...conditions.map(({ unitsAtLeast }) => unitsAtLeast ?? 0));
  const others = unitsOf(version.entry).filter((unit) => !named.includes(unit));
  const mentioned = [...new Set(named)];
  return [...mentioned, ...others.slice(0, Math.max(1, most - mentioned.length))];
}

function kindOf(axis: AxisName): FactKind | undefined {
  return axis.startsWith('fact ') ? (axis.slice('fact '.length) as FactKind) : undefined;
}

function distinctionsOf(reading: Reading, axis: AxisName, kind: FactKind, point: AgePoint): Distinctions {
  const { version, conditions, looks } = reading;
  const facts = factsIn(conditions, kind);
  const own = looks.filter(({ reads }) => reads.includes(axis));
  const types = typesOf(reading);
  const units = unitsOf(version.entry);
  const agesOf = (condition: FactCondition): number[] => agesIn({ facts: [condition] });
  return {
    ages: [...new Set(facts.flatMap(agesOf))],
    yearsAfterEnd: facts.flatMap((fact) => fact.ended?.withinYears ?? []),
    units,
    approvers: version.entry.agreement?.approvedBy ?? [],
    receivers: version.entry.transfer?.to ?? units.slice(-1),
    types: types.slice(0, 1),
    signature: signatureBy(own, point, types, units),
  };
}

/** What the looks read off a history, whatever else they read with it. */
function signatureBy(looks: readonly Look<unknown>[], point: AgePoint, types: readonly MatterType[], units: readonly UnitKey[]): Distinctions['signature'] {
  const withTypes = looks.filter(({ reads }) => reads.includes('type'));
  const withUnits = looks.filter(({ reads }) => reads.includes('receivedBy'));
  const alone = looks.filter((look) => !withTypes.includes(look) && !withUnits.includes(look));
  const groups = [
    { read: alone, beside: [{}] },
    { read: withTypes, beside: typeChoices(types) },
    { read: withUnits, beside: unitChoices('receivedBy', units) },
  ].filter(({ read }) => read.length > 0);
  return (choice) => {
    let text = '';
    for (const { read, beside } of groups) {
      for (const other of beside) {
        const situation = situationFrom(point, { ...choice, ...other });
        for (const look of read) text += `${String(look.at(situation, point.day))} `;
      }
    }
    return text;
  };
}

function choicesOf(axis: AxisName, reading: Reading, point: AgePoint): readonly Choice[] {
  const { version, conditions } = reading;
  const units = unitsOf(version.entry);
  const kind = kindOf(axis);
  if (kind !== undefined) return factChoices(kind, point, distinctionsOf(reading, axis, kind, point));
  switch (axis) {
    case 'type':
      return typeChoices(typesOf(reading));
    case 'receivedBy':
      return unitChoices('receivedBy', representatives(units, conditions.map(({ receivedBy }) => receivedBy ?? [])));
    case 'ownerUnit':
      return unitChoices('ownerUnit', units.slice(-1));
    case 'sections':
      return sectionChoices(version.entry.sections);
    case 'householdHasChildren':
      return yesOrNo((yes) => (yes ? { matter: { householdHasChildren: true } } : {}));
    case 'parallelNeed':
      return yesOrNo((yes) => (yes ? { matter: { parallelNeed: false } } : {}));
    case 'needs':
      return needsOf(reading);
    case 'involvements':
      return involvementChoices(familyOf(reading), birthday(point.birthDate, 0));
    case 'childConcern':
      return yesOrNo((childConcern) => ({ childConcern }));
    case 'guardianInvolved':
      return yesOrNo((guardianInvolved) => ({ guardianInvolved }));
    default:
      return [{}];
  }
}

/** The axes of a table at an age, each with its choices. */
export function axesOf(reading: Reading, point: AgePoint): ReadonlyMap<AxisName, readonly Choice[]> {
  const names = new Set(reading.looks.flatMap(({ reads }) => reads));
  if (reading.settles.length > 0) names.add('needs');
  return new Map([...names].map((axis) => [axis, choicesOf(axis, reading, point)]));
}

/** Everything that may be asked: a new matter says of what kind it is, or which sections it concerns. */
export function wholeOf({ ask }: Reading, axes: ReadonlyMap<AxisName, readonly Choice[]>): readonly Box[] {
  const all = new Map([...axes].map(([axis, choices]) => [axis, choices.map((_, number) => number)]));
  const types = all.get('type');
  if (ask !== 'NEW_MATTER' || types === undefined) return [all];
  const typed = new Map(all).set('type', types.slice(1));
  const sections = all.get('sections') ?? [];
  if (sections.length < 2) return [typed];
  return [typed, new Map(all).set('type', [0]).set('sections', sections.slice(1))];
}
