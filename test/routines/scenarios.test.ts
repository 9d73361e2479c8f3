/**
 * The scenario tables against the engine. Every expectation is derived from the routines' own texts, the rule
 * catalogue and the contract; none from the engine.
 */
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { evaluate } from '../support/evaluate.ts';
import { contractAnswer, differences, type ContractAnswer } from './compare.ts';
import { readMalformed, readScenarios, type Scenario } from './scenario-table.ts';

const tables = [
  'osthammar-ongoing',
  'osthammar-new-matter',
  'osthammar-voo',
  'ifo-units-coordinator',
  'district-ongoing',
  'district-new-matter',
  'boundaries',
  'rows',
] as const;

const scenarios = tables.map((name) => ({
  name,
  scenarios: readScenarios(new URL(`./${name}.yaml`, import.meta.url)),
}));
const all = scenarios.flatMap((table) => table.scenarios);
const malformed = readMalformed(new URL('./malformed.yaml', import.meta.url));

const ruleOf: Readonly<Record<string, RegExp>> = { OSTHAMMAR: /^R[02]-\d+$/u, IFO_UNITS: /^R1-\d+$/u, DISTRICT: /^R3-\d+$/u };

const refusal = z.strictObject({
  id: z.unknown(),
  error: z.object({ code: z.string().min(1), message: z.unknown(), path: z.string() }),
});

/** `facts[0].until` and `facts.0.until` name the same field; a longer path may stand around or below it. */
function namesField(path: string, field: string): boolean {
  const dotted = `.${path.replace(/\[(\d+)\]/gu, '.$1')}.`;
  return dotted.includes(`.${field}.`);
}

function answerTo(question: Scenario['question']): ContractAnswer {
  const [answer] = evaluate([question]);
  const parsed = contractAnswer.safeParse(answer);
  if (!parsed.success) throw new Error(`no answer in the contract's shape: ${JSON.stringify(answer)}`);
  return parsed.data;
}

/** What every answer owes whoever reads it, whatever the question. */
function breaches({ question }: Scenario, answer: ContractAnswer): string[] {
  const found: string[] = [];
  if (answer.id !== question.id) found.push(`id: ${answer.id}`);
  for (const ruleId of answer.ruleIds) {
    if (ruleOf[question.routine]?.test(ruleId) !== true) found.push(`another routine's rule answers: ${ruleId}`);
    if (!answer.citations.some((citation) => citation.ruleId === ruleId)) found.push(`not cited: ${ruleId}`);
  }
  if (answer.validFrom !== null && answer.validFrom > question.asOf) found.push(`validFrom: ${answer.validFrom}`);
  if (answer.validTo !== null && answer.validTo <= question.asOf) found.push(`validTo: ${answer.validTo}`);
  if (answer.nextTransferDate !== null && answer.nextTransferDate <= question.asOf) {
    found.push(`nextTransferDate: ${answer.nextTransferDate}`);
  }
  if (answer.outcome !== 'NOT_APPLICABLE' && answer.ruleIds.length === 0) found.push('no rule is named');
  if (answer.outcome !== 'UNDETERMINED' && answer.interimUnit !== null) found.push(`interim: ${answer.interimUnit}`);
  return found;
}

const learntOnTheDay = ['TRANSFER_OUTCOME', 'CONTINUED_NEED', 'CO_HANDLER', 'NOTICE_GIVEN'];

/** Questions whose answer depends only on facts that may lie ahead: the stretch reads the same from each of its days. */
const withStretch = all.filter(
  ({ question }) =>
    question.ask === 'ONGOING' && !(question.facts ?? []).some(({ kind }) => learntOnTheDay.includes(kind)),
);

function stretchOf(answer: ContractAnswer): Record<string, unknown> {
  const { outcome, handlingUnit, authorityUnit, costUnit, interimUnit, validFrom, validTo } = answer;
  return { outcome, handlingUnit, authorityUnit, costUnit, interimUnit, validFrom, validTo };
}

function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}

describe('scenario tables', () => {
  it('have a title of their own for every scenario', () => {
    const titles = tables.flatMap((name, index) => scenarios[index]?.scenarios.map(({ title }) => `${name}: ${title}`));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('reach every row of the decision tables and every reading that concerns who and when', () => {
    const rows = new Set(all.flatMap((scenario) => scenario.rows));
    const count = (table: string, upTo: number): string[] =>
      Array.from({ length: upTo }, (_, index) => `${table} row ${index + 1}`);
    const wanted = [
      ...count('C.1', 13), 'C.1 row 6b',
      ...count('C.2', 17), 'C.2 row 4b', 'C.2 row 8b',
      ...count('C.3', 8),
      'C.4 row 1', 'C.4 row 2', 'C.4 row 5', 'C.4 row 6',
      ...count('C.5', 10),
      ...count('C.6', 13).filter((row) => row !== 'C.6 row 4'), 'C.6 row 4b',
      ...['a', 'b', 'c', 'd', 'e'].map((letter) => `reading ${letter}`),
      ...[1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 21, 25, 26, 28, 30, 31, 33, 34, 36, 38].map(
        (reading) => `X${reading}`,
      ),
      'C.0', 'part 0.3',
    ];
    expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  });
});

describe.each(scenarios)('$name', ({ scenarios: table }) => {
  it.each(table)('$title', (scenario) => {
    const answer = answerTo(scenario.question);
    expect([...differences(scenario.expect, answer), ...breaches(scenario, answer)]).toEqual([]);
  });
});

describe('the stretch of an answer', () => {
  it.each(withStretch)('is the same on its first and last day: $title', ({ question }) => {
    const answer = answerTo(question);
    const ends = [answer.validFrom, answer.validTo === null ? null : dayBefore(answer.validTo)].filter(
      (day): day is string => day !== null,
    );
    // The first day may lie before the routine was adopted; only days on which it answers are compared.
    const asked = ends.map((asOf) => answerTo({ ...question, asOf })).filter(
      ({ notes }) => answer.notes.some(({ code }) => code === 'NO_VERSION') || !notes.some(({ code }) => code === 'NO_VERSION'),
    );
    for (const other of asked) expect(stretchOf(other)).toEqual(stretchOf(answer));
  });
});

describe('malformed questions', () => {
  it.each(malformed)('are refused: $title', ({ question, expect: expected }) => {
    const [answer, ...more] = evaluate([question]);
    expect(more).toEqual([]);
    const { error } = refusal.parse(answer);
    if (expected.error.path !== undefined) {
      expect({ path: error.path, names: namesField(error.path, expected.error.path) }).toEqual({
        path: error.path,
        names: true,
      });
    }
    if (expected.error.code !== undefined) expect(error.code).toBe(expected.error.code);
  });

  it('do not stop the others, and the answers keep their order', () => {
    const [first, second] = [all[0], all.at(-1)];
    const questions = [first?.question, malformed[0]?.question, second?.question];
    const [one, two, three] = evaluate(questions);
    expect(contractAnswer.parse(one).id).toBe(first?.question.id);
    expect(refusal.parse(two).id).toBe('m');
    expect(contractAnswer.parse(three).id).toBe(second?.question.id);
  });

  it('are only those: no question means no answer', () => {
    expect(evaluate([])).toEqual([]);
  });
});
