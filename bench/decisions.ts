/**
 * W7: decisions per second on Östhammar's table of ongoing responsibility, against two rule engines with the same rows.
 * The engines get what the rows ask for already worked out; the program works it out of birth date and facts.
 */
import { ZenEngine, type ZenDecision } from '@gorules/zen-engine';
import { Engine, type ConditionProperties } from 'json-rules-engine';
import { z } from 'zod';
import { addDays, addYears, asLocalDate, birthday } from '../src/kernel/local-date.ts';
import { covers } from '../src/kernel/period.ts';
import { decide } from '../src/responsibility/decide.rules.ts';
import type { Fact, FactKind, MatterType, Question } from '../src/responsibility/question.model.ts';
import { loadRoutines } from '../src/routine/routine.loader.ts';
import { situationOf } from '../src/routine/situation.rules.ts';
import type { RuleCitation } from '../src/routine/table.model.ts';
import { versionOn, type RoutineVersion } from '../src/routine/version.model.ts';
import { median, type Table } from './table.ts';

/** What the engines' rows ask for. */
interface Derived {
  readonly agreed: boolean;
  readonly matter: string;
  readonly age: number;
  readonly lvu: boolean;
  readonly home: boolean;
  readonly studies: 'BEFORE_20' | 'RESUMED' | 'AFTER_20' | 'NONE';
}

const verdictSchema = z.object({ row: z.string(), outcome: z.string(), authority: z.string().nullish().transform((unit) => unit ?? null) });
type Verdict = z.output<typeof verdictSchema>;

/** The rows of the table as the engines state them: conditions in the engines' terms, first match. */
const rows: readonly (Verdict & { readonly when: Partial<Record<keyof Derived, string | boolean>> })[] = [
  { row: '1', when: { agreed: true }, outcome: 'OVERRIDDEN', authority: 'CHILD_YOUTH' },
  { row: '2', when: { matter: 'INCOME_SUPPORT', age: '>= 18' }, outcome: 'DETERMINED', authority: 'ADULT' },
  { row: '3', when: { matter: 'INCOME_SUPPORT' }, outcome: 'PROPOSED', authority: 'ADULT' },
  { row: '4', when: { matter: 'HOUSING_SUPPORT', age: '>= 18' }, outcome: 'DETERMINED', authority: 'ADULT' },
  { row: '5', when: { matter: 'HOUSING_SUPPORT' }, outcome: 'DETERMINED', authority: 'CHILD_YOUTH' },
  { row: '6', when: { matter: 'ARREARS' }, outcome: 'DETERMINED', authority: 'ADULT' },
  { row: '6b', when: { matter: 'DRIVING_LICENCE_OPINION', age: '>= 20' }, outcome: 'DETERMINED', authority: 'ADULT' },
  { row: '7', when: { matter: 'INTERVENTION' }, outcome: 'DETERMINED', authority: 'NEEDS_ASSESSMENT' },
  { row: '9', when: { age: '[20..21)', lvu: true }, outcome: 'DETERMINED', authority: 'CHILD_YOUTH' },
  { row: '10', when: { age: '[20..21)', home: true, studies: 'BEFORE_20' }, outcome: 'DETERMINED', authority: 'CHILD_YOUTH' },
  { row: '12 studies resumed', when: { age: '[20..21)', home: true, studies: 'RESUMED' }, outcome: 'UNDETERMINED', authority: null },
  { row: '12 studies begun after 20', when: { age: '[20..21)', home: true, studies: 'AFTER_20' }, outcome: 'UNDETERMINED', authority: null },
  { row: '13', when: { age: '< 20' }, outcome: 'DETERMINED', authority: 'CHILD_YOUTH' },
  { row: '12', when: {}, outcome: 'DETERMINED', authority: 'ADULT' },
];
const inputs = ['agreed', 'matter', 'age', 'lvu', 'home', 'studies'] as const;

function zenDecision(): ZenDecision {
  const cell = (value: string | boolean | undefined, field: keyof Derived): string =>
    value === undefined ? '' : field === 'age' || typeof value === 'boolean' ? String(value) : `"${value}"`;
  const table = {
    hitPolicy: 'first',
    inputs: inputs.map((field) => ({ id: field, name: field, field })),
    outputs: ['row', 'outcome', 'authority'].map((field) => ({ id: `to-${field}`, name: field, field })),
    rules: rows.map(({ row, when, outcome, authority }) => ({
      _id: row,
      ...Object.fromEntries(inputs.map((field) => [field, cell(when[field], field)])),
      'to-row': `"${row}"`, 'to-outcome': `"${outcome}"`, 'to-authority': authority === null ? 'null' : `"${authority}"`,
    })),
  };
  return new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'question' },
      { id: 'table', type: 'decisionTableNode', name: 'ongoing', content: table },
      { id: 'out', type: 'outputNode', name: 'answer' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
}

