/** Boxes of situations: the whole of what a table can tell apart at an age, cut where a condition tells apart. */
import { situationOf, withoutNeeds } from '../situation.rules.ts';
import { NO, UNSURE, YES, type Situation, type Truth } from '../situation.model.ts';
import type { Matter } from '../vocabulary.model.ts';
import type { AgePoint, AxisName, Box, Choice, Formula, Glance, Leaf, Look, RowView } from './space.model.ts';

export interface Space {
  readonly point: AgePoint;
  readonly axes: ReadonlyMap<AxisName, readonly Choice[]>;
  /** The rows of the table of ongoing responsibility, for conditions and words that ask it. */
  readonly ongoing: readonly RowView[];
  readonly seen: Map<Look<unknown>, Map<string, unknown>>;
}

type Numbers = readonly (readonly [AxisName, number])[];

const matterAxes: ReadonlySet<AxisName> = new Set<AxisName>([
  'type', 'receivedBy', 'householdHasChildren', 'ownerUnit', 'sections', 'parallelNeed', 'needs',
]);

/** What the numbers choose, put together. */
export function chosen(space: Pick<Space, 'axes'>, numbers: Numbers): Choice {
  const choices = numbers.flatMap(([axis, number]) => space.axes.get(axis)?.[number] ?? []);
  const matter = choices.reduce<Matter>((sum, choice) => ({ ...sum, ...choice.matter }), {});
  return {
    ...choices.reduce((sum, choice) => ({ ...sum, ...choice }), {}),
    facts: choices.flatMap((choice) => choice.facts ?? []),
    matter,
  };
}

/** A situation as the engine sees it. */
export function situationFrom({ birthDate, day }: AgePoint, choice: Choice): Situation {
  const { facts = [], matter, needs = [], involvements = [], childConcern = false, guardianInvolved = false } = choice;
  const asked = matter === undefined ? {} : { matter };
  return situationOf({ birthDate, facts, ...asked, needs, involvements, childConcern, guardianInvolved }, day);
}

/** The first situation of a box. */
export function firstOf(space: Space, box: Box): Choice {
  return chosen(space, [...box].map(([axis, numbers]) => [axis, numbers[0] ?? 0]));
}

/** How many situations a box holds. */
export function sizeOf(box: Box): number {
  return [...box.values()].reduce((size, numbers) => size * numbers.length, 1);
}

function resultOf(space: Space, look: Look<unknown>, numbers: Numbers, settled: readonly string[]): unknown {
  let results = space.seen.get(look);
  if (results === undefined) space.seen.set(look, (results = new Map<string, unknown>()));
  const key = `${numbers.map(([, number]) => number).join(' ')}${look.reads.includes('needs') ? settled.join(' ') : ''}`;
  if (results.has(key)) return results.get(key);
  const situation = situationFrom(space.point, chosen(space, numbers));
  const result = look.at(settled.length === 0 ? situation : withoutNeeds(situation, settled), space.point.day);
  results.set(key, result);
  return result;
}

type Parts = Iterable<readonly [unknown, Box]>;

/** Cuts a box by a look: one part for each result, and for each value of all but the last axis it reads. */
function* cutByLook(space: Space, look: Look<unknown>, box: Box, settled: readonly string[], fixed: Numbers = []): Parts {
  const axis = look.reads[fixed.length];
  if (axis === undefined) {
    yield [resultOf(space, look, fixed, settled), box];
    return;
  }
  const numbers = box.get(axis) ?? [0];
  if (fixed.length < look.reads.length - 1) {
    for (const number of numbers) {
      yield* cutByLook(space, look, new Map(box).set(axis, [number]), settled, [...fixed, [axis, number]]);
    }
    return;
  }
  const groups = new Map<unknown, number[]>();
  for (const number of numbers) {
    const result = resultOf(space, look, [...fixed, [axis, number]], settled);
    const group = groups.get(result);
    if (group === undefined) groups.set(result, [number]);
    else group.push(number);
  }
  for (const [result, group] of groups) yield [result, groups.size === 1 ? box : new Map(box).set(axis, group)];
}

