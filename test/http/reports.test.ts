/** Reports over HTTP: the caller's own file, audited before it leaves; every refusal alike and audited too. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/access/roles.model.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTestEdge, type Reply, type TestEdge } from '../support/edge.ts';
import { Municipality, userAt } from '../support/municipality.ts';

describe('a report', () => {
  let database: TestDatabase;
  let town: Municipality;
  let edge: TestEdge;
  let personId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    town = await Municipality.plant(database.superuserUrl);
    personId = await town.person('alpha', { born: '2006-12-01', family: 'Ärlig' });
    await town.case('alpha/CHILD_YOUTH', personId, { reference: 'CY-1' });
    edge = await openTestEdge({ appUrl: database.appUrl });
  });

  afterAll(async () => {
    await edge.close();
    await town.close();
    await database.drop();
  });

  async function get(path: string, role: Role = 'OPERATIONS_MANAGER', unit = 'CHILD_YOUTH'): Promise<Reply> {
    return edge.request(path, { headers: { authorization: `Bearer ${await edge.token(userAt('alpha', unit, role))}` } });
  }

  async function lastAudit(): Promise<Record<string, unknown> | undefined> {
    return (await town.query('select actor, operation, outcome, person_ids, details, request_id from audit_event order by id desc limit 1')).rows[0];
  }

  const whole = '/reports/term-inventory.csv?organisation=alpha&term=HT2026&asOf=2026-11-22';

  it('leaves as CSV, with its audit row', async () => {
    const reply = await get(whole);
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('CY-1');
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename=inventering-alpha-HT2026-2026-11-22.csv');
    expect(await lastAudit()).toMatchObject({
      actor: userAt('alpha', 'CHILD_YOUTH', 'OPERATIONS_MANAGER'), operation: 'report.term-inventory', outcome: 'EXPORTED',
      person_ids: [personId], request_id: reply.headers.get('x-request-id'),
    });
  });

  it('leaves as a workbook', async () => {
    const reply = await get(whole.replace('.csv', '.xlsx'));
    expect(reply.status).toBe(200);
    expect(reply.text.slice(0, 2)).toBe('PK');
    expect(reply.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(reply.headers.get('x-export-id')).toMatch(/^[\da-f-]{36}$/u);
  });

  it('is as of today where no day is given', async () => {
    expect(await get('/reports/term-inventory.csv?organisation=alpha&term=HT2026')).toMatchObject({ status: 200 });
    expect(await lastAudit()).toMatchObject({ details: { asOf: '2026-11-22' } });
  });

  it('is refused to a role without a right to it, and the refusal audited', async () => {
    const reply = await get(whole, 'ADMINISTRATOR');
    expect(reply).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' } });
    expect(await lastAudit()).toMatchObject({ actor: userAt('alpha', 'CHILD_YOUTH', 'ADMINISTRATOR'), outcome: 'REFUSED', person_ids: [] });
  });

  it('answers alike for another organisation and for one that is not there', async () => {
    const [other, none] = [await get(whole.replace('alpha', 'beta')), await get(whole.replace('alpha', 'nowhere'))];
    expect({ status: other.status, text: other.text }).toEqual({ status: none.status, text: none.text });
    expect(other.status).toBeGreaterThanOrEqual(400);
    expect(await lastAudit()).toMatchObject({ outcome: 'REFUSED' });
  });

  it.each([
    ['/reports/term-inventory.csv?term=HT2026', 400, 'ORGANISATION_MISSING'],
    ['/reports/term-inventory.csv?organisation=alpha', 400, 'TERM_INVALID'],
    ['/reports/term-inventory.csv?organisation=alpha&term=XX2026', 400, 'TERM_INVALID'],
    ['/reports/term-inventory.csv?organisation=alpha&term=HT2026&asOf=2026-02-30', 400, 'DATE_INVALID'],
    ['/reports/term-inventory.csv?organisation=alpha&organisation=beta&term=HT2026', 400, 'ORGANISATION_MISSING'],
    ['/reports/term-inventory.pdf?organisation=alpha&term=HT2026', 404, 'NOT_FOUND'],
    ['/reports/other.csv?organisation=alpha&term=HT2026', 404, 'NOT_FOUND'],
    ['/reports/..%2f..%2fpackage.json', 404, 'NOT_FOUND'],
  ])('is refused: %s', async (path, status, code) => {
    expect(await get(path)).toMatchObject({ status, json: { code } });
  });

  it('is refused to those who are not signed in', async () => {
    expect(await edge.request(whole)).toMatchObject({ status: 401 });
  });

  it('is fetched with GET only', async () => {
    expect(await edge.request('/reports/term-inventory.csv', { method: 'DELETE' })).toMatchObject({ status: 405 });
  });
});
