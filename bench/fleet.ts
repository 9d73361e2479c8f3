/** The servers under test, each a process of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchDatabase } from './cluster.ts';
import { serverNames, type ServerName } from './documents.ts';
import { audience, openIssuer, type Issuer } from './issuer.ts';

const told = z.object({ port: z.int() });

export interface Fleet {
  /** Address of each server. */
  readonly address: Readonly<Record<ServerName, string>>;
  /** Headers of a request by this user. */
  headersFor(userName: string): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/** Options for Node for one server, for profiles: `OURS_NODE_OPTIONS=--cpu-prof`. */
function nodeOptions(name: ServerName): string[] {
  return (process.env[`${name.toUpperCase()}_NODE_OPTIONS`] ?? '').split(' ').filter((option) => option !== '');
}

async function start(name: ServerName, { appUrl, dataDir }: BenchDatabase, issuer: Issuer): Promise<{ child: ChildProcess; port: number }> {
  const errors = openSync(join(dataDir, `${name}.log`), 'w');
  const child = fork(join(import.meta.dirname, `serve-${name}.js`), {
    execArgv: ['--enable-source-maps', ...nodeOptions(name)],
    env: {
      PATH: process.env['PATH'], NODE_ENV: 'production', GRAPHILE_ENV: 'production', PORT: '0',
      DATABASE_URL: appUrl, DATA_DIR: dataDir, OIDC_ISSUER: issuer.address, OIDC_AUDIENCE: audience,
    },
    stdio: ['ignore', 'ignore', errors, 'ipc'],
  });
  closeSync(errors);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${String(code)}: see ${join(dataDir, `${name}.log`)}`);
  });
  ended.catch(() => undefined);
  const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
  return { child, port: told.parse(message).port };
}

/** Starts every server on one database. */
export async function startFleet(database: BenchDatabase): Promise<Fleet> {
  const children: ChildProcess[] = [];
  const issuer = await openIssuer();
  const stop = async (): Promise<void> => {
    await Promise.all(
      children.filter(({ exitCode }) => exitCode === null).map(async (child) => {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }),
    );
    issuer.close();
  };
  try {
    const address = {} as Record<ServerName, string>;
    for (const name of serverNames) {
      const { child, port } = await start(name, database, issuer);
      children.push(child);
      address[name] = `http://127.0.0.1:${port}`;
    }
    const headersFor = async (userName: string): Promise<Record<string, string>> => ({
      authorization: `Bearer ${await issuer.tokenFor(userName)}`,
      'content-type': 'application/json',
      'x-purpose': 'CASE_HANDLING',
    });
    return { address, headersFor, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