function jsonRulesEngine(): Engine {
  const ages: Readonly<Record<string, readonly { operator: string; value: number }[]>> = {
    '>= 18': [{ operator: 'greaterThanInclusive', value: 18 }],
    '>= 20': [{ operator: 'greaterThanInclusive', value: 20 }],
    '< 20': [{ operator: 'lessThan', value: 20 }],
    '[20..21)': [{ operator: 'greaterThanInclusive', value: 20 }, { operator: 'lessThan', value: 21 }],
  };
  const engine = new Engine();
  for (const [place, { when, ...verdict }] of rows.entries()) {
    const all = Object.entries(when).flatMap(([fact, value]): ConditionProperties[] =>
      fact === 'age' ? (ages[String(value)] ?? []).map((condition) => ({ fact, ...condition })) : [{ fact, operator: 'equal', value }],
    );
    // Without conditions it always holds.
    const conditions = { all: all.length > 0 ? all : [{ fact: 'age', operator: 'greaterThanInclusive', value: 0 }] };
    engine.addRule({
      conditions, priority: rows.length - place, event: { type: verdict.row, params: verdict },
      // First match: nothing below is looked at.
      onSuccess: () => {
        engine.stop();
      },
    });
  }
  return engine;
}

/** A deterministic stream of numbers below 2^31. */
function* numbers(): Generator<number, never> {
  for (let state = 20261122; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    yield state >>> 4;
  }
}

const asOf = asLocalDate('2026-11-22');
const matters: readonly MatterType[] = ['INCOME_SUPPORT', 'HOUSING_SUPPORT', 'ARREARS', 'DRIVING_LICENCE_OPINION', 'INTERVENTION'];

function questions(count: number): Question[] {
  const source = numbers();
  const upTo = (most: number): number => source.next().value % most;
  return Array.from({ length: count }, (_, index): Question => {
    const birthDate = addDays(asOf, -Math.floor((17 + upTo(5)) * 365.25) - upTo(365));
    const known = (kind: FactKind): Fact[] => {
      if (upTo(3) > 0) return [];
      const from = addDays(birthday(birthDate, 16), upTo(3 * 365));
      return [{ kind, from, until: upTo(2) === 0 ? null : addDays(from, 200 + upTo(900)), known: true }];
    };
    const agreement: Fact[] = upTo(40) > 0 ? [] : [{
      kind: 'MANAGERS_AGREEMENT', from: addYears(asOf, -1), until: addYears(asOf, 1), known: true, unit: 'CHILD_YOUTH', approvedBy: ['CHILD_YOUTH', 'ADULT'],
    }];
    const late: Fact[] = upTo(12) > 0 ? [] : [{ kind: 'UPPER_SECONDARY_STUDIES', from: addDays(birthday(birthDate, 20), upTo(200)), until: null, known: true }];
    const studies = late.length > 0 ? late : known('UPPER_SECONDARY_STUDIES');
    const type = upTo(4) === 0 ? matters[upTo(matters.length)] : undefined;
    return {
      id: String(index), routine: 'OSTHAMMAR', ask: 'ONGOING', asOf, birthDate,
      ...(type === undefined ? {} : { matter: { type, ...(type === 'INTERVENTION' ? { ownerUnit: 'NEEDS_ASSESSMENT' } : {}) } }),
      needs: [], involvements: [], childConcern: false, guardianInvolved: false,
      facts: [...known('LVU_CARE'), ...known('FAMILY_HOME_PLACEMENT'), ...studies, ...agreement],
    };
  });
}

