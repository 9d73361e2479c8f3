import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCluster, type Cluster } from '../../src/database/cluster.ts';
import { openEmbedded, type EmbeddedServer } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openOrm } from '../../src/database/orm.ts';
import { withClient } from '../../src/database/roles.ts';
import { clearTestServer, hasty, silent, testFolderPrefix } from '../support/postgres.ts';

describe('a database that somebody else runs', () => {
  let dataDir: string;
  let server: EmbeddedServer;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), `${testFolderPrefix}${process.pid}-`));
    server = await openEmbedded({ dataDir, settings: hasty }, silent, () => Promise.resolve());
  });

  afterAll(async () => {
    await server.close();
    await clearTestServer(dataDir);
  });

  const url = (login: string, database = 'municipality'): string => server.url(login, 'secret', database);
  const superuser = (database = 'municipality'): string => server.url('postgres', server.passwords.superuser, database);
  const administer = (sql: string, database = 'municipality'): Promise<void> =>
    withClient(superuser(database), async (client) => {
      await client.query(sql);
    });
  const open = (appUrl: string, ownerUrl: string | null = null): Promise<Cluster> =>
    openCluster({ dataDir: '/nowhere', database: { kind: 'external', appUrl, ownerUrl } }, silent);
  const first = async (address: string, sql: string): Promise<unknown> =>
    withClient(address, async (client) => (await client.query<Record<string, unknown>>(sql)).rows[0]);

  beforeEach(async () => {
    await administer('drop database if exists municipality with (force)', 'postgres');
    for (const role of ['frontdesk', 'keeper', 'samordna_owner', 'samordna_app', 'bi_reader']) {
      await administer(`drop role if exists ${role}`, 'postgres');
    }
    await administer('create database municipality', 'postgres');
  });

  it('gets its roles, the login and the extension from an owner that may make them', async () => {
    const cluster = await open(url('frontdesk'), superuser());
    expect(cluster).toMatchObject({ embedded: false, biReaderUrl: null });
    expect(
      await first(cluster.appUrl, `select current_user::text as me, pg_has_role('samordna_app', 'USAGE') as app, pg_has_role('samordna_owner', 'MEMBER') as owner`),
    ).toEqual({ me: 'frontdesk', app: true, owner: false });
    expect(await first(superuser(), `select count(*)::int as count from pg_extension where extname = 'btree_gist'`)).toEqual({ count: 1 });
  });

  it('is migrated as samordna_owner, whatever the login is called', async () => {
    const { ownerUrl } = await open(url('frontdesk'), superuser());
    await migrate(ownerUrl ?? '');
    const owners = `select string_agg(distinct tableowner::text, ' ') as owners from pg_tables where tablename = 'person'`;
    expect(await first(superuser(), owners)).toEqual({ owners: 'samordna_owner' });
  });

  it('is reached by the mapper with everything the address says', async () => {
    const { appUrl } = await open(`${url('frontdesk')}&application_name=desk`, superuser());
    const orm = await openOrm({ url: appUrl, entities: [] });
    try {
      expect(await orm.em.fork().execute('select application_name from pg_stat_activity where pid = pg_backend_pid()')).toEqual([{ application_name: 'desk' }]);
    } finally {
      await orm.close();
    }
  });

  it('accepts samordna_app itself as the login', async () => {
    const { appUrl } = await open(url('samordna_app'), superuser());
    expect(await first(appUrl, 'select current_user::text as me')).toEqual({ me: 'samordna_app' });
  });

  it('opens again, then without an owner, and several at once', async () => {
    await Promise.all([1, 2, 3].map(() => open(url('frontdesk'), superuser())));
    await open(url('frontdesk'), superuser());
    expect(await open(url('frontdesk'))).toMatchObject({ ownerUrl: null });
  });

  it('can be prepared by an owner that is no superuser but may make roles and owns the database', async () => {
    await administer(`create role keeper login createrole password 'secret'; alter database municipality owner to keeper`);
    await open(url('frontdesk'), url('keeper'));
    const cluster = await open(url('frontdesk'), url('keeper'));
    await withClient(cluster.ownerUrl ?? '', (client) => client.query('create table made (id int)'));
  });

  it('prints the SQL for the administrator when the owner may not prepare it, and that SQL is enough', async () => {
    await administer(`create role keeper login password 'secret'; create role frontdesk login password 'secret'`);
    const fault: unknown = await open(url('frontdesk'), url('keeper')).catch((error: unknown) => error);
    const [line, ...sql] = (fault as Error).message.split('\n');
    expect(line).toMatch(/^DATABASE_OWNER_URL: .*administrator run/u);
    expect(sql).toContain('grant samordna_app to "frontdesk";');
    await administer(sql.join('\n'));
    await open(url('frontdesk'), url('keeper'));
  });

  it('never prints a password', async () => {
    await administer(`create role keeper login password 'secret'`);
    await expect(open(url('frontdesk'), url('keeper'))).rejects.toThrow(/password '…'/u);
    await expect(open(url('frontdesk'), url('keeper'))).rejects.not.toThrow(/secret/u);
  });

  describe('refuses the login', () => {
    beforeEach(async () => {
      await open(url('frontdesk'), superuser());
    });

    it.each([
      ['a superuser', 'alter role frontdesk superuser', 'is a superuser'],
      ['with BYPASSRLS', 'alter role frontdesk bypassrls', 'has BYPASSRLS'],
      ['that owns the database', 'alter database municipality owner to frontdesk', 'owns the database or tables in it'],
      ['that owns a table', 'create table theirs (id int); alter table theirs owner to frontdesk', 'owns the database or tables in it'],
      ['that may become the owner', 'grant samordna_owner to frontdesk', 'may become samordna_owner'],
      ['that may become a superuser', 'grant postgres to frontdesk', 'owns the database'],
      ['that is no member of samordna_app', 'revoke samordna_app from frontdesk', 'is no member of samordna_app'],
    ])('%s', async (_, sql, reason) => {
      await administer(sql);
      await expect(open(url('frontdesk'))).rejects.toThrow(`DATABASE_URL: the login frontdesk ${reason}`);
    });

    it('that is the owner too', async () => {
      await administer(`create role keeper login createrole password 'secret'; alter database municipality owner to keeper`);
      await expect(open(url('keeper'), url('keeper'))).rejects.toThrow('DATABASE_URL: the login keeper owns the database');
    });
  });

  describe('says in one line', () => {
    let mute: Server;

    beforeAll(async () => {
      mute = createServer();
      await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    });

    afterAll(() => {
      mute.close();
    });

    const line = async (appUrl: string): Promise<string> => {
      const fault: unknown = await open(appUrl).catch((error: unknown) => error);
      return (fault as Error).message;
    };

    it('that nothing listens there', async () => {
      expect(await line('postgresql://frontdesk:secret@127.0.0.1:1/municipality')).toBe(
        'DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1 (connection refused)',
      );
    });

    it('that what listens there does not answer', async () => {
      const address = mute.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      expect(await line(`postgresql://frontdesk:secret@127.0.0.1:${port}/municipality`)).toMatch(/^DATABASE_URL: no PostgreSQL answers at .*timeout/u);
    });

    it('that the login is not accepted', async () => {
      expect(await line(url('frontdesk'))).toMatch(/^DATABASE_URL: 127\.0\.0\.1:\d+ does not accept the login frontdesk$/u);
    });

    it('that the database does not exist', async () => {
      await open(url('frontdesk'), superuser());
      expect(await line(url('frontdesk', 'elsewhere'))).toMatch(/^DATABASE_URL: there is no database elsewhere at /u);
    });
  });
});
