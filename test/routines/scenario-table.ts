/**
 * Reads the scenario tables. A table is YAML that a lawyer can check against the routine's text:
 *
 * - `defaults` hold for every scenario of the file; `facts` listed there hold in addition to the scenario's own.
 * - `born` and `on` are the birth date and the date asked about (or on which the matter came in).
 * - A fact is written `{ LVU_CARE: 2025-01-01..2027-06-01 }`: first day .. first day after, nothing is open.
 * - `days` asks the same question on several days; `cases` asks it with the differences given.
 * - `expect` states only what the sources settle. `unit` stands for handling, authority and cost alike.
 *   `ruleIds`, `notes`, `citations` and `consultations` must be among the answer's; every other list is complete.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  coHandlerRequirements,
  deadlineKinds,
  deadlineStatuses,
  forces,
  forums,
  outcomes,
} from '../../src/responsibility/answer.model.ts';
import { askKinds, factKinds, matterTypes, needTypes, sections } from '../../src/responsibility/question.model.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
/** Units and routines are whatever the routine files declare; the engine refuses a misspelt one. */
const name = z.string().regex(/^[A-Z][A-Z0-9_]*$/u);
const unit = name;

const matter = z.strictObject({
  type: z.enum(matterTypes).optional(),
  receivedBy: unit.optional(),
  householdHasChildren: z.boolean().optional(),
  ownerUnit: unit.optional(),
  sections: z.array(z.enum(sections)).optional(),
  parallelNeed: z.boolean().optional(),
});

const fact = z.strictObject({
  kind: z.enum(factKinds),
  from: date.nullable(),
  until: date.nullable(),
  known: z.boolean().optional(),
  placedByFosterCareService: z.boolean().optional(),
  unit: unit.optional(),
  approvedBy: z.array(unit).optional(),
  matterType: z.enum(matterTypes).optional(),
  outcome: z.enum(['TRANSFER', 'NO_TRANSFER']).optional(),
  receivingUnit: unit.optional(),
  value: z.enum(['YES', 'NO', 'UNKNOWN']).optional(),
  atRisk: z.boolean().optional(),
  diagnosisDocumented: z.boolean().optional(),
});

const involvement = z.strictObject({
  unit,
  caseworker: z.string(),
  caseworkerContactSince: date,
  unitContactSince: date,
  investigationOpen: z.boolean(),
});

/** The contract's question shape, strictly: a misspelt field in a table must not pass as an omitted one. */
export const contractQuestion = z.strictObject({
  id: z.string(),
  routine: name,
  ask: z.enum(askKinds),
  asOf: date,
  person: z.strictObject({ birthDate: date }).optional(),
  matter: matter.optional(),
  needs: z.array(z.strictObject({ type: z.enum(needTypes), clearlyEvident: z.boolean() })).optional(),
  facts: z.array(fact).optional(),
  involvements: z.array(involvement).optional(),
  childConcern: z.boolean().optional(),
  guardianInvolved: z.boolean().optional(),
});

const period = /^(?<from>\d{4}-\d{2}-\d{2})?\.\.(?<until>\d{4}-\d{2}-\d{2})?$/u;

const shortFact = z
  .record(z.string(), z.unknown())
  .transform((fields, context): Record<string, unknown> => {
    const kind = Object.keys(fields).find((key) => factKinds.some((known) => known === key));
    const dates = kind === undefined ? null : period.exec(String(fields[kind]));
    if (kind === undefined || dates?.groups === undefined) {
      context.addIssue({ code: 'custom', message: `no fact: ${JSON.stringify(fields)}` });
      return z.NEVER;
    }
    const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== kind));
    return { kind, from: dates.groups['from'] ?? null, until: dates.groups['until'] ?? null, ...rest };
  });

const shortQuestion = z.strictObject({
  routine: z.string().optional(),
  ask: z.string().optional(),
  born: date.optional(),
  on: date.optional(),
  matter: matter.optional(),
  needs: z.array(z.strictObject({ type: z.enum(needTypes), clearlyEvident: z.boolean() })).optional(),
  facts: z.array(shortFact).optional(),
  involvements: z.array(involvement).optional(),
  childConcern: z.boolean().optional(),
  guardianInvolved: z.boolean().optional(),
});
type ShortQuestion = z.infer<typeof shortQuestion>;

const dateAndStatus = z.string().transform((text, context) => {
  const [day, status, ...more] = text.split(' ');
  const parsed = z.strictObject({ date, status: z.enum(deadlineStatuses).optional() }).safeParse(
    status === undefined ? { date: day } : { date: day, status },
  );
  if (!parsed.success || more.length > 0) {
    context.addIssue({ code: 'custom', message: `no date and status: ${text}` });
    return z.NEVER;
  }
  return parsed.data;
});

