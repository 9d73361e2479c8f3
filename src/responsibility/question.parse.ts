/** Unknown JSON into a question, or one error that names the field. Names are closed lists: an unknown one is no guess. */
import { z } from 'zod';
import { asLocalDate, birthday, parseLocalDate } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Routine, RoutineLibrary } from '../routine/version.model.ts';
import { continuedNeeds, meetingOutcomes } from '../routine/vocabulary.model.ts';
import { askKinds, factKinds, matterTypes, needTypes, sections } from './question.model.ts';
import type { BirthRange, Fact, Question } from './question.model.ts';

/** Why a question could not be read. `message` is Swedish, then English. */
export interface QuestionError {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

export interface RefusedQuestion {
  readonly id: string | null;
  readonly error: QuestionError;
}

/** Stands for 'since always' where a fact has no first day. */
const sinceAlways = asLocalDate('0001-01-01');

const messages = {
  NOT_AN_OBJECT: 'Frågan är inget objekt. / The question is not an object.',
  FIELD_MISSING: 'Uppgiften saknas. / The field is missing.',
  WRONG_TYPE: 'Uppgiften har fel typ. / The field has the wrong type.',
  UNKNOWN_NAME: 'Okänt namn. / Unknown name.',
  INVALID_DATE: 'Inget giltigt datum på formen ÅÅÅÅ-MM-DD. / Not a valid date of the form YYYY-MM-DD.',
  INVALID_BIRTH_DATE: 'Inget giltigt födelsedatum. / Not a valid birth date.',
  PERIOD_NOT_FORWARD: 'Perioden slutar inte efter sin första dag. / The period does not end after its first day.',
  AS_OF_BEFORE_BIRTH: 'Datumet ligger före födelsen. / The date is before birth.',
  MATTER_MISSING: 'En fråga om ett nytt ärende behöver ärendet. / A question about a new matter needs the matter.',
  INVOLVEMENTS_MISSING: 'En fråga om samordnare behöver inblandade enheter. / A question about a coordinator needs the units involved.',
  UNKNOWN_UNIT: 'Okänd enhet i rutinen. / Unknown unit in the routine.',
  UNIT_OF_ANOTHER_ROUTINE: 'Enheten hör till en annan rutin. / The unit belongs to another routine.',
} as const;
type ErrorCode = keyof typeof messages;

const nullish = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);

