/** Brings a database to the present shape, under the owner's login; then copies the permissions page into it. */
import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { entitlementsByRole } from '../access/permissions.ts';
import { Migration20261122000001_people_and_cases } from '../../migrations/Migration20261122000001_people_and_cases.ts';
import { Migration20261122000002_invariants_and_audit } from '../../migrations/Migration20261122000002_invariants_and_audit.ts';
import { Migration20261122000003_row_level_security } from '../../migrations/Migration20261122000003_row_level_security.ts';
import { Migration20261122000004_narrow_doors } from '../../migrations/Migration20261122000004_narrow_doors.ts';
import { Migration20261122000005_seal_queue } from '../../migrations/Migration20261122000005_seal_queue.ts';

const migrations = [
  Migration20261122000001_people_and_cases,
  Migration20261122000002_invariants_and_audit,
  Migration20261122000003_row_level_security,
  Migration20261122000004_narrow_doors,
  Migration20261122000005_seal_queue,
];

/**
 * Applies what is missing, in order, each in its own transaction. Two processes at once: the second waits.
 * @param ownerUrl address of a login that works as `samordna_owner`
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    // The whole address: clientUrl alone drops what stands after the question mark (TLS, role).
    driverOptions: { connectionString: ownerUrl },
    entities: [],
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    logger: () => undefined,
    pool: { min: 0, max: 2 },
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
      silent: true,
    },
  });
  try {
    await orm.em.fork().transactional(async (em) => {
      // Held until the migrations are through, on a connection of its own.
      await em.execute(`set local lock_timeout = '60s'`);
      await em.execute(`select pg_advisory_xact_lock(hashtext('samordna.migrate'))`);
      await orm.migrator.up();
    });
    await copyPermissions(orm);
  } finally {
    await orm.close();
  }
}

async function copyPermissions(orm: MikroORM): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('delete from access.role_right');
    await em.execute(
      `insert into access.role_right (role, entitlement)
        select role, entitlement from jsonb_to_recordset(?::jsonb) as r (role text, entitlement text)`,
      [JSON.stringify(entitlementsByRole())],
    );
  });
}