const expectation = z.strictObject({
  outcome: z.enum(outcomes).optional(),
  unit: unit.nullable().optional(),
  handlingUnit: unit.nullable().optional(),
  authorityUnit: unit.nullable().optional(),
  costUnit: unit.nullable().optional(),
  interimUnit: unit.nullable().optional(),
  parallelUnits: z.array(unit).optional(),
  coHandler: z
    .strictObject({ requirement: z.enum(coHandlerRequirements).optional(), unit: unit.nullable().optional() })
    .optional(),
  consultations: z
    .array(
      z.strictObject({
        unit,
        role: z.string().optional(),
        before: z.string().optional(),
        ruleIds: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  validFrom: date.nullable().optional(),
  validTo: date.nullable().optional(),
  nextTransferDate: date.nullable().optional(),
  deadlines: z.partialRecord(z.enum(deadlineKinds), dateAndStatus).optional(),
  forces: z.partialRecord(z.enum(deadlineKinds), z.enum(forces)).optional(),
  raiseAt: z.enum(forums).nullable().optional(),
  asks: z.array(z.enum([...factKinds, 'BIRTH_DATE'])).optional(),
  coordinator: z
    .strictObject({ caseworker: z.string(), unit, planQuestion: z.enum(['DECIDE', 'ASK', 'DISCUSS']) })
    .nullable()
    .optional(),
  ruleIds: z.array(z.string()).optional(),
  citations: z
    .array(z.strictObject({ ruleId: z.string(), document: z.string().optional(), section: z.string().optional() }))
    .optional(),
  notes: z.array(z.string()).optional(),
  withoutNotes: z.array(z.string()).optional(),
});
export type Expectation = z.infer<typeof expectation>;

const scenario = z.strictObject({
  title: z.string(),
  row: z.string(),
  question: shortQuestion.optional(),
  expect: expectation.optional(),
  days: z.record(date, expectation).optional(),
  cases: z.array(z.strictObject({ when: z.string(), question: shortQuestion, expect: expectation })).optional(),
});

const table = z.strictObject({
  about: z.string(),
  defaults: shortQuestion,
  scenarios: z.array(scenario),
});

/** One question with what the sources settle about its answer. */
export interface Scenario {
  readonly title: string;
  readonly rows: readonly string[];
  readonly question: z.infer<typeof contractQuestion>;
  readonly expect: Expectation;
}

function lengthen(id: string, parts: readonly ShortQuestion[]): z.infer<typeof contractQuestion> {
  const merged = parts.reduce<ShortQuestion>((sum, part) => ({ ...sum, ...part }), {});
  const { born, on, facts: _last, ...asGiven } = merged;
  const facts = parts.flatMap((part) => part.facts ?? []);
  return contractQuestion.parse({
    id,
    ...asGiven,
    asOf: on,
    ...(born === undefined ? {} : { person: { birthDate: born } }),
    ...(facts.length === 0 ? {} : { facts }),
  });
}

/** The scenarios of one table, short forms written out. @throws ZodError where the table is misspelt. */
export function readScenarios(file: URL): Scenario[] {
  const { defaults, scenarios } = table.parse(parse(readFileSync(file, 'utf8')));
  return scenarios.flatMap(({ title, row, question = {}, expect = {}, days, cases }) => {
    const rows = row.split(', ');
    const single = days === undefined && cases === undefined;
    const asked = [
      ...(single ? [{ when: '', difference: {}, expected: {} }] : []),
      ...Object.entries(days ?? {}).map(([on, expected]) => ({ when: `: ${on}`, difference: { on }, expected })),
      ...(cases ?? []).map((each) => ({ when: `: ${each.when}`, difference: each.question, expected: each.expect })),
    ];
    return asked.map(({ when, difference, expected }) => ({
      title: `${title}${when}`,
      rows,
      question: lengthen(`${title}${when}`, [defaults, question, difference]),
      expect: { ...expect, ...expected },
    }));
  });
}

const malformedTable = z.strictObject({
  about: z.string(),
  scenarios: z.array(
    z.strictObject({
      title: z.string(),
      row: z.string(),
      question: z.unknown(),
      expect: z.strictObject({ error: z.strictObject({ code: z.string().optional(), path: z.string().optional() }) }),
    }),
  ),
});

/** The questions that must be refused, exactly as they would stand in the input. */
export function readMalformed(file: URL): z.infer<typeof malformedTable>['scenarios'] {
  return malformedTable.parse(parse(readFileSync(file, 'utf8'))).scenarios;
}
