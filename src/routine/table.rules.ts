/** Tables: compiled rows, and the first of them that answers. */
import type { LocalDate } from '../kernel/local-date.ts';
import { compileCondition, factTestsIn } from './condition.rules.ts';
import type { ConditionScope } from './condition.rules.ts';
import type { RuleEntry } from './own-ways.model.ts';
import type { Gap, RowAnswer, RowEntry, SectionsEntry, TableEntry, UnitSource } from './routine.model.ts';
import { unitWords } from './routine.model.ts';
import { supposing, withoutNeeds } from './situation.rules.ts';
import { NO, UNSURE, type Situation } from './situation.model.ts';
import { hasSameUnits } from './table.model.ts';
import type { CompiledSupplement, Row, RuleCitation, Table, Verdict } from './table.model.ts';
import { compileTemplate } from './template.rules.ts';
import { compileUnitSource } from './unit-source.rules.ts';
import type { UnitScope } from './unit-source.rules.ts';
import type { FactKind, UnitKey } from './vocabulary.model.ts';

/** What a table's rows may ask of the version they stand in. */
export interface TableScope extends ConditionScope, UnitScope {
  readonly rules: Readonly<Record<string, RuleEntry>>;
  readonly fileOf: (document: string) => string;
  readonly ongoing: (situation: Situation, day: LocalDate) => Verdict;
}

const nobody: readonly UnitKey[] = [];
const nothingBeside: readonly Verdict[] = [];
const noAsks: readonly FactKind[] = [];

function sectionUnits(entry: SectionsEntry | undefined, situation: Situation): readonly UnitKey[] {
  const named = situation.matter?.sections ?? [];
  const sides = entry === undefined ? [] : Object.values(entry.sides);
  const units = sides.flatMap((side) => named.map((section) => side[section]).filter((unit) => unit !== undefined));
  return [...new Set(units)];
}

/** Documents and headings of the rules, in the rules' order. */
export function citationsOf(ids: readonly string[], scope: Pick<TableScope, 'rules' | 'fileOf'>): RuleCitation[] {
  return ids.flatMap((ruleId) => {
    const source = scope.rules[ruleId]?.source;
    return source === undefined ? [] : [{ ruleId, document: scope.fileOf(source.document), section: source.section }];
  });
}

function isFixed(source: UnitSource | undefined): boolean {
  if (source === undefined || source === 'NONE') return true;
  return typeof source === 'string' && !(unitWords as readonly string[]).includes(source);
}

function compileAnswer(row: () => Row, answer: RowAnswer, scope: TableScope): Row['judge'] {
  const { outcome, handling, authority, cost, interim, parallel, raiseAt, asks, proposal } = answer;
  const find = {
    handling: compileUnitSource(handling ?? authority, scope),
    authority: compileUnitSource(authority ?? handling, scope),
    cost: compileUnitSource(cost, scope),
    interim: compileUnitSource(interim, scope),
    proposal: compileUnitSource(proposal, scope),
  };
  const judge: Row['judge'] = (situation, day) => ({
    row: row(),
    beside: nothingBeside,
    isUnknown: false,
    outcome,
    handling: find.handling(situation, day),
    authority: find.authority(situation, day),
    cost: find.cost(situation, day),
    interim: find.interim(situation, day),
    parallel: parallel === 'SECTION_UNITS' ? sectionUnits(scope.sections, situation) : (parallel ?? nobody),
    raiseAt: raiseAt ?? null,
    asks: asks ?? noAsks,
    proposal: find.proposal(situation, day),
  });
  if (![handling, authority, cost, interim, proposal].every(isFixed) || parallel === 'SECTION_UNITS') return judge;
  let fixed: Verdict | undefined;
  return (situation, day) => (fixed ??= judge(situation, day));
}

function compileSupplement(entry: NonNullable<RowEntry['also']>[number], scope: TableScope): CompiledSupplement {
  return {
    test: compileCondition(entry.when, scope),
    ids: entry.ids ?? [],
    note: entry.note,
    coHandler: entry.coHandler,
    consult: entry.consult ?? [],
  };
}