function derive({ birthDate, matter, facts }: Question): Derived {
  const birth = birthDate ?? asOf;
  const birthday20 = birthday(birth, 20);
  const inForce = (kind: FactKind): Fact | undefined => facts.find((fact) => fact.kind === kind && covers(fact, asOf));
  const studies = inForce('UPPER_SECONDARY_STUDIES');
  return {
    agreed: inForce('MANAGERS_AGREEMENT') !== undefined,
    matter: matter?.type ?? 'NONE',
    age: [17, 18, 19, 20, 21, 22].findLast((age) => birthday(birth, age) <= asOf) ?? 16,
    lvu: inForce('LVU_CARE') !== undefined,
    home: (inForce('FAMILY_HOME_PLACEMENT')?.from ?? '9') < birthday20,
    studies: studies === undefined ? 'NONE' : studies.from < birthday20 ? 'BEFORE_20' : 'AFTER_20',
  };
}

interface Traced extends Verdict {
  readonly ruleIds: readonly string[];
  readonly citations: readonly RuleCitation[];
}

function ourVerdict(version: RoutineVersion, question: Question): Traced {
  if (version.ongoing === null) throw new Error('the routine has no table of ongoing responsibility');
  const { row, outcome, authority } = version.ongoing.decide(situationOf(question, asOf), asOf);
  return { row: row.name, outcome, authority, ruleIds: row.ids, citations: row.citations };
}

/** Decisions per second by `work`, which decides all questions once. */
async function rate(count: number, seconds: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  let rounds = 0;
  do {
    await work();
    rounds += 1;
  } while (performance.now() - start < seconds * 1000);
  return (rounds * count) / ((performance.now() - start) / 1000);
}

/** Compares the answers, then measures in interleaved rounds. */
export async function measureDecisions(pace: { readonly rounds: number; readonly seconds: number }): Promise<Table> {
  const routines = loadRoutines();
  const routine = routines.get('OSTHAMMAR');
  const version = routine === undefined ? undefined : versionOn(routine, asOf);
  if (version === undefined) throw new Error('the routine OSTHAMMAR is missing');
  const asked = questions(2000);
  const derived = asked.map(derive);
  const zen = zenDecision();
  const rules = jsonRulesEngine();
  const byZen = async (facts: Derived): Promise<unknown> => (await zen.evaluate(facts, { trace: true })).result;
  const byRules = async (facts: Derived): Promise<unknown> => (await rules.run({ ...facts })).events[0]?.params;
  for (const [index, question] of asked.entries()) {
    const { row, outcome, authority } = ourVerdict(version, question);
    const expected = JSON.stringify({ row, outcome, authority });
    const facts = derived[index];
    if (facts === undefined) continue;
    for (const verdict of [await byZen(facts), await byRules(facts)]) {
      const found = JSON.stringify(verdictSchema.parse(verdict));
      if (found !== expected) throw new Error(`W7, question ${index}: ${found} instead of ${expected} for ${JSON.stringify(facts)}`);
    }
  }
  const contestants = {
    verdict: () => {
      for (const question of asked) ourVerdict(version, question);
    },
    answer: () => {
      for (const question of asked) decide(question, routines);
    },
    zen: () => Promise.all(derived.map(byZen)),
    rules: async () => {
      for (const facts of derived.slice(0, 200)) await byRules(facts);
    },
  };
  const counts = { verdict: asked.length, answer: asked.length, zen: asked.length, rules: 200 };
  const names = ['verdict', 'answer', 'zen', 'rules'] as const;
  const measured: Record<(typeof names)[number], number>[] = [];
  for (let round = 0; round <= pace.rounds; round += 1) {
    const perSecond = { verdict: 0, answer: 0, zen: 0, rules: 0 };
    for (const name of names) perSecond[name] = await rate(counts[name], pace.seconds / 2, contestants[name]);
    if (round > 0) measured.push(perSecond);
  }
  const of = (name: (typeof names)[number]): string => Math.round(median(measured.map((round) => round[name]))).toLocaleString('en');
  const against = (name: (typeof names)[number], peer: (typeof names)[number]): string =>
    median(measured.map((round) => round[name] / round[peer])).toFixed(1);
  return {
    title: `W7, decisions per second with trace (${asked.length} questions, answers equal)`,
    columns: ['', 'per second', '/ zen-engine', '/ json-rules-engine'],
    rows: [
      ['ours: verdict with rules and citations, from birth date and facts', of('verdict'), against('verdict', 'zen'), against('verdict', 'rules')],
      ['ours: whole answer with dates, deadlines and reason', of('answer'), against('answer', 'zen'), against('answer', 'rules')],
      ['zen-engine with trace', of('zen'), '1.0', against('zen', 'rules')],
      ['json-rules-engine', of('rules'), against('rules', 'zen'), '1.0'],
    ],
  };
}
