/** A database that is full or away: requests are told to come back, nothing half is shown, and nobody restarts anything. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTestEdge, type Reply, type TestEdge } from '../support/edge.ts';
import { openFaultyNetwork, type FaultyNetwork } from '../support/faulty-network.ts';
import { Municipality, userAt } from '../support/municipality.ts';

const user = userAt('alpha', 'ADULT', 'CASEWORKER');
const busy = { status: 503, json: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] } };

describe('when the database', () => {
  let database: TestDatabase;
  let town: Municipality;
  let network: FaultyNetwork;
  let edge: TestEdge;

  beforeAll(async () => {
    database = await createTestDatabase();
    town = await Municipality.plant(database.superuserUrl);
    network = await openFaultyNetwork(database.appUrl);
    edge = await openTestEdge({ appUrl: network.url, poolSize: 2 });
  });

  afterAll(async () => {
    await edge.close();
    await network.close();
    await town.close();
    await database.drop();
  });

  const ask = (query = '{ me }'): Promise<Reply> => edge.graphql(user, query);

  /** Requests that wait in the database until `release`. */
  async function holdUp(count: number): Promise<{ readonly held: Promise<readonly Reply[]>; release(): Promise<void> }> {
    const holder = new pg.Client({ connectionString: database.superuserUrl });
    await holder.connect();
    await holder.query('select pg_advisory_lock(4711)');
    let areAllWaiting = false;
    // A machine under load may refuse a request before it waits: it comes back, as it is told to.
    const slow = async (): Promise<Reply> => {
      for (;;) {
        const reply = await ask('{ slow }');
        if (areAllWaiting || reply.status !== busy.status) return reply;
      }
    };
    const held = Promise.all(Array.from({ length: count }, slow));
    const waiting = `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`;
    for (let seen = 0; seen < count; ) {
      const { rows } = await holder.query<{ waiting: number }>(waiting);
      seen = rows[0]?.waiting ?? 0;
    }
    areAllWaiting = true;
    return { held, release: () => holder.end() };
  }

  it('has no connection left, requests are told to come back, and later ones are answered', async () => {
    const { held, release } = await holdUp(2);
    const refused = await ask();
    expect(refused).toMatchObject(busy);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await edge.request('/health/live')).toMatchObject({ status: 200 });
    await release();
    expect(await held).toMatchObject([{ json: { data: { slow: 'late' } } }, { json: { data: { slow: 'late' } } }]);
    expect(await ask()).toMatchObject({ status: 200 });
  });

  it('is away, requests are told to come back, and are answered once it is back', async () => {
    expect(await ask()).toMatchObject({ status: 200 });
    await network.cut();
    expect(await ask()).toMatchObject(busy);
    expect(await ask()).toMatchObject(busy);
    expect(await edge.request('/health/ready')).toMatchObject({ status: 503, json: { checks: { database: false } } });
    expect(await edge.request('/health/live')).toMatchObject({ status: 200 });
    await network.mend();
    expect(await ask()).toMatchObject({ status: 200 });
    expect(await edge.request('/health/ready')).toMatchObject({ status: 200 });
  });

  it('goes away in the middle of a request, the request shows nothing', async () => {
    const { held, release } = await holdUp(1);
    await network.cut();
    await release();
    const [reply] = await held;
    expect(reply).toMatchObject(busy);
    expect(reply?.json).not.toHaveProperty('data');
    await network.mend();
    expect(await ask()).toMatchObject({ status: 200 });
  });

  it('falls silent without a word, requests are told to come back all the same', async () => {
    expect(await ask()).toMatchObject({ status: 200 });
    network.freeze();
    expect(await Promise.all([ask(), ask(), ask()])).toMatchObject([busy, busy, busy]);
    expect(await edge.request('/health/ready')).toMatchObject({ status: 503 });
    await network.mend();
    expect(await ask()).toMatchObject({ status: 200 });
  });

  it('ends the sessions of the program, the next request has a new one', async () => {
    expect(await ask()).toMatchObject({ status: 200 });
    await town.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'samordna_app'`);
    const first = await ask();
    expect([200, 503]).toContain(first.status);
    expect(await ask()).toMatchObject({ status: 200 });
  });
});
