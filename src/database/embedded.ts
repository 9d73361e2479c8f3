/**
 * The PostgreSQL that the program brings along: its binaries come from a package, its data live in DATA_DIR.
 *
 * `DATA_DIR/postgres` holds the data, `postgres.json` the port and the passwords (readable by its owner only),
 * `postgres.log` what the server says, `postgres.lock` the lock that start and stop take in turn. Whoever opens the
 * server finds the one that runs or starts it; whoever closes it last stops it; whoever uses it when it dies starts
 * it again.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { freePort, keep, keptIn, type Kept, type Passwords } from './embedded-secrets.ts';
import { withFolderLock } from './folder-lock.ts';
import { chooseRunner } from './postgres-account.ts';
import { findBinaries } from './postgres-binaries.ts';
import { findServer, initialise, majorVersion, PortTaken, startServer, stopServer } from './postgres-server.ts';
import type { RunningServer } from './postgres-server.ts';
import { enter, othersPresent, type Presence } from './presence.ts';

/** Takes lines for the operator. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** Where the server's files are and how it is tuned. */
export interface EmbeddedSettings {
  /** DATA_DIR, absolute. Made when it does not exist. */
  readonly dataDir: string;
  /** PostgreSQL's own settings beyond the usual ones, as `name=value`. */
  readonly settings?: readonly string[];
  /** The server outlives those who use it, until somebody without this wish leaves it last. */
  readonly stays?: boolean;
}

/** An embedded server that answers. */
export interface EmbeddedServer {
  readonly port: number;
  readonly passwords: Passwords;
  /** Address of `database` for one of the server's logins. */
  url(login: string, password: string, database: string): string;
  /** Leaves the server; stops it when nobody else is there. */
  close(): Promise<void>;
}

const usual = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  // Failed statements quote what people wrote: they are the program's to report, never in the server's log.
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
];

/**
 * Opens the embedded server in `dataDir`: joins the one that runs there or starts it, with new data when there are
 * none. `prepare` runs before anybody else can open or close it.
 * @throws ConfigurationFault with one line that says what is wrong with DATA_DIR or the machine.
 */
export async function openEmbedded(
  { dataDir, settings = [], stays = false }: EmbeddedSettings,
  log: Log,
  prepare: (server: Omit<EmbeddedServer, 'close'>) => Promise<void>,
): Promise<EmbeddedServer> {
  await makeFolder(dataDir);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => withFolderLock(join(dataDir, 'postgres.lock'), work);
  const folder = join(dataDir, 'postgres');
  let closed: Promise<void> | undefined;

  const joinServer = async (kept: Kept): Promise<{ port: number; presence: Presence }> => {
    const { port } = (await findServer(folder)) ?? (await start(dataDir, folder, kept, settings, log).catch(inOneLine));
    return { port, presence: await enter(superuser(kept, port)) };
  };
  const leave = async (presence: Presence, kept: Kept): Promise<void> => {
    await presence.leave();
    const server = stays ? undefined : await findServer(folder);
    if (server !== undefined && !(await othersPresent(superuser(kept, server.port)))) await stopServer(server);
  };
  const isClosed = (): boolean => closed !== undefined;
  /** Brings the server back, in its place, each time it goes away while it is needed here. */
  const attend = async (presence: Presence, kept: Kept, hold: (again: Presence) => void): Promise<void> => {
    for (let present = presence; closed === undefined; ) {
      await present.over;
      if (isClosed()) return;
      try {
        await inTurn(async () => {
          if (closed !== undefined) return;
          present = (await joinServer(kept)).presence;
          hold(present);
          log.warn('PostgreSQL had stopped, and runs again');
        });
      } catch {
        log.warn('PostgreSQL has stopped, and does not start again yet');
        await pause(1000, undefined, { ref: false });
      }
    }
  };

  return inTurn(async () => {
    const secrets = await keptIn(dataDir, folder);
    const { port, presence } = await joinServer(secrets);
    const kept = { ...secrets, port };
    const server = {
      port,
      passwords: kept.passwords,
      url: (login: string, password: string, database: string) => address(port, login, password, database),
    };
    try {
      await prepare(server);
    } catch (error) {
      await leave(presence, kept);
      throw error;
    }
    let present = presence;
    void attend(presence, kept, (again) => {
      present = again;
    });
    return { ...server, close: () => (closed ??= inTurn(() => leave(present, kept))) };
  });
}

function address(port: number, login: string, password: string, database: string): string {
  return `postgresql://${login}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

function superuser(kept: Kept, port: number): string {
  return address(port, 'postgres', kept.passwords.superuser, 'postgres');
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: ${dataDir} cannot be made`, { cause });
  }
}

async function start(dataDir: string, folder: string, kept: Kept, settings: readonly string[], log: Log): Promise<RunningServer> {
  const binaries = await findBinaries();
  const runner = await chooseRunner(binaries, folder);
  const logFile = join(dataDir, 'postgres.log');
  const version = await majorVersion(folder);
  const ours = binaries.version.split('.')[0];
  if (version === undefined) {
    await initialise(runner, folder, kept.passwords.superuser, logFile);
  } else if (version !== ours) {
    throw new ConfigurationFault(`DATA_DIR: ${folder} holds data of PostgreSQL ${version}, and this is ${ours}`);
  }
  for (let port = kept.port; ; port = await freePort()) {
    try {
      const running = await startServer({ runner, folder, port, settings: [...usual, ...settings], logFile });
      if (port !== kept.port) await keep(dataDir, { ...kept, port });
      log.info(`PostgreSQL ${binaries.version} runs ${runner.description} on 127.0.0.1:${port}`);
      return running;
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
}

/** What the file system refuses (no room, no right, read-only) is the operator's to know, not a bug. */
function inOneLine(error: unknown): never {
  if (error instanceof ConfigurationFault) throw error;
  const refused = z.object({ syscall: z.string(), message: z.string() }).safeParse(error);
  if (!refused.success) throw error;
  throw new ConfigurationFault(`DATA_DIR: ${refused.data.message}`, { cause: error });
}
