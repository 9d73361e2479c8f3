/** The door: who is let in, what leaves, and what never does. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTestEdge, type TestEdge } from '../support/edge.ts';
import { Municipality, userAt } from '../support/municipality.ts';
import { planted } from '../support/small-schema.ts';

const user = userAt('alpha', 'ADULT', 'CASEWORKER');
const personId = '018f0000-0000-7000-8000-000000000001';

describe('the edge', () => {
  let database: TestDatabase;
  let town: Municipality;
  let edge: TestEdge;

  beforeAll(async () => {
    database = await createTestDatabase();
    town = await Municipality.plant(database.superuserUrl);
    edge = await openTestEdge({ appUrl: database.appUrl });
  });

  afterAll(async () => {
    await edge.close();
    await town.close();
    await database.drop();
  });

  async function auditRows(): Promise<readonly Record<string, unknown>[]> {
    const { rows } = await town.query(`select actor, operation, outcome, person_ids, details, purpose, request_id from audit_event order by id`);
    return rows;
  }

  it('answers a signed-in caller', async () => {
    const { status, json } = await edge.graphql(user, '{ me }');
    expect({ status, json }).toEqual({ status: 200, json: { data: { me: user } } });
  });

  it('answers everybody else alike, whatever is wrong', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = '{"query":"{ me }"}';
    const wrong = [undefined, '', 'Bearer', 'Bearer nonsense', 'Basic YTpi', `bearer ${'x'.repeat(9000)}`, `Bearer ${await edge.token(user)}x`];
    const replies = await Promise.all(wrong.map((authorization) =>
      edge.request('/graphql', { method: 'POST', headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) }, body })));
    expect(new Set(replies.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(401);
    expect(replies[0]?.headers.get('www-authenticate')).toBe('Bearer');
    expect(replies[0]?.json).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('tells nobody the schema without a token', async () => {
    const { status } = await edge.request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __schema { types { name } } }"}' });
    expect(status).toBe(401);
  });

  it('refuses a subject that is nobody here, and audits it', async () => {
    const { status, json } = await edge.graphql('nobody', '{ hello }');
    expect({ status, json }).toMatchObject({ status: 403, json: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
    expect((await auditRows()).at(-1)).toMatchObject({ actor: 'unknown', outcome: 'REFUSED', operation: 'query hello' });
  });

  it('writes the audit row of a read before the answer leaves', async () => {
    const reply = await edge.request('/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${await edge.token(user)}`, 'content-type': 'application/json', 'x-purpose': 'INTAKE' },
      body: JSON.stringify({ query: `query Karin_Andersson { person(id: "${personId}") }` }),
    });
    expect(reply.json).toEqual({ data: { person: 'somebody' } });
    // The operation is called by its fields, not by what the client calls it.
    expect((await auditRows()).at(-1)).toEqual({
      actor: user, operation: 'query person', outcome: 'READ', person_ids: [personId], details: {}, purpose: 'INTAKE',
      request_id: reply.headers.get('x-request-id'),
    });
  });

  it('shows nothing that it cannot audit', async () => {
    await town.query('alter table audit_event add constraint full_disk check (operation <> $$query person$$) not valid');
    const { status, json, text } = await edge.graphql(user, `{ person(id: "${personId}") }`);
    await town.query('alter table audit_event drop constraint full_disk');
    expect({ status, json }).toMatchObject({ status: 503, json: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] } });
    expect(text).not.toContain('somebody');
    expect((await edge.graphql(user, `{ person(id: "${personId}") }`)).status).toBe(200);
  });

  it('audits a refusal in a row of its own', async () => {
    const { json } = await edge.graphql(user, '{ refused }');
    expect(json).toMatchObject({ errors: [{ message: 'Får inte. / May not.', extensions: { code: 'FORBIDDEN' } }] });
    expect((await auditRows()).at(-1)).toMatchObject({ actor: user, outcome: 'REFUSED', operation: 'query refused', details: { code: 'FORBIDDEN' } });
  });

  it('tells faults with code, field, rule and both languages', async () => {
    const { json } = await edge.graphql(user, '{ wrong }');
    expect(json).toMatchObject({
      errors: [{ message: 'Fel datum. / Wrong date.', path: ['wrong'], extensions: { code: 'DATE_INVALID', path: 'input.from', ruleId: 'R0-26', message: { sv: 'Fel datum.', en: 'Wrong date.' } } }],
    });
  });

  it.each(['broken', 'brokenSql'])('tells of a defect (%s) only its number', async (field) => {
    const { status, json, text, headers } = await edge.graphql(user, `{ ${field} }`);
    expect(status).toBeLessThan(500);
    expect(json).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL', requestId: headers.get('x-request-id') } }] });
    for (const word of [planted.secret, planted.table, 'Error:', 'insert', 'select', '.ts:']) expect(text).not.toContain(word);
  });

  it('keeps what was asked about out of the log', async () => {
    await edge.graphql(user, `{ hello(name: "${planted.secret}") }`);
    await edge.graphql(user, `query ($n: Int!) { hello }`, { variables: { n: planted.secret } });
    await edge.request(`/nowhere/${planted.secret}?number=${planted.secret}`);
    await edge.request(`/reports/term-inventory.xlsx?organisation=${planted.secret}`);
    const logged = edge.logged();
    expect(logged).toContain('"route":"/graphql"');
    for (const word of [planted.secret, planted.table, 'Bearer', 'eyJ', 'nowhere', 'number=']) expect(logged).not.toContain(word);
  });

  it('does not read variables back', async () => {
    const { status, text } = await edge.graphql(user, 'query ($n: Int!) { hello item { items(first: $n) { name } } }', { variables: { n: planted.secret } });
    expect(status).toBe(400);
    expect(text).not.toContain(planted.secret);
  });

  it('suggests no fields', async () => {
    const { text } = await edge.graphql(user, '{ hell persn { id } }');
    expect(text).not.toContain('Did you mean');
    expect(text).not.toContain('hello');
  });

  it.each([
    ['a purpose that is free text', { 'x-purpose': 'Karin bad om det' }, '{"query":"{ hello }"}', 400],
    ['a body that is no JSON', {}, '{"query":', 400],
    ['a body over 100 kB', {}, JSON.stringify({ query: '{ hello }', filler: 'x'.repeat(100_000) }), 413],
    ['several operations in one body', {}, '[{"query":"{ hello }"},{"query":"{ hello }"}]', 400],
    ['a form', { 'content-type': 'text/plain' }, '{"query":"{ hello }"}', 400],
    ['a query that is no text', {}, '{"query":{"kind":"Document"}}', 400],
  ])('refuses %s', async (_what, headers, body, status) => {
    const reply = await edge.request('/graphql', {
      method: 'POST', headers: { authorization: `Bearer ${await edge.token(user)}`, 'content-type': 'application/json', ...headers }, body,
    });
    expect(reply.status).toBe(status);
  });

  it('takes questions by POST only', async () => {
    const { status, headers } = await edge.request('/graphql?query={hello}', { headers: { authorization: `Bearer ${await edge.token(user)}` } });
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
  });

  it.each(['/', '/graphiql', '/graphql', '/health/live', '/nowhere'])('sends %s with strict headers', async (path) => {
    const { headers } = await edge.request(path);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none';script-src 'self';/u);
    expect(headers.get('content-security-policy')).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/u);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
  });

  it.each(['/', '/graphiql'])('serves %s whole: nothing comes from another host', async (path) => {
    const { text } = await edge.request(path);
    const loaded = [...text.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address]) => address ?? '');
    expect(loaded.filter((address) => !/^(?:\/(?!\/)|data:,$)/u.test(address))).toEqual([]);
    for (const address of loaded.filter((one) => /\.(?:js|css)$/u.test(one))) expect((await edge.request(address)).status).toBe(200);
  });

  it('is ready when it serves, and not while it drains', async () => {
    expect(await edge.request('/health/live')).toMatchObject({ status: 200 });
    expect((await edge.request('/health/ready')).json).toEqual({ status: 'ready', checks: { serving: true, database: true, routines: true } });
    edge.lifecycle.drain();
    expect(await edge.request('/health/ready')).toMatchObject({ status: 503, json: { status: 'not ready' } });
    expect(await edge.graphql(user, '{ hello }')).toMatchObject({ status: 200 });
    edge.lifecycle.serve();
  });

  it('measures by address pattern', async () => {
    const { text } = await edge.request('/metrics');
    expect(text).toMatch(/http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} \d+/u);
    expect(text).not.toContain('nowhere');
  });
});