/** Cuts a box by what the table of ongoing responsibility says, matters aside. */
function* cutByOngoing(space: Space, at: (situation: Situation, day: AgePoint['day']) => unknown, box: Box): Parts {
  const aside = new Map([...box].map(([axis, numbers]) => [axis, matterAxes.has(axis) ? [0] : numbers]));
  const withMatter = (part: Box): Box => new Map([...part].map(([axis, numbers]) => [axis, matterAxes.has(axis) ? (box.get(axis) ?? numbers) : numbers]));
  for (const { box: leaf, decider, inPlay } of walk(space, space.ongoing, aside)) {
    const glances = [...(decider?.words ?? []), ...inPlay.flatMap(({ words, gapWords }) => [...words, ...gapWords])];
    for (const part of cutByAll(space, glances, leaf, [])) {
      yield [at(situationFrom(space.point, firstOf(space, part)), space.point.day), withMatter(part)];
    }
  }
}

function* cut(space: Space, glance: Glance, box: Box, settled: readonly string[]): Parts {
  if (glance.kind === 'look') yield* cutByLook(space, glance, box, settled);
  else if (glance.kind === 'ongoing') yield* cutByOngoing(space, glance.at, box);
  else yield* holds(space, glance, box, settled);
}

/** Cuts a box until each part reads the same in every glance. */
export function* cutByAll(space: Space, glances: readonly Glance[], box: Box, settled: readonly string[]): Iterable<Box> {
  const [first, ...rest] = glances;
  if (first === undefined) {
    yield box;
    return;
  }
  for (const [, part] of cut(space, first, box, settled)) yield* cutByAll(space, rest, part, settled);
}

type Judged = Iterable<readonly [Truth, Box]>;

/** The least of several (`all`, ends at NO) or the greatest (`any`, ends at YES). */
function* several(space: Space, parts: readonly Formula[], box: Box, settled: readonly string[], isAll: boolean, sofar: Truth): Judged {
  const [first, ...rest] = parts;
  if (first === undefined || sofar === (isAll ? NO : YES)) {
    yield [sofar, box];
    return;
  }
  for (const [truth, part] of holds(space, first, box, settled)) {
    const next = isAll ? Math.min(sofar, truth) : Math.max(sofar, truth);
    yield* several(space, rest, part, settled, isAll, next as Truth);
  }
}

/** Cuts a box by a condition: parts in which it holds, does not, or is not known. */
export function* holds(space: Space, formula: Formula, box: Box, settled: readonly string[]): Judged {
  switch (formula.kind) {
    case 'look':
      yield* cutByLook(space, formula, box, settled) as Judged;
      return;
    case 'ongoing':
      yield* cutByOngoing(space, formula.at, box) as Judged;
      return;
    case 'not':
      for (const [truth, part] of holds(space, formula.part, box, settled)) yield [(YES - truth) as Truth, part];
      return;
    case 'all':
      yield* several(space, formula.parts, box, settled, true, YES);
      return;
    case 'any':
      yield* several(space, formula.parts, box, settled, false, NO);
      return;
  }
}

/** The needs that are left when some are settled: whether there are any. */
const needsLeft: Look<unknown> = { kind: 'look', reads: ['needs'], at: ({ needs }) => needs.length > 0 };

/**
 * Follows the rows from the top, as the engine does: into the first that holds, past those that are not known to, and
 * past those that only settle some of the needs. The leaves share no situation and leave none out.
 */
export function* walk(
  space: Space,
  rows: readonly RowView[],
  box: Box,
  inPlay: readonly RowView[] = [],
  settled: readonly string[] = [],
): Iterable<Leaf> {
  const [view, ...below] = rows;
  if (view === undefined) {
    yield { box, decider: null, inPlay, settled };
    return;
  }
  for (const [truth, part] of holds(space, view.when, box, settled)) {
    if (truth === NO) yield* walk(space, below, part, inPlay, settled);
    else if (truth === UNSURE) yield* walk(space, below, part, [...inPlay, view], settled);
    else if (view.row.settles === null) yield { box: part, decider: view, inPlay, settled };
    else {
      const all = [...settled, ...view.row.settles];
      for (const [isLeft, rest] of cutByLook(space, needsLeft, part, all)) {
        if (isLeft === false && view.row.settles.length > 0) yield { box: rest, decider: view, inPlay, settled };
        else yield* walk(space, below, rest, [...inPlay, view], all);
      }
    }
  }
}
