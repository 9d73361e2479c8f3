/** The routine as a page for signed-in staff, and a broken routine file in the health answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoutineWarning } from '../../src/routine/routine.shelf.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTestEdge, type Reply, type TestEdge } from '../support/edge.ts';
import { Municipality, userAt } from '../support/municipality.ts';

describe('the page of a routine', () => {
  let database: TestDatabase;
  let town: Municipality;
  let edge: TestEdge;
  let warnings: readonly RoutineWarning[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    town = await Municipality.plant(database.superuserUrl);
    edge = await openTestEdge({ appUrl: database.appUrl, routineWarnings: () => warnings });
  });

  afterAll(async () => {
    await edge.close();
    await town.close();
    await database.drop();
  });

  async function get(path: string, userName: string): Promise<Reply> {
    return edge.request(path, { headers: { authorization: `Bearer ${await edge.token(userName)}` } });
  }

  it.each(['CASEWORKER', 'BI_READER', 'ADMINISTRATOR'] as const)('is there for every member of staff: %s', async (role) => {
    const { status, headers, text } = await get('/routines/OSTHAMMAR', userAt('alpha', 'ADULT', role));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/u);
    expect(headers.get('content-security-policy')).toContain("style-src 'self'");
    expect(text).toContain('<h1>Samordningsrutiner i Östhammars kommun');
    expect(text).toContain('Pågående familjehemsplacering vid gymnasiestudier upp till 21 år');
  });

  it('asks for a token, and is silent to a subject that is nobody here', async () => {
    expect((await edge.request('/routines/OSTHAMMAR')).status).toBe(401);
    const { status, text } = await get('/routines/OSTHAMMAR', 'nobody');
    expect({ status, isPage: text.includes('<h1>') }).toEqual({ status: 403, isPage: false });
    const { rows } = await town.query(`select operation, outcome from audit_event order by id desc limit 1`);
    expect(rows).toEqual([{ operation: 'routine.page', outcome: 'REFUSED' }]);
  });

  it('is not there for a routine that nobody wrote, nor under another method', async () => {
    const user = userAt('alpha', 'ADULT', 'CASEWORKER');
    expect((await get('/routines/NOWHERE', user)).status).toBe(404);
    expect((await get('/routines/__proto__', user)).status).toBe(404);
    expect((await edge.request('/routines/OSTHAMMAR', { method: 'POST' })).status).toBe(405);
  });

  it('has its style sheet on the same host', async () => {
    const { status, headers, text } = await edge.request('/routines/routine.css');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/css/u);
    expect(text).toContain('@page { size: A4');
  });

  it('stays ready with a warning while a routine file is broken', async () => {
    warnings = [{ routine: 'OSTHAMMAR', file: 'osthammar.yaml', line: 12, reason: 'unknown unit X' }];
    expect((await edge.request('/health/ready'))).toMatchObject({ status: 200, json: { status: 'ready', warnings } });
    warnings = [];
    expect((await edge.request('/health/ready')).json).toEqual({ status: 'ready', checks: { serving: true, database: true, routines: true } });
  });
});
