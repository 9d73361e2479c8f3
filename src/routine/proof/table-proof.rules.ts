/**
 * The proof of one table: every situation meets a row that answers, every row is met, and no order of rows decides
 * between two different answers without the file saying so.
 */
import type { LocalDate } from '../../kernel/local-date.ts';
import type { RowEntry } from '../routine.model.ts';
import { openCaseOn } from '../situation.rules.ts';
import { YES, type Situation } from '../situation.model.ts';
import type { Row, Table, Verdict } from '../table.model.ts';
import type { AskKind } from '../vocabulary.model.ts';
import { agePoints, axesOf, wholeOf } from './axes.rules.ts';
import type { Reading } from './axes.rules.ts';
import type { AskedQuestion, Finding, TableProof } from './finding.model.ts';
import { declarationFaults, isDeclared } from './order.rules.ts';
import { questionOf } from './question.rules.ts';
import type { AgePoint, Box, Choice, Leaf, RowView } from './space.model.ts';
import { cutByAll, firstOf, holds, situationFrom, sizeOf, walk } from './space.rules.ts';
import type { Space } from './space.rules.ts';

/** A table to prove: its rows taken apart, and where they stand in the file. */
export interface Provable {
  readonly key: string;
  readonly path: Finding['path'];
  readonly table: Table;
  readonly rows: readonly RowView[];
  readonly reading: Reading;
  readonly ongoing: readonly RowView[];
}

interface Course {
  readonly provable: Provable;
  readonly findings: Map<string, Finding>;
  readonly examples: Map<string, AskedQuestion>;
  /** Pairs `above/below` of rows that both hold somewhere, with different answers. */
  readonly overlaps: Map<string, AskedQuestion>;
  /** Supplements that were added somewhere. */
  readonly added: Set<string>;
}

/** What a row answers, without its reasons. */
function answerOf({ answer, answerFrom }: RowEntry): string {
  return JSON.stringify(answerFrom ?? answer);
}

function rowPath({ path, table }: Provable, name: string): Finding['path'] {
  return [...path, 'rows', table.rows.findIndex((row) => row.name === name)];
}

function report(course: Course, key: string, finding: Finding): void {
  if (!course.findings.has(key)) course.findings.set(key, finding);
}

function leavesToCase({ entry: { answer, answerFrom } }: Row): boolean {
  const sources = [answer?.handling, answer?.authority, answer?.interim].flatMap((source) => source ?? []);
  return answerFrom !== undefined || sources.some((source) => source === 'RECEIVED_BY' || source === 'OPEN_CASE_UNIT');
}

/** Whether anybody answers, or the gap has a name: a forum, or the facts that would settle it. */
function isAnswered(ask: AskKind, verdict: Verdict, situation: Situation, day: LocalDate): boolean {
  const { outcome, handling, authority, parallel, row } = verdict;
  if (outcome === 'NOT_APPLICABLE') return true;
  if (ask === 'COORDINATOR') {
    const named = row.coordinator;
    if (named === null) return outcome === 'UNDETERMINED';
    return named === 'LONGEST_CONTACT' || situation.involvements.some(({ unit }) => unit === named);
  }
  if (verdict.isUnknown && verdict.asks.length === 0) return false;
  if (outcome === 'UNDETERMINED' && verdict.raiseAt === null) return false;
  if (verdict.interim !== null || handling !== null || authority !== null || parallel.length > 0) return true;
  // A row may leave the unit to the case at hand; where the question names none, there is none to answer with.
  return leavesToCase(row) && situation.matter?.receivedBy === undefined && openCaseOn(situation, day) === undefined;
}

function judgeLeaf(course: Course, space: Space, leaf: Leaf): void {
  const { provable } = course;
  const { key, table, reading } = provable;
  const { decider, inPlay } = leaf;
  const ask = (box: Box): AskedQuestion => questionOf(reading, space.point, firstOf(space, box));
  if (decider === null) {
    report(course, 'gap', {
      path: [...provable.path, 'rows', table.rows.length - 1],
      message: `the table has a gap: no row of ${key} answers`,
      example: 'a last row without "when"',
      question: ask(leaf.box),
    });
    return;
  }
  // A row is met where it decides, or has its part, with nothing above it in doubt.
  if (inPlay.every((view) => view.row.settles !== null && isHeld(space, view, leaf))) {
    for (const { row } of [decider, ...inPlay]) if (!course.examples.has(row.name)) course.examples.set(row.name, ask(leaf.box));
  }
  const glances = [...decider.words, ...inPlay.flatMap(({ words, gapWords }) => [...words, ...gapWords])];
  for (const part of cutByAll(space, glances, leaf.box, leaf.settled)) {
    const situation = situationFrom(space.point, firstOf(space, part));
    const verdict = table.decide(situation, space.point.day);
    const followed = [verdict, ...verdict.beside].some(({ row }) => row === decider.row);
    if (verdict.asks.length === 0 && !verdict.isUnknown && !followed) throw new RangeError(`${key}: the proof came to row ${decider.row.name}, the engine to ${verdict.row.name}`);
    if (isAnswered(reading.ask, verdict, situation, space.point.day)) continue;
    report(course, `nobody ${verdict.row.name}`, {
      path: rowPath(provable, verdict.row.name),
      message: `row ${verdict.row.name} of ${key} answers with nobody: ${verdict.outcome}, and no unit or forum`,
      example: 'interim: [RECEIVED_BY, CHILD_YOUTH], raiseAt: COOPERATION_MEETING',
      question: ask(part),
    });
  }
}

