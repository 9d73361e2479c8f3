/** The limit: `node:http`, and one hand-written statement per request that returns the whole answer as JSON. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { databaseUrl, openTokens, poolSize, tellPort } from './served.ts';

const caseFields = /* sql */ `
  'id', c.id, 'reference', c.reference, 'kind', c.kind, 'openedOn', c.opened_on, 'closedOn', c.closed_on,
  'unit', json_build_object('key', u.key, 'name', u.name),
  'caseworker', (
    select json_build_object('displayName', s.display_name) from case_assignment a join staff s on s.id = a.staff_id
    where a.case_id = c.id and a.valid_from <= t.today and (a.valid_until is null or a.valid_until > t.today) limit 1),
  'coHandlings', (
    select coalesce(json_agg(json_build_object('role', h.role, 'from', h.valid_from, 'until', h.valid_until,
      'unit', json_build_object('key', v.key, 'name', v.name),
      'staff', case when s.id is not null then json_build_object('displayName', s.display_name) end)), '[]')
    from co_handling h join unit v on v.id = h.unit_id left join staff s on s.id = h.staff_id where h.case_id = c.id)`;
const personFields = /* sql */ `
  'id', p.id, 'displayName', person_display_name(p), 'personalNumber', person_personal_number(p),
  'birthDate', person_shown_birth_date(p), 'protection', p.protection`;
const verdict = /* sql */ `'responsibility', (
  select json_build_object('outcome', r.outcome, 'handlingUnit', r.handling_unit, 'authorityUnit', r.authority_unit, 'costUnit', r.cost_unit)
  from bench.verdict(p.id, p.birth_date, t.today) as r)`;

const statements = {
  person: {
    name: 'person',
    text: /* sql */ `
      select json_build_object('data', json_build_object('person', json_build_object(${personFields}, ${verdict}, 'cases', (
        select coalesce(json_agg(json_build_object(${caseFields}) order by c.opened_on desc, c.id), '[]')
        from case_record c join unit u on u.id = c.unit_id where c.person_id = p.id)))) as answer
      from (select access.today() as today) as t, person p where p.id = $1`,
  },
  cases: {
    name: 'cases',
    text: /* sql */ `
      select json_build_object('data', json_build_object('cases', json_build_object(
        'edges', coalesce(json_agg(row.edge order by row.opened_on desc, row.id desc) filter (where row.place <= 50), '[]'),
        'pageInfo', json_build_object('hasNextPage', count(*) > 50)))) as answer
      from (
        select c.opened_on, c.id, row_number() over (order by c.opened_on desc, c.id desc) as place,
          json_build_object('node', json_build_object(${caseFields}, ${verdict}, 'person', json_build_object(${personFields}))) as edge
        from (select access.today() as today) as t,
          (select * from case_record where unit_id = $1 and closed_on is null order by opened_on desc, id desc limit 51) as c
          join unit u on u.id = c.unit_id join person p on p.id = c.person_id
      ) as row`,
  },
  transfers: {
    name: 'transfers',
    text: /* sql */ `
      select json_build_object('data', json_build_object('rows', json_agg(json_build_object(
        'block', t.block, 'reference', t.reference, 'name', t.name, 'number', t.number, 'birthDate', t.birth_date, 'age', t.age,
        'unit', t.unit, 'caseworker', t.caseworker, 'placement', t.placement, 'lvu', t.lvu, 'transferDate', t.transfer_date,
        'projected', t.projected, 'overdue', t.overdue, 'deadline', t.deadline, 'daysToDeadline', t.days_to_deadline,
        'coHandler', t.co_handler, 'coHandlerSince', t.co_handler_since, 'need', t.need, 'needCategories', t.need_categories,
        'consent', t.consent)))) as answer
      from upcoming_transfers($1, $2) as t`,
  },
} as const;

function isStatement(kind: string): kind is keyof typeof statements {
  return Object.hasOwn(statements, kind);
}

const verify = openTokens();
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
// A column of type json stays the text that the database wrote.
pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text);

async function answer(path: string, authorization: string | undefined): Promise<string> {
  const [, kind = '', ...values] = path.split('/');
  if (!isStatement(kind)) throw new Error('no such address');
  const user = await verify(authorization);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({ name: 'user', text: `select set_config('app.user', $1, true)`, values: [user] });
    const { rows } = await client.query<{ answer: string }>({ ...statements[kind], values });
    await client.query('commit');
    return rows[0]?.answer ?? 'null';
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  answer(request.url ?? '', request.headers.authorization).then(
    (body) => response.setHeader('content-type', 'application/json').end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  tellPort((server.address() as AddressInfo).port);
});
