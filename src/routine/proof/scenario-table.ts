/**
 * Reads the questions of a scenario table (test/routines/*.yaml): `defaults` and their facts hold for every scenario,
 * `days` asks on several days, `cases` with differences; `born`, `on` and `{ LVU_CARE: 2025-01-01..2027-06-01 }` are
 * short forms. What a scenario expects is the test's
 * business, and so are questions that are no questions: they come to nothing here.
 */
import { parse } from 'yaml';
import { z } from 'zod';
import { factKinds } from '../vocabulary.model.ts';

const part = z.record(z.string(), z.unknown());
type Part = z.infer<typeof part>;

const table = z.object({
  defaults: part.default({}),
  scenarios: z.array(
    z.object({
      title: z.string(),
      question: part.catch({}),
      days: z.record(z.string(), z.unknown()).optional(),
      cases: z.array(z.object({ when: z.string(), question: part.default({}) })).optional(),
    }),
  ),
});

const facts = z.array(part).catch([]);

/** `{ LVU_CARE: first..after }` as the contract writes it. */
function longFact(fact: Part): Part {
  const kind = factKinds.find((known) => Object.hasOwn(fact, known));
  const period = kind === undefined ? undefined : fact[kind];
  if (kind === undefined || typeof period !== 'string') return fact;
  const [from, until] = period.split('..');
  const rest = Object.fromEntries(Object.entries(fact).filter(([key]) => key !== kind));
  return { kind, from: from === '' ? null : from, until: until === '' ? null : until, ...rest };
}

function questionOf(id: string, parts: readonly Part[]): Part {
  const { born, on, facts: _last, ...asGiven } = Object.assign({}, ...parts) as Part;
  const all = parts.flatMap((one) => facts.parse(one['facts']).map(longFact));
  return { id, ...asGiven, asOf: on, ...(born === undefined ? {} : { person: { birthDate: born } }), ...(all.length === 0 ? {} : { facts: all }) };
}

/** Every question of a table, as `evaluate` reads it. @throws ZodError where the text is no scenario table. */
export function readQuestions(text: string): readonly Part[] {
  const { defaults, scenarios } = table.parse(parse(text));
  return scenarios.flatMap(({ title, question, days, cases }) => {
    if (days !== undefined) return Object.keys(days).map((on) => questionOf(`${title}: ${on}`, [defaults, question, { on }]));
    if (cases !== undefined) return cases.map((one) => questionOf(`${title}: ${one.when}`, [defaults, question, one.question]));
    return [questionOf(title, [defaults, question])];
  });
}
