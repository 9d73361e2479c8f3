/**
 * Under which account the embedded PostgreSQL runs. PostgreSQL refuses to run as root and wants an account that the
 * machine knows by name; these are the ways to give it one, in the order in which they are tried.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { environment, program, type Binaries } from './postgres-binaries.ts';

/** Starts PostgreSQL's programs under an account that they accept. */
export interface Runner {
  /** For the log: how the account was found. */
  readonly description: string;
  /** Starts `program` on the data in `folder`; `output` is an open file that takes what it prints. */
  start(program: 'initdb' | 'postgres', folder: string, options: readonly string[], output: number): ChildProcess;
  /** Whom the data must belong to, where that is not who starts the program. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Chooses the account for the data in `folder`, which need not exist yet.
 * @throws ConfigurationFault when there is no account under which PostgreSQL could run.
 */
export async function chooseRunner(binaries: Binaries, folder: string): Promise<Runner> {
  const uid = process.getuid?.();
  if (uid !== 0) {
    if (uid === undefined || hasName()) return asMyself(binaries);
    return (await inNamespace(binaries)) ?? refuse(`user id ${uid} has no name in /etc/passwd`);
  }
  const owner = await ownerOf(folder);
  if (owner !== undefined && owner.uid !== 0) return asAccount(binaries, owner);
  return (await inNamespace(binaries)) ?? asAccount(binaries, (await accounts())[0] ?? refuse('there is no other account in /etc/passwd'));
}

function refuse(reason: string): never {
  throw new ConfigurationFault(`PostgreSQL does not run as root or without an account, and ${reason}: start as an ordinary user, or set DATABASE_URL`);
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

async function ownerOf(folder: string): Promise<Account | undefined> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return undefined;
  const { uid, gid } = found;
  return { name: (await accounts()).find((account) => account.uid === uid)?.name ?? `user id ${uid}`, uid, gid };
}

/** Accounts that PostgreSQL could run under, the most fitting first. */
async function accounts(): Promise<readonly Account[]> {
  const fitting = ['postgres', 'nobody', 'daemon'];
  const rank = ({ name }: Account): number => (fitting.includes(name) ? fitting.indexOf(name) : fitting.length);
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  return lines
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
    .toSorted((a, b) => rank(a) - rank(b));
}

function asMyself(binaries: Binaries): Runner {
  return {
    description: 'as the user who started it',
    start: (name, folder, options, output) =>
      spawn(program(binaries, name), ['-D', folder, ...options], { detached: true, env: environment, stdio: ['ignore', output, output] }),
    owner: null,
  };
}

/**
 * In a user namespace, the same user under another number: for the file system nothing changes, so that this works
 * below folders that only root may enter. Containers often forbid it.
 */
async function inNamespace(binaries: Binaries): Promise<Runner | undefined> {
  const account = (await accounts())[0];
  if (account === undefined) return undefined;
  const prefix = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`];
  const trial = spawnSync('unshare', [...prefix, program(binaries, 'postgres'), '--version'], { env: environment });
  if (trial.status !== 0) return undefined;
  return {
    description: 'in a user namespace',
    start: (name, folder, options, output) =>
      spawn('unshare', [...prefix, program(binaries, name), '-D', folder, ...options], {
        detached: true,
        env: environment,
        stdio: ['ignore', output, output],
      }),
    owner: null,
  };
}

/**
 * Under another account. It may not be able to walk to the data, so it is put there before root's rights are given up
 * (`/proc/self/cwd`); the programs, where it cannot reach them, are copied once to where it can.
 */
async function asAccount(binaries: Binaries, account: Account): Promise<Runner> {
  const { uid, gid } = account;
  const reached = await reachable(binaries, account);
  return {
    description: `as ${account.name}`,
    start: (name, folder, options, output) =>
      spawn(program(reached, name), ['-D', '/proc/self/cwd', ...options], {
        cwd: folder,
        uid,
        gid,
        detached: true,
        env: environment,
        stdio: ['ignore', output, output],
      }),
    owner: { uid, gid },
  };
}

async function reachable(binaries: Binaries, account: Account): Promise<Binaries> {
  if (runs(binaries, account)) return binaries;
  for (const parent of ['/var/lib', '/usr/local/lib', tmpdir()]) {
    const copy = { ...binaries, folder: join(parent, `samordna-postgresql-${binaries.version}`) };
    await copyFor(binaries, copy.folder).catch(() => undefined);
    if ((await isRootsAlone(copy.folder)) && runs(copy, account)) return copy;
  }
  return refuse(`${account.name} may neither enter ${binaries.folder} nor a copy of it`);
}

function runs(binaries: Binaries, { uid, gid }: Account): boolean {
  return spawnSync(program(binaries, 'postgres'), ['--version'], { uid, gid, cwd: '/', env: environment }).status === 0;
}

async function copyFor(binaries: Binaries, target: string): Promise<void> {
  if (await isRootsAlone(target)) return;
  const unfinished = await mkdtemp(`${target}-`);
  try {
    await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await chmod(unfinished, 0o755);
    for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
    }
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Nobody but root could have put something else there. */
async function isRootsAlone(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
}
