/** What is asked of each server, and how its answer becomes comparable: the same facts under one set of names. */
import { z } from 'zod';

/** The servers in the run, in the order in which they take turns. */
export const serverNames = ['ours', 'limit', 'postgraphile', 'audited'] as const;
export type ServerName = (typeof serverNames)[number];

export type ReadWorkload = 'W1' | 'W2' | 'W3';

/** What the documents ask about: ids of the database. */
export interface Subjects {
  /** Persons with an open case at the caseworker's unit. */
  readonly personIds: readonly string[];
  readonly unitId: string;
  readonly term: Term;
}

/** The term whose inventory is asked for, in the forms that the servers take. */
export interface Term {
  readonly label: string;
  readonly from: string;
  readonly until: string;
}

/** The half-year that `today` lies in. */
export function termOf(today: string): Term {
  const year = Number(today.slice(0, 4));
  return today.slice(5) < '07-01'
    ? { label: `VT${year}`, from: `${year}-01-01`, until: `${year}-07-01` }
    : { label: `HT${year}`, from: `${year}-07-01`, until: `${year + 1}-01-01` };
}

interface BenchRequest {
  readonly method: 'POST' | 'GET';
  readonly path: string;
  readonly body?: string;
}

const ourCase = `id reference kind openedOn closedOn unit { key name } caseworker { displayName }
  coHandlings { role from until unit { key name } staff { displayName } }`;
const ourPerson = `id displayName personalNumber birthDate protection`;
const verdictFields = `responsibility { outcome handlingUnit authorityUnit costUnit }`;

// The same names by aliases, so that the answers are of the same length.
const theirCase = `id: rowId reference kind openedOn closedOn unit: unitByUnitId { key name } caseworker { displayName }
  coHandlings: coHandlingsByCaseIdAndCaseUnitIdAndPersonIdList(orderBy: [VALID_FROM_DESC]) {
    role from: validFrom until: validUntil unit: unitByUnitId { key name } staff: staffByStaffId { displayName } }`;
const theirPerson = `id: rowId displayName personalNumber birthDate: shownBirthDate protection`;

const transferFields = `block reference name number birthDate age unit caseworker placement lvu transferDate projected overdue
  deadline daysToDeadline coHandler coHandlerSince need needCategories consent`;

const documents = {
  ours: {
    W1: `query W1($id: ID!) { person(id: $id) { ${ourPerson} cases { ${ourCase} } ${verdictFields} } }`,
    W2: `query W2($unit: ID!) { cases(unitId: $unit, open: true, first: 50) {
      edges { node { ${ourCase} person { ${ourPerson} } ${verdictFields} } } pageInfo { hasNextPage endCursor } } }`,
    W3: `query W3($term: String!) { upcomingTransfers(organisation: "bench", term: $term) { rows { ${transferFields} } } }`,
  },
  postgraphile: {
    W1: `query W1($id: UUID!) { person: personByRowId(rowId: $id) { ${theirPerson}
      cases: caseRecordsByPersonIdList(orderBy: [OPENED_ON_DESC, ROW_ID_ASC]) { ${theirCase} } ${verdictFields} } }`,
    W2: `query W2($unit: UUID!) {
      cases: allCaseRecords(condition: { unitId: $unit, closedOn: null }, orderBy: [OPENED_ON_DESC, ROW_ID_DESC], first: 50) {
        edges { node { ${theirCase} person: personByPersonId { ${theirPerson} ${verdictFields} } } } pageInfo { hasNextPage endCursor } } }`,
    W3: `query W3($from: Date!, $until: Date!) { rows: upcomingTransfersList(termFrom: $from, termUntil: $until) { ${transferFields} } }`,
  },
} as const;

const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');

/** The requests of one workload, to be sent in turn. */
export function requestsOf(server: ServerName, workload: ReadWorkload, { personIds, unitId, term }: Subjects): BenchRequest[] {
  if (server === 'limit') {
    const paths = { W1: personIds.map((id) => `/person/${id}`), W2: [`/cases/${unitId}`], W3: [`/transfers/${term.from}/${term.until}`] };
    return paths[workload].map((path) => ({ method: 'GET', path }));
  }
  const isOurs = server === 'ours';
  const idOf = (type: string, id: string): string => (isOurs ? globalId(type, id) : id);
  const variables = {
    W1: personIds.map((id) => ({ id: idOf('Person', id) })),
    W2: [{ unit: idOf('Unit', unitId) }],
    W3: [isOurs ? { term: term.label } : { from: term.from, until: term.until }],
  };
  const query = documents[isOurs ? 'ours' : 'postgraphile'][workload];
  return variables[workload].map((values) => ({ method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables: values }) }));
}

const unit = z.object({ key: z.string(), name: z.string() });
const staff = z.object({ displayName: z.string() });
const verdict = z.object({
  outcome: z.string(), handlingUnit: z.string().nullable(), authorityUnit: z.string().nullable(), costUnit: z.string().nullable(),
});
/** The program's ids are opaque: they carry the database's. */
const id = z.string().transform((text) => (text.includes('-') ? text : (Buffer.from(text, 'base64url').toString().split(':')[1] ?? text)));
const coHandling = z.object({ role: z.string(), from: z.string(), until: z.string().nullable(), unit, staff: staff.nullable() });
const caseFields = {
  id, reference: z.string(), kind: z.string(), openedOn: z.string(), closedOn: z.string().nullable(), unit, caseworker: staff.nullable(),
  // Two that begin on one day come in any order.
  coHandlings: z.array(coHandling).transform((rows) => rows.map((row) => JSON.stringify(row)).sort()),
};
const personFields = {
  id, displayName: z.string(), personalNumber: z.string().nullable(), birthDate: z.string().nullable(), protection: z.string(),
};
const text = z.string().nullable();
const transfers = z
  .array(z.object({
    block: z.string(), reference: z.string(), name: z.string(), number: text, birthDate: text, age: z.int(), unit: z.string(), caseworker: text,
    placement: z.string(), lvu: z.boolean(), transferDate: z.string(), projected: z.boolean(), overdue: z.boolean(),
    deadline: text, daysToDeadline: z.int().nullable(), coHandler: text, coHandlerSince: text, need: z.string(),
    needCategories: z.array(z.string()), consent: z.string(),
  }))
  .min(1)
  .transform((rows) => rows.map((row) => JSON.stringify(row)).sort());
const shapes = {
  W1: z.object({ person: z.object({ ...personFields, cases: z.array(z.object(caseFields)), responsibility: verdict }) }),
  W2: z.object({
    cases: z.object({
      edges: z.array(z.object({
        // The peer's verdict stands with the person.
        node: z.object({ ...caseFields, responsibility: verdict.optional(), person: z.object({ ...personFields, responsibility: verdict.optional() }) })
          .transform(({ responsibility, person: { responsibility: ofPerson, ...person }, ...node }) => ({ ...node, person, responsibility: responsibility ?? ofPerson })),
      })),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
  }),
  W3: z.union([z.object({ rows: transfers }), z.object({ upcomingTransfers: z.object({ rows: transfers }) }).transform(({ upcomingTransfers }) => upcomingTransfers)]),
} as const;

/** An answer in the form in which all servers' answers are equal. @throws when it is an error or of another shape */
export function comparable(workload: ReadWorkload, body: string): string {
  const parsed = z.object({ data: shapes[workload] }).safeParse(JSON.parse(body));
  if (!parsed.success) throw new Error(`${workload}: ${body.slice(0, 400)}\n${parsed.error.message.slice(0, 600)}`);
  return JSON.stringify(parsed.data, undefined, 1);
}
