/** Takes a routine's conditions and units apart into what they read; each part is still judged by the engine's own test. */
import { covers } from '../../kernel/period.ts';
import { compileCondition } from '../condition.rules.ts';
import type { ConditionScope } from '../condition.rules.ts';
import type { Condition, RowAnswer, UnitSource } from '../routine.model.ts';
import type { Row, Table } from '../table.model.ts';
import { compileUnitSource } from '../unit-source.rules.ts';
import type { UnitScope } from '../unit-source.rules.ts';
import type { FactKind } from '../vocabulary.model.ts';
import type { AxisName, Formula, Glance, Look, OngoingLook, RowView } from './space.model.ts';

/** What formulas may ask of the version they stand in. */
export interface FormulaScope {
  readonly conditions: ConditionScope;
  readonly units: UnitScope;
  /** Conditions of the small table of who has the case. */
  readonly holders: readonly Formula[];
}

type Single = keyof Omit<Condition, 'facts' | 'noFacts' | 'anyOf' | 'not' | 'ongoing'>;

const readBy: Readonly<Record<Single, readonly AxisName[]>> = {
  fromAge: [],
  beforeAge: [],
  matter: ['type'],
  householdHasChildren: ['householdHasChildren'],
  parallelNeed: ['parallelNeed'],
  receivedBy: ['receivedBy'],
  ownerUnit: ['ownerUnit'],
  sections: ['sections'],
  agreement: ['fact MANAGERS_AGREEMENT', 'type'],
  continuedNeed: ['fact CONTINUED_NEED'],
  meetingOutcome: ['fact TRANSFER_OUTCOME'],
  needs: ['needs'],
  onlyNeeds: ['needs'],
  unitsAtLeast: ['involvements'],
  unitsInclude: ['involvements'],
  childConcern: ['childConcern'],
  guardianInvolved: ['guardianInvolved'],
  investigationAt: ['involvements'],
  investigationOpen: ['involvements'],
};

function isSingle(key: string): key is Single {
  return Object.hasOwn(readBy, key);
}

/** The condition as a formula; an absent one always holds. Ages stand first, since they cost nothing. */
export function formulaOf(condition: Condition | undefined, scope: ConditionScope): Formula {
  const parts: Formula[] = [];
  for (const key of Object.keys(condition ?? {})) {
    if (!isSingle(key)) continue;
    const look: Formula = { kind: 'look', reads: readBy[key], at: compileCondition({ [key]: condition?.[key] }, scope) };
    if (look.reads.length === 0) parts.unshift(look);
    else parts.push(look);
  }
  for (const fact of condition?.facts ?? []) {
    parts.push({ kind: 'look', reads: [`fact ${fact.kind}`], at: compileCondition({ facts: [fact] }, scope) });
  }
  for (const fact of condition?.noFacts ?? []) {
    parts.push({ kind: 'look', reads: [`fact ${fact.kind}`], at: compileCondition({ noFacts: [fact] }, scope) });
  }
  if (condition?.ongoing !== undefined) {
    parts.push({ kind: 'ongoing', at: compileCondition({ ongoing: condition.ongoing }, scope) });
  }
  if (condition?.anyOf !== undefined) parts.push({ kind: 'any', parts: condition.anyOf.map((one) => formulaOf(one, scope)) });
  if (condition?.not !== undefined) parts.push({ kind: 'not', part: formulaOf(condition.not, scope) });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'all', parts };
}

const decisions: readonly FactKind[] = ['LVU_CARE', 'FAMILY_HOME_PLACEMENT', 'INSTITUTION_PLACEMENT'];

function inForce(kind: FactKind): Look<boolean> {
  return {
    kind: 'look',
    reads: [`fact ${kind}`],
    at: (situation, day) => situation.facts.some((fact) => fact.known && fact.kind === kind && covers(fact, day)),
  };
}

/** What the unit behind a word depends on. */
function looksOf(word: string, scope: FormulaScope): readonly Glance[] {
  const at = compileUnitSource(word, scope.units);
  const byAge: OngoingLook<unknown> = { kind: 'ongoing', at: compileUnitSource('BY_AGE', scope.units) };
  switch (word) {
    case 'RECEIVED_BY':
      return [{ kind: 'look', reads: ['receivedBy'], at }];
    case 'OWNER_UNIT':
      return [{ kind: 'look', reads: ['ownerUnit'], at }];
    case 'AGREED_UNIT':
      return [{ kind: 'look', reads: ['fact MANAGERS_AGREEMENT', 'type'], at }];
    case 'DECIDED_UNIT':
      return [{ kind: 'look', reads: ['fact TRANSFER_OUTCOME'], at }];
    case 'OPEN_CASE_UNIT':
      return [{ kind: 'look', reads: ['fact OPEN_CASE', 'receivedBy'], at }];
    case 'PRIOR_UNIT':
      return [{ kind: 'look', reads: ['fact OPEN_CASE'], at }];
    case 'HOLDER':
      return scope.holders;
    case 'BY_AGE':
      return [byAge];
    case 'DECISION_UNIT':
      return [...decisions.map(inForce), byAge];
    default:
      return [];
  }
}

function keepersOf(answer: RowAnswer | undefined): (UnitSource | undefined)[] {
  return [answer?.handling, answer?.authority, answer?.interim];
}

function wordsIn(sources: readonly (UnitSource | undefined)[], scope: FormulaScope): readonly Glance[] {
  const words = new Set(sources.flatMap((source) => source ?? []));
  return [...words].flatMap((word) => looksOf(word, scope));
}

function viewOf(row: Row, table: Table, scope: FormulaScope): RowView {
  const { entry } = row;
  const words = wordsIn(keepersOf(entry.answer), scope);
  const gap = entry.whenUnknown?.interim ?? table.entry.whenUnknown.interim;
  return {
    row,
    when: formulaOf(entry.when, scope.conditions),
    also: (entry.also ?? []).map((supplement) => formulaOf(supplement.when, scope.conditions)),
    words: entry.answerFrom === 'ONGOING' ? [...words, { kind: 'ongoing', at: () => null }] : words,
    gapWords: wordsIn([gap, entry.answer?.cost], scope),
  };
}

/** The rows of a table, taken apart. */
export function rowViews(table: Table | null, scope: FormulaScope): readonly RowView[] {
  return table === null ? [] : table.rows.map((row) => viewOf(row, table, scope));
}

/** Every look in a formula that reads axes. */
export function looksIn(formula: Glance): readonly Look<unknown>[] {
  switch (formula.kind) {
    case 'look':
      return [formula];
    case 'ongoing':
      return [];
    case 'not':
      return looksIn(formula.part);
    case 'all':
    case 'any':
      return formula.parts.flatMap(looksIn);
  }
}

/** Whether a formula asks the table of ongoing responsibility. */
export function asksOngoing(formula: Glance): boolean {
  switch (formula.kind) {
    case 'look':
      return false;
    case 'ongoing':
      return true;
    case 'not':
      return asksOngoing(formula.part);
    case 'all':
    case 'any':
      return formula.parts.some(asksOngoing);
  }
}
