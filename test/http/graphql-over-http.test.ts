/** The audit of the GraphQL-over-HTTP specification, by the working group's own tool, over real requests. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits, type Audit } from 'graphql-http';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTestEdge, type TestEdge } from '../support/edge.ts';
import { Municipality, userAt } from '../support/municipality.ts';

const user = userAt('alpha', 'ADULT', 'CASEWORKER');
const audits: readonly Audit[] = serverAudits({ url: 'http://unused.invalid', fetchFn: fetch });

describe('GraphQL over HTTP', () => {
  let database: TestDatabase;
  let town: Municipality;
  let edge: TestEdge;
  let opened: ReadonlyMap<string, Audit>;

  beforeAll(async () => {
    database = await createTestDatabase();
    town = await Municipality.plant(database.superuserUrl);
    edge = await openTestEdge({ appUrl: database.appUrl });
    const authorization = `Bearer ${await edge.token(user)}`;
    const fetchFn: typeof fetch = (address, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', authorization);
      return fetch(address, { ...init, headers });
    };
    opened = new Map(serverAudits({ url: `${edge.url}/graphql`, fetchFn }).map((audit) => [audit.id, audit]));
  });

  afterAll(async () => {
    await edge.close();
    await town.close();
    await database.drop();
  });

  it.each(audits.map(({ id, name }) => ({ id, name })))('$id $name', async ({ id }) => {
    const result = await opened.get(id)?.fn();
    expect(result?.status === 'error' ? result.reason : undefined).toBeUndefined();
  });

  it('departs from the advice of the specification in these points only', async () => {
    const results = await Promise.all([...opened.values()].map((audit) => audit.fn()));
    expect(results.flatMap((result) => (result.status === 'ok' ? [] : [result.name]))).toEqual([
      // Questions come by POST: an address may be logged, and it may be about somebody.
      'MAY accept application/x-www-form-urlencoded formatted GET requests',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
      // What was refused says so in its status, to every client.
      'SHOULD use 200 status code on document parsing failure when accepting application/json',
      'SHOULD use 200 status code on document validation failure when accepting application/json',
      'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
    ]);
  });
});
