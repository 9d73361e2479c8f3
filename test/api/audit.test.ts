import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { at, today } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';
import type { CaseIds } from '../support/municipality.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;
let files: CaseIds[];

beforeAll(async () => {
  world = await openWorld();
  files = [await world.town.case(childYouth), await world.town.case(childYouth)];
});

afterAll(() => world.close());

const row = z.object({
  operation: z.string(), outcome: z.string(), actor: z.string(), person_ids: z.array(z.string()), details: z.unknown(),
});

const client = () => world.as(childYouth, 'COORDINATOR');

/** The rows that `work` leaves behind. */
async function audited(work: () => Promise<unknown>): Promise<readonly z.infer<typeof row>[]> {
  const { rows: [last] } = await world.town.query('select coalesce(max(id), 0)::int as id from audit_event');
  await work();
  const { rows } = await world.town.query('select operation, outcome, actor, person_ids, details from audit_event where id > $1 order by id', [last?.['id']]);
  return z.array(row).parse(rows);
}

describe('reading persons', () => {
  it('leaves one row per operation with everybody in it', async () => {
    const rows = await audited(() => client().ask('{ cases { edges { node { person { displayName } } } } again: persons { edges { node { displayName } } } }'));
    expect(rows).toMatchObject([{ operation: 'cases', outcome: 'READ', actor: 'alpha.child-youth.coordinator' }]);
    expect([...(rows[0]?.person_ids ?? [])].sort()).toEqual(files.map(({ personId }) => personId).sort());
  });

  it('names relatives whose names come along', async () => {
    const child = await world.town.case(childYouth);
    const guardian = await world.town.case(childYouth);
    await world.town.relation(guardian.personId, child.personId, 'GUARDIAN');
    const rows = await audited(() => client().ask('query ($id: ID!) { person(id: $id) { relations { displayName } } }', { id: globalId('Person', child.personId) }));
    expect(new Set(rows[0]?.person_ids)).toEqual(new Set([child.personId, guardian.personId]));
  });

  it('leaves no row where nobody is shown', async () => {
    expect(await audited(() => client().ask('{ units { key staff { displayName } } viewer { userName } }'))).toEqual([]);
  });
});

describe('writing', () => {
  it('leaves a row of the write and one of the reading of what it changed', async () => {
    const [file] = files;
    const rows = await audited(() => client().mutate('recordFact', {
      personId: globalId('Person', file?.personId ?? ''), unitId: world.unit(childYouth), kind: 'HOMELESS', from: today,
    }, '... on FactChanged { fact { id } }'));
    expect(rows).toMatchObject([
      { operation: 'fact.record', outcome: 'WRITTEN', person_ids: [file?.personId], details: { kind: 'HOMELESS' } },
      { operation: 'recordFact', outcome: 'READ', person_ids: [file?.personId] },
    ]);
  });

  it('leaves its row in the same transaction: a write that fails late leaves none', async () => {
    await world.town.query("create function public.fail_late() returns trigger language plpgsql as $$ begin raise exception using errcode = '23514', message = 'late'; end $$");
    await world.town.query('create constraint trigger fail_late after insert on fact deferrable initially deferred for each row execute function public.fail_late()');
    const rows = await audited(async () => {
      const answer = await client().mutate('recordFact', { personId: globalId('Person', files[1]?.personId ?? ''), unitId: world.unit(childYouth), kind: 'LVU_CARE', from: today });
      expect(answer).toMatchObject({ __typename: 'Conflict', code: 'CONFLICT', path: null });
    });
    await world.town.query('drop trigger fail_late on fact');
    expect(rows).toMatchObject([{ operation: 'recordFact', outcome: 'REFUSED', details: { code: 'CONFLICT' } }]);
    expect((await world.town.query("select from fact where kind = 'LVU_CARE'")).rowCount).toBe(0);
  });
});

describe('refusals', () => {
  it('leave a row with their code, never with what was asked about', async () => {
    const hidden = await world.town.case('alpha/ADULT');
    const rows = await audited(() => client().mutate('closeCase', { caseId: globalId('Case', hidden.id), closedOn: today, version: 1 }));
    expect(rows).toEqual([expect.objectContaining({ operation: 'closeCase', outcome: 'REFUSED', person_ids: [], details: { code: 'NOT_FOUND', path: 'input.caseId' } })]);
  });

  it('are kept for queries too', async () => {
    const rows = await audited(() => world.as('alpha/CHILD_YOUTH', 'ADMINISTRATOR').send('{ cases { edges { cursor } } }'));
    expect(rows).toMatchObject([{ operation: 'cases', outcome: 'REFUSED', actor: 'alpha.child-youth.administrator', details: { code: 'FORBIDDEN' } }]);
  });

  it('are kept for ids that are not there for the caller', async () => {
    const hidden = await world.town.case('alpha/ADULT');
    const rows = await audited(() => client().ask('query ($a: ID!, $b: ID!) { person(id: $a) { id } case(id: $b) { id } node(id: $b) { id } }', { a: globalId('Person', hidden.personId), b: globalId('Case', hidden.id) }));
    expect(rows).toMatchObject([{ operation: 'person', outcome: 'REFUSED', person_ids: [], details: { code: 'NOT_FOUND', ids: [`Person:${hidden.personId}`, `Case:${hidden.id}`] } }]);
  });
});

describe('the access log', () => {
  const document = `query ($id: ID!, $first: Int, $after: String) { auditLog(personId: $id, first: $first, after: $after) {
    edges { node { at actor operation outcome purpose objectType objectId } } pageInfo { hasNextPage endCursor } } }`;

  it('tells the log reviewer who has read and changed a person, newest first, page by page', async () => {
    const file = await world.town.case(childYouth);
    const id = globalId('Person', file.personId);
    await client().ask('query ($id: ID!) { person(id: $id) { displayName } }', { id });
    await client().mutate('closeCase', { caseId: globalId('Case', file.id), closedOn: today, version: 1 });
    const reviewer = world.as(childYouth, 'LOG_REVIEWER');
    const page = at(await reviewer.ask(document, { id, first: 2 }), 'auditLog');
    expect(page).toMatchObject({
      edges: [
        { node: { operation: 'closeCase', outcome: 'READ' } },
        { node: { operation: 'case.close', outcome: 'WRITTEN', objectType: 'Case', objectId: globalId('Case', file.id), purpose: 'TEST' } },
      ],
      pageInfo: { hasNextPage: true },
    });
    const rest = at(await reviewer.ask(document, { id, after: at(page, 'pageInfo', 'endCursor') }), 'auditLog');
    expect(rest).toMatchObject({ edges: [{ node: { operation: 'person', outcome: 'READ', actor: 'alpha.child-youth.coordinator' } }], pageInfo: { hasNextPage: false } });
    expect(at(rest, 'edges', 0, 'node', 'at')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/u);
  });

  it('is itself logged, and holds no other organisation', async () => {
    const id = globalId('Person', files[0]?.personId ?? '');
    const rows = await audited(() => world.as(childYouth, 'LOG_REVIEWER').ask(document, { id }));
    expect(rows).toMatchObject([{ operation: 'auditLog', outcome: 'READ', person_ids: [files[0]?.personId] }]);
    expect(await world.as('beta/YOUTH', 'LOG_REVIEWER').ask(document, { id })).toMatchObject({ auditLog: { edges: [] } });
  });

  it('is closed to everybody else', async () => {
    const { errors } = await client().send(document, { id: globalId('Person', files[0]?.personId ?? '') });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
