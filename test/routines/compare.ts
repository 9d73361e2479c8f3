/** How an answer is held against what a table states: one line for every difference. */
import { z } from 'zod';
import type { Expectation } from './scenario-table.ts';

const bilingual = z.object({ sv: z.string().min(1), en: z.string().min(1) });
const text = z.string().nullable();

/** The contract's answer shape. */
export const contractAnswer = z.object({
  id: z.string(),
  outcome: z.string(),
  handlingUnit: text,
  authorityUnit: text,
  costUnit: text,
  interimUnit: text,
  parallelUnits: z.array(z.string()),
  coHandler: z.object({ requirement: z.string(), unit: text }),
  consultations: z.array(
    z.object({ unit: z.string(), role: z.string(), before: z.string(), ruleIds: z.array(z.string()) }),
  ),
  validFrom: text,
  validTo: text,
  nextTransferDate: text,
  deadlines: z.array(
    z.object({
      kind: z.string(),
      date: z.string(),
      force: z.string(),
      status: z.string(),
      ruleIds: z.array(z.string()).min(1),
    }),
  ),
  raiseAt: text,
  asks: z.array(z.string()),
  coordinator: z.object({ caseworker: z.string(), unit: z.string(), planQuestion: z.string() }).nullable(),
  ruleIds: z.array(z.string()),
  citations: z.array(
    z.object({ ruleId: z.string(), document: z.string().min(1), section: z.string().min(1) }),
  ),
  explanation: bilingual,
  notes: z.array(bilingual.extend({ code: z.string() })),
});
export type ContractAnswer = z.infer<typeof contractAnswer>;

const exact = [
  'outcome',
  'handlingUnit',
  'authorityUnit',
  'costUnit',
  'interimUnit',
  'validFrom',
  'validTo',
  'nextTransferDate',
  'raiseAt',
] as const;

function show(value: unknown): string {
  return JSON.stringify(value);
}

/** Whether every field that `part` gives has the same value in `whole`; lists in `part` must be among `whole`'s. */
function agrees(part: object, whole: object): boolean {
  const values = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([key, wanted]) => {
    const given = values.get(key);
    if (Array.isArray(wanted)) return Array.isArray(given) && wanted.every((item) => given.includes(item));
    return given === wanted;
  });
}

/** Every way in which the answer departs from what the table states; empty when it agrees. */
export function differences(expected: Expectation, answer: ContractAnswer): string[] {
  const found: string[] = [];
  const compare = (field: string, wanted: unknown, given: unknown): void => {
    if (show(wanted) !== show(given)) found.push(`${field}: expected ${show(wanted)}, got ${show(given)}`);
  };
  const contains = (field: string, wanted: readonly object[] | undefined, given: readonly object[]): void => {
    if (wanted?.length === 0) compare(field, [], given);
    for (const part of wanted ?? []) {
      if (!given.some((whole) => agrees(part, whole))) found.push(`${field}: ${show(part)} not in ${show(given)}`);
    }
  };

  for (const field of exact) if (expected[field] !== undefined) compare(field, expected[field], answer[field]);
  if (expected.unit !== undefined) {
    for (const field of ['handlingUnit', 'authorityUnit', 'costUnit'] as const) {
      compare(field, expected.unit, answer[field]);
    }
  }
  for (const field of ['parallelUnits', 'asks'] as const) {
    if (expected[field] !== undefined) compare(field, [...expected[field]].sort(), [...answer[field]].sort());
  }
  if (expected.coHandler !== undefined && !agrees(expected.coHandler, answer.coHandler)) {
    found.push(`coHandler: expected ${show(expected.coHandler)}, got ${show(answer.coHandler)}`);
  }
  if (expected.coordinator !== undefined) {
    const { coordinator } = expected;
    const same = coordinator === null ? answer.coordinator === null : agrees(coordinator, answer.coordinator ?? {});
    if (!same) found.push(`coordinator: expected ${show(coordinator)}, got ${show(answer.coordinator)}`);
  }
  contains('consultations', expected.consultations, answer.consultations);
  contains('citations', expected.citations, answer.citations);
  contains('notes', expected.notes?.map((code) => ({ code })), answer.notes);
  for (const ruleId of expected.ruleIds ?? []) {
    if (!answer.ruleIds.includes(ruleId)) found.push(`ruleIds: ${ruleId} not in ${show(answer.ruleIds)}`);
  }
  for (const code of expected.withoutNotes ?? []) {
    if (answer.notes.some((note) => note.code === code)) found.push(`notes: ${code} should not be there`);
  }
  if (expected.deadlines !== undefined) {
    compare('deadlines', Object.keys(expected.deadlines).sort(), answer.deadlines.map(({ kind }) => kind).sort());
    contains(
      'deadlines',
      Object.entries(expected.deadlines).map(([kind, wanted]) => ({ kind, ...wanted })),
      answer.deadlines,
    );
  }
  for (const [kind, force] of Object.entries(expected.forces ?? {})) {
    compare(`force of ${kind}`, force, answer.deadlines.find((deadline) => deadline.kind === kind)?.force);
  }
  return found;
}
