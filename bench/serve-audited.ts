/** The peer with the program's duties: an audit row of each answer, with the persons in it, before the answer leaves. */
import pg from 'pg';
import { z } from 'zod';
import { servePostgraphile } from './postgraphile.ts';
import { databaseUrl, poolSize } from './served.ts';

const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const answer = z.object({ data: z.unknown() });
const person = /"person":\{"id":"([\da-f-]{36})"/gu;

await servePostgraphile({
  name: 'AuditPlugin',
  version: '1.0.0',
  grafast: {
    middleware: {
      async execute(next, { args }) {
        const result: unknown = await next();
        const { data } = answer.parse(result);
        const text = typeof data === 'string' ? data : JSON.stringify(data);
        const ids = new Set(Array.from(text.matchAll(person), ([, id = '']) => id));
        const settings = z.object({ pgSettings: z.object({ 'app.user': z.string() }) }).parse(args.contextValue);
        await record(settings.pgSettings['app.user'], [...ids]);
        return result as Awaited<ReturnType<typeof next>>;
      },
    },
  },
});

async function record(user: string, personIds: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({ name: 'user', text: `select set_config('app.user', $1, true)`, values: [user] });
    await client.query({
      name: 'audit',
      text: `insert into audit_event (organisation_id, actor_id, actor, operation, outcome, person_ids)
        values (access.my_organisation(), access.staff_id(), $1, 'query', 'READ', $2)`,
      values: [user, personIds],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}
