/** Every root field and mutation, for every role and relation, compared cell by cell with the table written by hand. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/access/roles.model.ts';
import { at, keyed, mutationDocument, today, type Client } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';
import { columns, matrix } from './matrix.table.ts';

const own = 'alpha/CHILD_YOUTH';
const other = 'alpha/ADULT';
const third = 'alpha/NEEDS_ASSESSMENT';
const relations = ['own unit', 'co-handling unit', 'other unit'] as const;
type Relation = (typeof relations)[number];

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

/** What an operation is tried on: a case with everything about it. */
interface Subject {
  readonly unitId: string;
  readonly personId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly coHandlingId: string;
  readonly factId: string;
  readonly consentId: string;
  readonly agreementId: string;
  /** A person at the user's own unit, related to the subject. */
  readonly relativeId: string;
  /** Another, not related yet. */
  readonly strangerId: string;
  readonly relationId: string;
}

async function plant(relation: Relation): Promise<Subject> {
  const { town } = world;
  const [home, proposer, counterpart] = relation === 'own unit' ? [own, other, own] : [other, other, third];
  const person = await town.person('alpha', { born: '2007-03-01', number: null });
  const reference = `T-${randomUUID()}`;
  const file = await town.case(home, person, { reference });
  const relative = await town.case(own);
  const stranger = await town.case(own);
  const partner = relation === 'own unit' ? other : relation === 'co-handling unit' ? own : third;
  return {
    unitId: world.unit(home),
    personId: globalId('Person', person),
    caseId: globalId('Case', file.id),
    reference,
    coHandlingId: globalId('CoHandling', await town.coHandling(file, partner)),
    factId: globalId('Fact', await town.fact(person, home, 'CONTINUED_NEED', '2026-01-01', { value: 'YES' })),
    consentId: globalId('Consent', await town.consent(person, home)),
    agreementId: globalId('ManagersAgreement', await town.agreement(person, proposer, counterpart, { valid_from: '2028-01-01', valid_until: '2028-06-01' })),
    relativeId: globalId('Person', relative.personId),
    strangerId: globalId('Person', stranger.personId),
    relationId: globalId('Relation', await town.relation(relative.personId, person, 'HOUSEHOLD')),
  };
}

type Outcome = string;
type Operation = (client: Client, subject: Subject) => Promise<Outcome>;

/** F where the answer is a refusal; what else went wrong by its code. */
function refusal(errors: unknown): Outcome | undefined {
  const code = at(errors, 0, 'extensions', 'code');
  return code === undefined ? undefined : code === 'FORBIDDEN' ? 'F' : JSON.stringify(code);
}

/** Y where `shows` finds the subject in the answer. */
function query(document: (subject: Subject) => string, shows: (data: unknown, subject: Subject) => boolean): Operation {
  return async (client, subject) => {
    const { data, errors } = await client.send(document(subject));
    return refusal(errors) ?? (shows(data, subject) ? 'Y' : 'N');
  };
}

const isThere = (name: string) => (data: unknown) => at(data, name) != null;
const lists = (name: string, wanted: (subject: Subject) => string) => (data: unknown, subject: Subject) =>
  JSON.stringify(at(data, name, 'edges')).includes(wanted(subject));

function mutation(name: string, input: (subject: Subject) => object): Operation {
  return async (client, subject) => {
    const { data, errors } = await client.send(mutationDocument(name), { input: keyed({ ...input(subject) }) });
    const answer = at(data, name);
    const code = at(answer, 'code');
    const outcome = code === undefined ? 'Y' : code === 'NOT_FOUND' ? 'N' : JSON.stringify(code);
    return refusal(errors) ?? outcome;
  };
}

const edges = (list: string, more = '') => `{ ${list}(first: 100${more}) { edges { node { id } } } }`;

