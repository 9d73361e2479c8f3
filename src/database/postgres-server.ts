/** A PostgreSQL server as processes and files: prepare the data, start, find, stop. It knows nothing of roles. */
import type { ChildProcess } from 'node:child_process';
import { chown, mkdir, open, readdir, readFile, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { hasCode } from '../kernel/error-code.ts';
import type { Runner } from './postgres-account.ts';

/** A server that runs on this machine. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** What starting needs to know. Settings are PostgreSQL's own, as `name=value`. */
export interface ServerSettings {
  readonly runner: Runner;
  /** The data folder. */
  readonly folder: string;
  readonly port: number;
  readonly settings: readonly string[];
  readonly logFile: string;
}

/** Thrown when another program took the port in the meantime. */
export class PortTaken extends Error {}

const steps = 50;
const patience = 120_000;

/** True when `folder` holds the data of a PostgreSQL. */
export async function isInitialised(folder: string): Promise<boolean> {
  return (await majorVersion(folder)) !== undefined;
}

/** The major version whose data `folder` holds, such as `18`; undefined when it holds none. */
export async function majorVersion(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new ConfigurationFault(`DATA_DIR: ${folder} cannot be read`, { cause: error });
  }
}

/**
 * Makes an empty cluster in `folder`: UTF-8, Swedish sort order by ICU, passwords over the network only.
 * It comes to be beside its place and moves there when it is whole, so that a crash leaves no half of it.
 */
export async function initialise(runner: Runner, folder: string, superuserPassword: string, logFile: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  const passwordFile = join(tmpdir(), randomUUID());
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  try {
    await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600, flag: 'wx' });
    await give(runner, unfinished);
    await give(runner, passwordFile);
    const options = [
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      '--locale-provider=icu',
      '--icu-locale=sv-SE',
      '--no-instructions',
    ];
    const status = await withLog(logFile, (output) => ended(runner.start('initdb', unfinished, options, output)));
    if (status !== 0) throw new ConfigurationFault(`PostgreSQL could not be initialised: ${await lastFailure(logFile)}`);
    await rename(unfinished, folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * Starts the server and returns when it answers.
 * @throws PortTaken when the port is in use.
 * @throws ConfigurationFault with PostgreSQL's own reason when it does not start.
 */
export async function startServer(server: ServerSettings): Promise<RunningServer> {
  const { runner, folder, port, settings, logFile } = server;
  await giveAll(runner, folder);
  await disownStaleNumber(folder);
  const options = ['-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const until = performance.now() + patience;
  for (;;) {
    const child = await withLog(logFile, (output) => Promise.resolve(runner.start('postgres', folder, options, output)));
    const end = ended(child);
    child.unref();
    const answer = await Promise.race([ready(folder, child, until), end]);
    if (typeof answer === 'object') return answer;
    const reason = await lastFailure(logFile);
    if (reason.includes('Address already in use')) throw new PortTaken(reason);
    // Processes of a server that was killed take a moment to notice and leave.
    if (!reason.includes('shared memory block') || performance.now() > until) {
      throw new ConfigurationFault(`PostgreSQL does not start: ${reason}`);
    }
    await pause(steps);
  }
}

/** The server that runs on `folder`, once it answers; undefined when none does. */
export async function findServer(folder: string): Promise<RunningServer | undefined> {
  const until = performance.now() + patience;
  for (;;) {
    const found = await readState(folder);
    if (found === undefined || !(await isServerOf(found.pid, folder))) return undefined;
    if (found.ready) return found;
    if (performance.now() > until) throw new ConfigurationFault(`the PostgreSQL of ${folder} does not become ready`);
    await pause(steps);
  }
}

/** Stops the server: ends its sessions, writes everything, returns when it is gone. */
export async function stopServer({ pid }: RunningServer): Promise<void> {
  const until = performance.now() + patience;
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
  while (performance.now() < until) {
    if (!exists(pid)) return;
    await pause(10);
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

async function ready(folder: string, child: ChildProcess, until: number): Promise<RunningServer | number> {
  while (child.exitCode === null && child.signalCode === null) {
    const state = await readState(folder);
    if (state !== undefined && state.ready && state.pid === child.pid) return { pid: state.pid, port: state.port };
    if (performance.now() > until) throw new ConfigurationFault('PostgreSQL does not become ready');
    await pause(10);
  }
  return child.exitCode ?? 1;
}

/** What PostgreSQL writes about itself: process, folder, start, port, sockets, address, memory, status. */
async function readState(folder: string): Promise<(RunningServer & { ready: boolean }) | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, , , , status] = text.split('\n').map((line) => line.trim());
  if (!pid || !port) return undefined;
  return { pid: Number(pid), port: Number(port), ready: status === 'ready' };
}

/**
 * Whether process `pid` is the server of `folder`. The number in a file left by a crash may belong to another process
 * by now; in doubt it is the server, since two servers on the same data would destroy them.
 */
async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (!exists(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command !== undefined && !command.includes('postgres')) return false;
  const standsIn = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return standsIn === undefined || standsIn === (await realpath(folder));
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/**
 * PostgreSQL refuses to start while the number it left behind belongs to any process of its account. Only called when
 * no server runs; puts the starting process's own number there, which PostgreSQL passes over, and keeps the rest,
 * by which it looks for remains of the old server.
 */
async function disownStaleNumber(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const [pid, ...rest] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (pid && exists(Number(pid))) await writeFile(file, [process.pid, ...rest].join('\n'));
}

async function give({ owner }: Runner, path: string): Promise<void> {
  if (owner !== null) await chown(path, owner.uid, owner.gid);
}

async function giveAll(runner: Runner, folder: string): Promise<void> {
  if (runner.owner === null || (await stat(folder)).uid === runner.owner.uid) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await give(runner, join(entry.parentPath, entry.name));
  }
  await give(runner, folder);
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

async function withLog<T>(file: string, work: (output: number) => Promise<T>): Promise<T> {
  // Another user's, from a start with other rights, could be removed but not written.
  await rm(file, { force: true });
  const log = await open(file, 'wx', 0o600);
  try {
    return await work(log.fd);
  } finally {
    await log.close();
  }
}

async function lastFailure(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).split('\n');
  const failure = lines.find((line) => /(?:FATAL|PANIC|error|Permission denied|could not)/u.test(line)) ?? lines.findLast((line) => line !== '');
  return failure?.replace(/^.*?(?:FATAL|PANIC|error):\s+/u, '') ?? 'it says nothing';
}