function isHeld(space: Space, view: RowView, leaf: Leaf): boolean {
  for (const [truth] of holds(space, view.when, leaf.box, [])) return truth === YES;
  return false;
}

/** The rows below that hold as well, and the supplements that are added. */
function lookBelow(course: Course, space: Space, leaf: Leaf): void {
  const { provable, overlaps, added } = course;
  const { decider, inPlay, box, settled } = leaf;
  if (decider === null) return;
  const { entry } = decider.row;
  const found = (view: RowView['when'], without: readonly string[] = settled): Box | undefined => {
    for (const [truth, part] of holds(space, view, box, without)) if (truth === YES) return part;
    return undefined;
  };
  for (const view of [decider, ...inPlay.filter(({ row }) => row.settles !== null)]) {
    view.also.forEach((formula, index) => {
      const name = `${view.row.name}/${String(index)}`;
      if (!added.has(name) && found(formula, []) !== undefined) added.add(name);
    });
  }
  for (const view of provable.rows.slice(provable.rows.indexOf(decider) + 1)) {
    const pair = `${decider.row.name}/${view.row.name}`;
    if (overlaps.has(pair) || answerOf(entry) === answerOf(view.row.entry)) continue;
    const both = found(view.when);
    if (both !== undefined) overlaps.set(pair, questionOf(provable.reading, space.point, firstOf(space, both)));
  }
}

/** The rows that answer where the row itself would hold. */
function shadowsOf(provable: Provable, view: RowView, spaces: readonly Space[]): { readonly names: readonly string[]; readonly question?: AskedQuestion } {
  const names = new Set<string>();
  let question: AskedQuestion | undefined;
  for (const space of spaces) {
    for (const whole of wholeOf(provable.reading, space.axes)) {
      for (const [truth, part] of holds(space, view.when, whole, [])) {
        if (truth !== 2) continue;
        question ??= questionOf(provable.reading, space.point, firstOf(space, part));
        for (const { decider } of walk(space, provable.rows, part)) if (decider !== null) names.add(decider.row.name);
      }
    }
  }
  return { names: [...names], ...(question === undefined ? {} : { question }) };
}

function unreached(course: Course, spaces: readonly Space[]): void {
  const { provable, examples, added } = course;
  for (const view of provable.rows) {
    const { name } = view.row;
    const path = rowPath(provable, name);
    if (!examples.has(name)) {
      const { names, question } = shadowsOf(provable, view, spaces);
      const why = names.length === 0 ? 'no situation meets its condition' : `row ${names.join(' and row ')} always answers first`;
      report(course, `unreachable ${name}`, {
        path,
        message: `row ${name} of ${provable.key} is never reached: ${why}`,
        example: 'a row that some situation reaches, or none',
        ...(question === undefined ? {} : { question }),
      });
      continue;
    }
    view.also.forEach((_, index) => {
      if (added.has(`${name}/${String(index)}`)) return;
      const message = `what row ${name} of ${provable.key} also says is never added`;
      report(course, `also ${name} ${String(index)}`, { path: [...path, 'also', index], message, example: 'also: [{ when: { beforeAge: 21 }, note: CODE }]' });
    });
  }
}

function undeclared(course: Course): void {
  const { provable, overlaps } = course;
  const entries = provable.table.entry.rows;
  for (const [pair, question] of overlaps) {
    const [above, below] = pair.split('/').map((name) => entries.find(({ row }) => row === name));
    if (above === undefined || below === undefined || isDeclared(above, below)) continue;
    report(course, `overlap ${pair}`, {
      path: rowPath(provable, below.row),
      message: `rows ${above.row} and ${below.row} of ${provable.key} overlap with different answers, and only their order decides`,
      example: `"unless: [${JSON.stringify(above.row)}]" in row ${below.row}, or "over: [${JSON.stringify(below.row)}]" in row ${above.row}`,
      question,
    });
  }
  for (const fault of declarationFaults(entries, new Set(overlaps.keys()))) {
    report(course, fault.message, { ...fault, path: [...provable.path, ...fault.path] });
  }
}

function spaceAt(provable: Provable, point: AgePoint): Space {
  return { point, axes: axesOf(provable.reading, point), ongoing: provable.ongoing, seen: new Map() };
}

function sizeOfAxes(axes: ReadonlyMap<string, readonly Choice[]>, boxes: readonly Box[]): number {
  return axes.size === 0 ? boxes.length : boxes.reduce((sum, box) => sum + sizeOf(box), 0);
}

/** Proves a table over everything that its conditions can tell apart. */
export function proveTable(provable: Provable): TableProof {
  const course: Course = { provable, findings: new Map(), examples: new Map(), overlaps: new Map(), added: new Set() };
  const spaces = agePoints(provable.reading).map((point) => spaceAt(provable, point));
  let ways = 0;
  let situations = 0;
  for (const space of spaces) {
    const boxes = wholeOf(provable.reading, space.axes);
    let met = 0;
    for (const box of boxes) {
      for (const leaf of walk(space, provable.rows, box)) {
        ways += 1;
        met += sizeOf(leaf.box);
        judgeLeaf(course, space, leaf);
        lookBelow(course, space, leaf);
      }
    }
    const expected = sizeOfAxes(space.axes, boxes);
    if (met !== expected) throw new RangeError(`${provable.key}: ${String(met)} situations proven of ${String(expected)}`);
    situations += met;
  }
  unreached(course, spaces);
  undeclared(course);
  return {
    findings: [...course.findings.values()],
    hasGap: course.findings.has('gap'),
    figures: { table: provable.key, rows: provable.rows.length, ages: spaces.length, ways, situations },
    examples: course.examples,
  };
}
