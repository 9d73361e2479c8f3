/** The edge as a client meets it: over HTTP on a free port, with the demonstration's issuer, on a test database. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createSchema } from './small-schema.ts';
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { openOrm, type Orm } from '../../src/database/orm.ts';
import type { HealthParts } from '../../src/http/health.route.ts';
import { Lifecycle } from '../../src/http/lifecycle.ts';
import { openMetrics } from '../../src/http/metrics.route.ts';
import { openEdge } from '../../src/http/server.ts';
import { mintDemoToken } from '../../src/identity/demo-issuer.ts';
import { openIdentity } from '../../src/identity/identity.ts';
import type { TokenVerifier } from '../../src/identity/token-verifier.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import { today } from './api.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: unknown;
}

export interface TestEdge {
  readonly url: string;
  readonly orm: Orm;
  readonly lifecycle: Lifecycle;
  /** What was logged, as text. */
  logged(): string;
  token(userName: string): Promise<string>;
  request(path: string, init?: RequestInit): Promise<Reply>;
  /** `POST /graphql` as `userName`. */
  graphql(userName: string, query: string, more?: Readonly<Record<string, unknown>>): Promise<Reply>;
  close(): Promise<void>;
}

export interface EdgeWishes {
  readonly appUrl: string;
  /** Absent: a small schema that needs no rows. */
  readonly schema?: GraphQLSchema;
  readonly verifier?: TokenVerifier;
  readonly poolSize?: number;
  /** Routine files that may not be used. */
  readonly routineWarnings?: HealthParts['routineWarnings'];
}

export async function openTestEdge({ appUrl, schema = createSchema(), verifier, poolSize = 4, routineWarnings }: EdgeWishes): Promise<TestEdge> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samordna-edge-'));
  const orm = await openOrm({ url: appUrl, entities: [], poolSize });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  }));
  const lifecycle = new Lifecycle();
  const edge = await openEdge({
    orm, schema, log, lifecycle,
    routines: loadRoutines(),
    verifier: verifier ?? (await openIdentity({ kind: 'demo' }, dataDir)),
    clock: systemClock(today),
    metrics: openMetrics(),
    demonstration: true,
    ...(routineWarnings === undefined ? {} : { routineWarnings }),
  });
  lifecycle.serve();
  const server = createServer(edge.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const token = (userName: string): Promise<string> => mintDemoToken(dataDir, userName);
  const request = async (path: string, init?: RequestInit): Promise<Reply> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
  return {
    url, orm, lifecycle, token, request,
    logged: () => lines.join(''),
    graphql: async (userName, query, more = {}) =>
      request('/graphql', {
        method: 'POST',
        headers: { authorization: `Bearer ${await token(userName)}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query, ...more }),
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await edge.stop();
      await orm.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