function compileRow(entry: RowEntry, tableGap: Gap, scope: TableScope): Row {
  const gap: Gap = { ...tableGap, ...entry.whenUnknown };
  const judge: Row['judge'] =
    entry.answer === undefined
      ? (situation, day) => {
          const ongoing = scope.ongoing(situation, day);
          return { ...ongoing, row, beside: [ongoing] };
        }
      : compileAnswer(() => row, entry.answer, scope);
  const row: Row = {
    name: entry.row,
    ids: entry.ids,
    citations: citationsOf(entry.ids, scope),
    test: compileCondition(entry.when, scope),
    factTests: factTestsIn(entry.when),
    judge,
    unknown: { interim: compileUnitSource(gap.interim, scope), raiseAt: gap.raiseAt ?? null },
    isException: entry.exception === true,
    settles: entry.goesOn?.settles ?? null,
    also: (entry.also ?? []).map((supplement) => compileSupplement(supplement, scope)),
    because: compileTemplate(entry.because),
    coordinator: entry.answer?.coordinator ?? null,
    planQuestion: entry.answer?.planQuestion ?? 'DISCUSS',
    coHandler: entry.answer?.coHandler,
    consult: entry.answer?.consult ?? [],
    entry,
  };
  return row;
}

function whileUnknown(row: Row, otherwise: Verdict, situation: Situation, day: LocalDate): Verdict {
  const own = row.judge(supposing(situation), day);
  if (!otherwise.isUnknown && hasSameUnits(own, otherwise)) return otherwise;
  const unknown = row.factTests.filter(({ test }) => test(situation, day) === UNSURE).map(({ kind }) => kind);
  return {
    row,
    beside: nothingBeside,
    isUnknown: true,
    outcome: 'UNDETERMINED',
    handling: null,
    authority: null,
    cost: null,
    interim: row.unknown.interim(situation, day),
    parallel: nobody,
    raiseAt: row.unknown.raiseAt,
    asks: [...new Set([...unknown, ...(otherwise.isUnknown ? otherwise.asks : noAsks)])],
    proposal: null,
  };
}

/** A row that only adds its cost and forum, or settles some of the needs, together with what the rows below say. */
function combine(settles: readonly string[], own: Verdict, below: Verdict): Verdict {
  if (settles.length === 0) {
    return { ...below, beside: [own, ...below.beside], cost: own.cost, raiseAt: below.raiseAt ?? own.raiseAt };
  }
  const isElsewhere = below.handling !== null && below.handling !== own.handling;
  const others = below.parallel.length > 0 ? below.parallel : isElsewhere ? [below.handling] : nobody;
  const parallel = others.length === 0 || own.handling === null ? others : [...new Set([own.handling, ...others])];
  return {
    ...own,
    beside: [below, ...below.beside],
    handling: parallel.length > 0 ? null : own.handling,
    parallel,
    interim: below.interim,
    raiseAt: below.raiseAt ?? own.raiseAt,
    asks: below.asks,
    proposal: below.proposal,
  };
}

function firstFrom(rows: readonly Row[], start: number, situation: Situation, day: LocalDate): Verdict {
  for (let index = start; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined) break;
    const holds = row.test(situation, day);
    if (holds === NO) continue;
    if (holds === UNSURE) return whileUnknown(row, firstFrom(rows, index + 1, situation, day), situation, day);
    if (row.settles === null) return row.judge(situation, day);
    const rest = withoutNeeds(situation, row.settles);
    if (row.settles.length > 0 && rest.needs.length === 0) return row.judge(situation, day);
    return combine(row.settles, row.judge(situation, day), firstFrom(rows, index + 1, rest, day));
  }
  throw new RangeError('no row of the table answers');
}

/** Compiles a table. Every situation meets a row: the proof refuses a table with a gap. */
export function compileTable(entry: TableEntry, scope: TableScope): Table {
  const rows = entry.rows.map((row) => compileRow(row, entry.whenUnknown, scope));
  return { entry, rows, decide: (situation, day) => firstFrom(rows, 0, situation, day) };
}
