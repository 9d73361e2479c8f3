/** The program as it is started: it says where it is, finds its data again, and says in one line why it cannot start. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findServer } from '../../src/database/postgres-server.ts';
import { findProjectRoot } from '../../src/kernel/project-root.ts';

const root = findProjectRoot();
const user = 'osthammar.child-youth.caseworker';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

function launch(script: string, args: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  const inherited = Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name] ?? '']));
  return spawn(process.execPath, [join(root, 'dist/src', script), ...args], { env: { ...inherited, LOG_LEVEL: 'warn', ...settings } });
}

async function run(script: string, args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ended> {
  const child = launch(script, args, settings);
  if (child.stdout === null || child.stderr === null) throw new Error('the process has no output');
  const [out, error, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { status, out, error };
}

/** What was printed until the line `ready`; fails when the process ends before. */
async function untilReady(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (/^ready$/mu.test(printed)) resolve(printed);
    });
    child.once('exit', (status) => reject(new Error(`ended with ${String(status)}: ${printed}`)));
  });
}

describe('a start', () => {
  let dataDir: string;
  const settings = (): Record<string, string> => ({ DATA_DIR: dataDir, PORT: '0' });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'samordna-start-'));
  });

  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  async function ask(address: string, token: string, query: string): Promise<unknown> {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query }),
    });
    return response.json();
  }

  it('serves the demonstration, stops in good order, and finds its data again', async () => {
    const seen: unknown[] = [];
    for (let start = 1; start <= 2; start += 1) {
      const child = launch('main.js', [], settings());
      const printed = await untilReady(child);
      const address = /GraphQL +(http:\S+)\/graphql/u.exec(printed)?.[1] ?? '';
      expect(printed).toContain(user);
      expect(await (await fetch(`${address}/health/ready`)).json()).toMatchObject({ status: 'ready' });
      const { status, out } = await run('tools/token.js', [user], settings());
      expect(status).toBe(0);
      seen.push(await ask(address, out.trim(), '{ viewer { userName organisationKey } organisations { id } persons(first: 3) { edges { node { id } } } }'));
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(await findServer(join(dataDir, 'postgres'))).toBeUndefined();
    }
    expect(seen[0]).toMatchObject({
      data: { viewer: { userName: user, organisationKey: 'osthammar' }, organisations: [expect.anything()], persons: { edges: Array(3).fill(expect.anything()) } },
    });
    expect(seen[1]).toEqual(seen[0]);
  }, 180_000);

  it('killed in the middle, it is taken up by the next one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samordna-start-'));
    const child = launch('main.js', [], { ...settings(), DATA_DIR: folder });
    await pause(3000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { status, out } = await run('tools/token.js', ['--list'], { ...settings(), DATA_DIR: folder });
    expect(status).toBe(0);
    for (const key of ['osthammar', 'ifo-units', 'district']) expect(out).toMatch(new RegExp(`^${key}\\.administrator `, 'mu'));
    await rm(folder, { recursive: true, force: true });
  }, 120_000);

  it('lists the demo users, and gives tokens to no one else', async () => {
    const { status, out } = await run('tools/token.js', ['--list'], settings());
    expect(status).toBe(0);
    expect(out).toMatch(/^osthammar\.child-youth\.operations-manager +OPERATIONS_MANAGER +\S/mu);
    expect(await run('tools/token.js', ['nobody.at.all'], settings())).toMatchObject({ status: 1, out: '', error: 'token: there is no user nobody.at.all: --list shows all\n' });
  }, 120_000);

  it('has an audit trail that verifies', async () => {
    const { status, out } = await run('tools/audit.js', ['verify'], settings());
    expect({ status, out }).toEqual({ status: 0, out: expect.stringMatching(/^OK: \d+ rows sealed, 0 not sealed yet; head /u) });
  }, 120_000);

  it('is refused where another program has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { status, error } = await run('main.js', [], { ...settings(), PORT: port });
    other.close();
    expect({ status, error }).toEqual({ status: 1, error: `PORT: 127.0.0.1:${port} is taken by another program: stop it, or set PORT to another port\n` });
  });

  it.each([
    ['a port that is none', { PORT: 'http' }, /^PORT must be a number from 0 to 65535\n$/u],
    ['an address of another machine', { HOST: '203.0.113.7' }, /^HOST: this machine cannot listen on 203\.0\.113\.7\n$/u],
    ['a database that does not answer', { DATABASE_URL: 'postgresql://app:secret@127.0.0.1:1/samordna' }, /^DATABASE_URL: no PostgreSQL answers at 127\.0\.0\.1:1 .*\n$/u],
    ['the demonstration in production', { NODE_ENV: 'production' }, /^OIDC_ISSUER must be set.*\n$/u],
    ['a fixed date in production', { NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'a', TODAY: '2026-01-01' }, /^TODAY must not be set.*\n$/u],
  ] as const)('is refused in one line: %s', async (_what, wrong, line) => {
    const { status, error, out } = await run('main.js', [], { ...settings(), ...wrong });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toMatch(line);
    expect(error).not.toContain('secret');
  });

  it('is refused in one line where DATA_DIR is no folder', async () => {
    const file = join(dataDir, 'a-file');
    await writeFile(file, '');
    const { status, error } = await run('main.js', [], { ...settings(), DATA_DIR: join(file, 'below') });
    expect(status).toBe(1);
    expect(error).toMatch(/^DATA_DIR: .*\n$/u);
  });

  it('gives no token in production', async () => {
    const settled = { ...settings(), NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'a' };
    expect(await run('tools/token.js', [user], settled)).toMatchObject({ status: 1, out: '', error: 'token: NODE_ENV=production refuses the demo issuer\n' });
  });
});