const operations: Readonly<Record<string, Operation>> = {
  viewer: query(() => '{ viewer { userName } }', isThere('viewer')),
  organisations: query(() => '{ organisations { key units { key } routines { routine } } }', (data) => at(data, 'organisations', 0, 'key') === 'alpha'),
  units: query(() => '{ units { key staff { id } } }', isThere('units')),
  unit: query(({ unitId }) => `{ unit(id: "${unitId}") { key } }`, isThere('unit')),
  evaluateResponsibility: query(
    () => '{ evaluateResponsibility(question: { routine: "OSTHAMMAR", ask: ONGOING, asOf: "2026-11-22", person: { birthDate: "2007-03-01" } }) { __typename } }',
    (data) => at(data, 'evaluateResponsibility', '__typename') === 'Responsibility',
  ),
  person: query(({ personId }) => `{ person(id: "${personId}") { id } }`, isThere('person')),
  persons: query(() => edges('persons'), lists('persons', ({ personId }) => personId)),
  case: query(({ caseId }) => `{ case(id: "${caseId}") { id } }`, isThere('case')),
  cases: query(() => edges('cases'), lists('cases', ({ caseId }) => caseId)),
  node: query(({ caseId }) => `{ node(id: "${caseId}") { id } }`, isThere('node')),
  coHandlings: query(() => edges('coHandlings', ', inForce: true'), lists('coHandlings', ({ coHandlingId }) => coHandlingId)),
  managersAgreements: query(() => edges('managersAgreements'), lists('managersAgreements', ({ agreementId }) => agreementId)),
  upcomingTransfers: query(
    () => '{ upcomingTransfers(organisation: "alpha", term: "HT2026") { rows { reference } } }',
    (data, { reference }) => JSON.stringify(at(data, 'upcomingTransfers', 'rows')).includes(reference),
  ),
  auditLog: query(({ personId }) => `{ auditLog(personId: "${personId}") { edges { node { at } } } }`, isThere('auditLog')),

  registerPerson: mutation('registerPerson', ({ unitId }) => ({ unitId, givenName: 'Ny', familyName: 'Person', birthDate: '2010' })),
  recordRelation: mutation('recordRelation', ({ personId, strangerId }) => ({ personId: strangerId, relatedPersonId: personId, kind: 'GUARDIAN', from: today })),
  endRelation: mutation('endRelation', ({ relationId }) => ({ relationId, until: today, version: 1 })),
  openCase: mutation('openCase', ({ personId }) => ({ personId, unitId: world.unit(own), kind: 'REPORT', openedOn: today })),
  closeCase: mutation('closeCase', ({ caseId }) => ({ caseId, closedOn: today, version: 1 })),
  assignCaseworker: mutation('assignCaseworker', ({ caseId }) => ({ caseId, staffId: world.staff(own, 'CASEWORKER'), from: today, version: 1 })),
  appointCoHandler: mutation('appointCoHandler', ({ caseId }) => ({ caseId, unitId: world.unit(third), from: today, version: 1 })),
  nameCoHandler: mutation('nameCoHandler', ({ coHandlingId }) => ({ coHandlingId, staffId: world.staff(own, 'CASEWORKER'), version: 1 })),
  endCoHandler: mutation('endCoHandler', ({ coHandlingId }) => ({ coHandlingId, until: today, version: 1 })),
  recordFact: mutation('recordFact', ({ personId }) => ({ personId, unitId: world.unit(own), kind: 'HOMELESS', from: today })),
  endFact: mutation('endFact', ({ factId }) => ({ factId, until: today, version: 1 })),
  recordConsent: mutation('recordConsent', ({ personId }) => ({ personId, unitId: world.unit(own), purpose: 'CONTACT', scope: 'namn', howGiven: 'ORAL', from: today })),
  withdrawConsent: mutation('withdrawConsent', ({ consentId }) => ({ consentId, withdrawnOn: today, version: 1 })),
  recordManagersAgreement: mutation('recordManagersAgreement', ({ personId }) => ({
    personId, unitId: world.unit(own), counterpartUnitId: world.unit(other), agreedUnitId: world.unit(own), reason: 'skäl', from: '2027-01-01', until: '2027-06-01',
  })),
  approveManagersAgreement: mutation('approveManagersAgreement', ({ agreementId }) => ({ agreementId, version: 1 })),
  endManagersAgreement: mutation('endManagersAgreement', ({ agreementId }) => ({ agreementId, until: '2028-02-01', version: 1 })),
};

const rows = new Map(
  matrix.split('\n').filter((line) => /^[a-z]/u.test(line) && !line.startsWith('operation')).map((line) => {
    const [operation = '', ...cells] = line.split(/\s+/u);
    return [operation, cells] as const;
  }),
);

const queried = new Map<Relation, Subject>();

/** What comes out of all cells of a row. A mutation that has done something gets a new subject for the next cell. */
async function tried(operation: Operation, isQuery: boolean): Promise<readonly string[]> {
  const subjects = isQuery ? queried : new Map<Relation, Subject>();
  const cells: string[] = [];
  for (const role of columns satisfies readonly Role[]) {
    let cell = '';
    for (const relation of relations) {
      const subject = subjects.get(relation) ?? (await plant(relation));
      const outcome = await operation(world.as(own, role), subject);
      if (outcome === 'Y' && !isQuery) subjects.delete(relation);
      else subjects.set(relation, subject);
      cell += outcome;
    }
    cells.push(cell);
  }
  return cells;
}

describe('the table', () => {
  it('has a row for every root field of the schema, and a try for every row', () => {
    const fields = [world.api.schema.getQueryType(), world.api.schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
    expect([...rows.keys()].sort()).toEqual(fields.sort());
    expect(Object.keys(operations).sort()).toEqual(fields.sort());
  });

  it('has a cell for every role and relation', () => {
    for (const [operation, cells] of rows) expect([operation, cells.length, cells.every((cell) => /^[YFN]{3}$/u.test(cell))]).toEqual([operation, columns.length, true]);
  });
});

describe('by the table,', () => {
  it.each([...rows.keys()])('%s', async (operation) => {
    const run = operations[operation];
    if (run === undefined) throw new Error(`nothing tries ${operation}`);
    const isQuery = Object.hasOwn(world.api.schema.getQueryType()?.getFields() ?? {}, operation);
    const cells = await tried(run, isQuery);
    const named = (values: readonly string[]) => columns.map((role, place) => `${role} ${values[place] ?? ''}`);
    expect(named(cells)).toEqual(named(rows.get(operation) ?? []));
  });
});
