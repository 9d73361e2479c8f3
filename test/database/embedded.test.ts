import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openCluster, type Cluster } from '../../src/database/cluster.ts';
import { findServer, type RunningServer } from '../../src/database/postgres-server.ts';
import { withClient } from '../../src/database/roles.ts';
import { clearTestServer, silent, testFolderPrefix } from '../support/postgres.ts';

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const opened: (() => unknown)[] = [];

  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), `${testFolderPrefix}${process.pid}-`)), 'made');
  });

  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
    await clearTestServer(dataDir);
    await rm(join(dataDir, '..'), { recursive: true });
  });

  const open = async (): Promise<Cluster> => {
    const cluster = await openCluster({ dataDir, database: { kind: 'embedded' } }, silent);
    opened.push(cluster.close);
    return cluster;
  };
  const running = (): Promise<RunningServer | undefined> => findServer(join(dataDir, 'postgres'));
  const ask = (cluster: Cluster, sql: string): Promise<readonly unknown[]> =>
    withClient(cluster.ownerUrl ?? '', async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
  const fault = async (): Promise<string> => {
    const error: unknown = await open().catch((thrown: unknown) => thrown);
    return String(error);
  };

  /** Another process that holds the cluster. */
  async function another(environment: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
    const other = spawn(process.execPath, [join(import.meta.dirname, '../support/hold-cluster.ts'), dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    opened.push(() => other.kill('SIGKILL'));
    await once(other.stdout, 'data');
    return other;
  }

  it('finds its data again, on the same port, at the second start', async () => {
    const first = await open();
    await ask(first, 'create table kept as select 7 as number');
    await first.close();
    expect(await running()).toBeUndefined();
    const second = await open();
    expect(await ask(second, 'select number from kept')).toEqual([{ number: 7 }]);
    expect(second.appUrl).toBe(first.appUrl);
    await second.close();
  });

  it('speaks UTF-8, sorts in Swedish, and answers on this machine only, with a password', async () => {
    const cluster = await open();
    const facts = `select datlocprovider::text as provider, datlocale as locale, pg_encoding_to_char(encoding)::text as encoding,
      current_setting('listen_addresses') as addresses from pg_database where datname = current_database()`;
    expect(await ask(cluster, facts)).toEqual([{ provider: 'i', locale: 'sv-SE', encoding: 'UTF8', addresses: '127.0.0.1' }]);
    await expect(withClient(cluster.appUrl.replace(/:[^:@]+@/u, ':guess@'), () => Promise.resolve())).rejects.toThrow(/password/u);
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
    await cluster.close();
  });

  it('keeps what people write out of its log', async () => {
    const cluster = await open();
    await expect(ask(cluster, `select 'Anna Andersson'::int`)).rejects.toThrow();
    await expect(ask(cluster, `create table once (number text primary key); insert into once values ('20070515-2386'), ('20070515-2386')`)).rejects.toThrow();
    await cluster.close();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toMatch(/database system is shut down/u);
    expect(log).not.toMatch(/insert into|20070515|Anna/u);
  });

  it('gives the app a login that owns nothing and passes no row-level security', async () => {
    const cluster = await open();
    const login = `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or pg_has_role(oid, 'samordna_owner', 'MEMBER') as strong
      from pg_roles where rolname in ('samordna_app', 'bi_reader')`;
    expect(await ask(cluster, login)).toEqual([{ strong: false }, { strong: false }]);
    await cluster.close();
  });

  it('is shared by several commands, and stops with the last', async () => {
    const start = await another();
    const server = await running();
    const command = await open();
    expect(await running()).toEqual(server);
    start.stdin?.end();
    await once(start, 'exit');
    expect(await ask(command, 'select 1 as still_there')).toEqual([{ still_there: 1 }]);
    await command.close();
    expect(await running()).toBeUndefined();
  });

  it('is one server for starts at the same moment', async () => {
    const [one, two] = await Promise.all([open(), open(), another()]);
    expect(one.appUrl).toBe(two.appUrl);
    expect(await ask(one, `select count(*)::int as sessions from pg_stat_activity where application_name = 'samordna presence'`)).toEqual([{ sessions: 3 }]);
    await one.close();
    await two.close();
  });

  it('is taken over from a command that was killed, and then stops', async () => {
    const killed = await another();
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const server = await running();
    expect(server).toBeDefined();
    const cluster = await open();
    expect(await running()).toEqual(server);
    await cluster.close();
    expect(await running()).toBeUndefined();
  });

  it('is brought back by those who use it when it is killed, with what was committed and at the same address', async () => {
    const cluster = await open();
    await another();
    await ask(cluster, 'create table kept as select 7 as number');
    process.kill((await running())?.pid ?? 0, 'SIGKILL');
    let found: readonly unknown[] = [];
    while (found.length === 0) found = await ask(cluster, 'select number from kept').catch(() => []);
    expect(found).toEqual([{ number: 7 }]);
    await cluster.close();
    // The other one may not be back yet, and then starts it itself.
    while ((await running()) === undefined) await pause(50);
    expect(await running()).toBeDefined();
  });

  it('starts with what was committed after it was killed with all who used it', async () => {
    const cluster = await open();
    await ask(cluster, 'create table kept as select 7 as number');
    process.kill((await running())?.pid ?? 0, 'SIGKILL');
    await cluster.close();
    const again = await open();
    expect(await ask(again, 'select number from kept')).toEqual([{ number: 7 }]);
    await again.close();
  });

  it('starts although the number that a crash left behind belongs to another process now', async () => {
    const first = await open();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const left = await readFile(file, 'utf8');
    await first.close();
    const bystander = spawn('sleep', ['60']);
    opened.push(() => bystander.kill());
    await writeFile(file, left.replace(/^\d+/u, String(bystander.pid)));
    const second = await open();
    expect((await running())?.pid).not.toBe(bystander.pid);
    await second.close();
  });

  it('starts without any system command, below a folder that only one user may enter, and again as usual', async () => {
    expect((await stat(join(dataDir, '..'))).mode & 0o777).toBe(0o700);
    const bare = await another({ PATH: '/nowhere' });
    const shared = await open();
    await ask(shared, 'create table kept as select 7 as number');
    bare.stdin?.end();
    await once(bare, 'exit');
    await shared.close();
    const usual = await open();
    expect(await ask(usual, 'select number from kept')).toEqual([{ number: 7 }]);
    await usual.close();
  });

  it('moves to another port, and remembers it, when its own is taken', async () => {
    await (await open()).close();
    const taken = Number(/"port": (\d+)/u.exec(await readFile(join(dataDir, 'postgres.json'), 'utf8'))?.[1]);
    const squatter = createServer().listen(taken, '127.0.0.1');
    opened.push(() => squatter.close());
    await once(squatter, 'listening');
    const second = await open();
    const port = (await running())?.port;
    expect(port).not.toBe(taken);
    await second.close();
    squatter.close();
    const third = await open();
    expect((await running())?.port).toBe(port);
    await third.close();
  });

  it('starts where an earlier start was cut off while it made the data', async () => {
    await mkdir(join(dataDir, 'postgres.unfinished', 'base'), { recursive: true });
    await (await open()).close();
  });

  it('does not keep a process alive that forgets to leave it', async () => {
    const forgetful = await another({ FORGET: 'yes' });
    expect(await once(forgetful, 'exit')).toEqual([0, null]);
    await (await open()).close();
    expect(await running()).toBeUndefined();
  });

  it('can be closed twice without being taken from others', async () => {
    const [one, other] = [await open(), await open()];
    await one.close();
    await one.close();
    expect(await ask(other, 'select 1 as still_there')).toEqual([{ still_there: 1 }]);
    await other.close();
  });

  describe('says in one line', () => {
    it('that DATA_DIR is no folder', async () => {
      await writeFile(dataDir, '');
      expect(await fault()).toMatch(/^ConfigurationFault: DATA_DIR: .*made cannot be made$/u);
      await rm(dataDir);
    });

    it("that the data are another version's", async () => {
      await (await open()).close();
      await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
      expect(await fault()).toMatch(/^ConfigurationFault: DATA_DIR: .* holds data of PostgreSQL 17, and this is 18$/u);
    });

    it('that the passwords are missing', async () => {
      await (await open()).close();
      await rm(join(dataDir, 'postgres.json'));
      expect(await fault()).toMatch(/^ConfigurationFault: DATA_DIR: .*postgres\.json with the passwords of .* is missing$/u);
    });

    it('that the passwords are not those of the server that runs', async () => {
      await another();
      const file = join(dataDir, 'postgres.json');
      await writeFile(file, (await readFile(file, 'utf8')).replace(/"superuser": "./u, '"superuser": "other'));
      expect(await fault()).toMatch(/^ConfigurationFault: DATA_DIR: the PostgreSQL that runs there does not accept the passwords kept there$/u);
    });

    it("that the passwords' file is damaged", async () => {
      await (await open()).close();
      await writeFile(join(dataDir, 'postgres.json'), '{');
      expect(await fault()).toMatch(/^ConfigurationFault: DATA_DIR: .*postgres\.json does not hold a port and passwords$/u);
    });

    it("why PostgreSQL does not start, in PostgreSQL's words", async () => {
      await (await open()).close();
      await writeFile(join(dataDir, 'postgres', 'postgresql.auto.conf'), `shared_buffers = 'plenty'\n`);
      expect(await fault()).toMatch(/^ConfigurationFault: PostgreSQL does not start: configuration file .*postgresql\.auto\.conf" contains errors$/u);
    });
  });
});