const date = z.unknown().optional().transform((value, context): LocalDate => {
  const parsed = parseLocalDate(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', params: { code: value === undefined || value === null ? 'FIELD_MISSING' : 'INVALID_DATE' } });
  return z.NEVER;
});
const openDate = z.unknown().optional().transform((value, context): LocalDate | null => {
  if (value === undefined || value === null) return null;
  const parsed = parseLocalDate(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', params: { code: 'INVALID_DATE' } });
  return z.NEVER;
});

function birthRange(text: string): BirthRange | undefined {
  const earliest = parseLocalDate(text.length === 4 ? `${text}-01-01` : `${text}-01`);
  if (earliest === undefined || !/^\d{4}(-\d{2})?$/u.test(text)) return undefined;
  const { year, month } = Temporal.PlainDate.from(earliest);
  const last = new Temporal.PlainDate(year, text.length === 4 ? 12 : month, 1);
  return { earliest, latest: asLocalDate(last.with({ day: last.daysInMonth }).toString()) };
}

/** A date, or its year, or its year and month, or null where nothing is known. */
const birth = z
  .unknown()
  .optional()
  .transform((value, context): { readonly birthDate: LocalDate | null; readonly birthRange?: BirthRange } => {
    if (value === undefined || value === null) return { birthDate: null };
    const parsed = parseLocalDate(value);
    if (parsed !== undefined) return { birthDate: parsed };
    const range = typeof value === 'string' ? birthRange(value) : undefined;
    if (range !== undefined) return { birthDate: null, birthRange: range };
    context.addIssue({ code: 'custom', params: { code: typeof value === 'string' ? 'INVALID_DATE' : 'INVALID_BIRTH_DATE' } });
    return z.NEVER;
  });

function unitSchema(routine: Routine, library: RoutineLibrary) {
  return z.string().superRefine((unit, context) => {
    const kind = routine.units.get(unit)?.kind;
    if (kind === 'UNIT' || kind === 'DEPARTMENT') return;
    const isElsewhere = [...library.values()].some((other) => other.units.has(unit));
    context.addIssue({ code: 'custom', params: { code: isElsewhere ? 'UNIT_OF_ANOTHER_ROUTINE' : 'UNKNOWN_UNIT' } });
  });
}

/** Fields that a kind of fact says nothing without. */
const neededFields: Partial<Record<Fact['kind'], 'unit' | 'outcome' | 'value'>> = {
  OPEN_CASE: 'unit',
  MANAGERS_AGREEMENT: 'unit',
  CO_HANDLER: 'unit',
  TRANSFER_OUTCOME: 'outcome',
  CONTINUED_NEED: 'value',
};

type UnitSchema = ReturnType<typeof unitSchema>;

function factSchema(unit: UnitSchema) {
  return z
    .object({
      kind: z.enum(factKinds),
      from: openDate,
      until: openDate,
      known: nullish(z.boolean()),
      placedByFosterCareService: nullish(z.boolean()),
      unit: nullish(unit),
      approvedBy: nullish(z.array(unit)),
      matterType: nullish(z.enum(matterTypes)),
      outcome: nullish(z.enum(meetingOutcomes)),
      receivingUnit: nullish(unit),
      value: nullish(z.enum(continuedNeeds)),
      atRisk: nullish(z.boolean()),
      diagnosisDocumented: nullish(z.boolean()),
    })
    .superRefine((fact, context) => {
      if (fact.until !== null && fact.from !== null && fact.until <= fact.from) {
        context.addIssue({ code: 'custom', path: ['until'], params: { code: 'PERIOD_NOT_FORWARD' } });
      }
      const needed = neededFields[fact.kind];
      if (needed !== undefined && fact.known !== false && fact[needed] === undefined) {
        context.addIssue({ code: 'custom', path: [needed], params: { code: 'FIELD_MISSING' } });
      }
    })
    .transform(({ from, until, known, ...rest }): Fact => ({
      from: from ?? sinceAlways,
      until,
      known: known ?? true,
      ...withoutAbsent(rest),
    }));
}

type Present<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** The same fields without those that are undefined. */
function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}

function questionSchema(routine: Routine, library: RoutineLibrary) {
  const unit = unitSchema(routine, library);
  const involvement = z.object({
    unit,
    caseworker: z.string().min(1),
    caseworkerContactSince: date,
    unitContactSince: date,
    investigationOpen: nullish(z.boolean()),
  });
  return z.object({
    ask: z.enum(askKinds),
    asOf: date,
    person: nullish(z.object({ birthDate: birth })),
    matter: nullish(
      z.object({
        type: nullish(z.enum(matterTypes)),
        receivedBy: nullish(unit),
        householdHasChildren: nullish(z.boolean()),
        ownerUnit: nullish(unit),
        sections: nullish(z.array(z.enum(sections))),
        parallelNeed: nullish(z.boolean()),
      }),
    ),
    needs: nullish(z.array(z.object({ type: z.enum(needTypes), clearlyEvident: nullish(z.boolean()) }))),
    facts: nullish(z.array(factSchema(unit))),
    involvements: nullish(z.array(involvement)),
    childConcern: nullish(z.boolean()),
    guardianInvolved: nullish(z.boolean()),
  });
}

const schemas = new WeakMap<RoutineLibrary, WeakMap<Routine, ReturnType<typeof questionSchema>>>();

function schemaFor(routine: Routine, library: RoutineLibrary): ReturnType<typeof questionSchema> {
  const known = schemas.get(library) ?? new WeakMap<Routine, ReturnType<typeof questionSchema>>();
  schemas.set(library, known);
  const schema = known.get(routine) ?? questionSchema(routine, library);
  known.set(routine, schema);
  return schema;
}

function refusal(code: ErrorCode, path: string): QuestionError {
  return { code, message: messages[code], path };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${String(key)}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

function errorOf(error: z.ZodError, input: unknown): QuestionError {
  const [issue] = error.issues;
  if (issue === undefined) return refusal('NOT_AN_OBJECT', '');
  const path = pathText(issue.path);
  if (issue.code === 'custom') return refusal((issue.params?.['code'] as ErrorCode | undefined) ?? 'WRONG_TYPE', path);
  const given = valueAt(input, issue.path);
  if (given === undefined || given === null || given === '') return refusal('FIELD_MISSING', path);
  if (issue.code === 'invalid_value') return refusal('UNKNOWN_NAME', path);
  return refusal('WRONG_TYPE', path);
}

/** What the fields say together: dates in order, a matter and involvements where the question needs them. */
function disagreement(question: Question): QuestionError | undefined {
  const { ask, asOf, birthDate } = question;
  const earliest = birthDate ?? question.birthRange?.earliest;
  if (earliest !== undefined && asOf < birthday(earliest, 0)) return refusal('AS_OF_BEFORE_BIRTH', 'asOf');
  if (ask === 'NEW_MATTER' && question.matter === undefined) return refusal('MATTER_MISSING', 'matter');
  if (ask === 'COORDINATOR' && question.involvements.length === 0) return refusal('INVOLVEMENTS_MISSING', 'involvements');
  return undefined;
}

/** Whether a routine's rows on new matters ask what kind of matter it is. */
function asksForType(routine: Routine): boolean {
  const rows = routine.versions.flatMap((version) => version.newMatter?.rows ?? []);
  return rows.some((row) => row.entry.when?.matter !== undefined);
}

/** Reads one question. Known facts for which its routine has no rule are kept, and decide nothing. */
export function parseQuestion(input: unknown, library: RoutineLibrary): Question | RefusedQuestion {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { id: null, error: refusal('NOT_AN_OBJECT', '') };
  }
  const given: unknown = Reflect.get(input, 'id');
  if (typeof given !== 'string') return { id: null, error: refusal(given === undefined ? 'FIELD_MISSING' : 'WRONG_TYPE', 'id') };
  const key: unknown = Reflect.get(input, 'routine');
  const routine = typeof key === 'string' ? library.get(key) : undefined;
  if (routine === undefined) {
    return { id: given, error: refusal(key === undefined ? 'FIELD_MISSING' : 'UNKNOWN_NAME', 'routine') };
  }
  const parsed = schemaFor(routine, library).safeParse(input);
  if (!parsed.success) return { id: given, error: errorOf(parsed.error, input) };
  const { person, matter, needs, facts, involvements, childConcern, guardianInvolved, ask, asOf } = parsed.data;
  const question: Question = {
    id: given,
    routine: routine.key,
    ask,
    asOf,
    ...(person?.birthDate ?? { birthDate: null }),
    ...(matter === undefined ? {} : { matter: withoutAbsent(matter) }),
    needs: (needs ?? []).map(({ type, clearlyEvident }) => ({ type, clearlyEvident: clearlyEvident ?? false })),
    facts: facts ?? [],
    involvements: (involvements ?? []).map(({ investigationOpen, ...rest }) => ({
      ...rest,
      investigationOpen: investigationOpen ?? false,
    })),
    childConcern: childConcern ?? false,
    guardianInvolved: guardianInvolved ?? false,
  };
  const wrong = disagreement(question);
  if (wrong !== undefined) return { id: given, error: wrong };
  const isUntyped = question.matter?.type === undefined && (question.matter?.sections?.length ?? 0) === 0;
  if (ask === 'NEW_MATTER' && isUntyped && asksForType(routine)) {
    return { id: given, error: refusal('MATTER_MISSING', 'matter.type') };
  }
  return question;
}
