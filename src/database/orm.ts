/**
 * The object-relational mapper: entities for writes, and the same pool for set-based reads. Session state for
 * row-level security is transaction-local, so nothing of one caller stays on a pooled connection.
 */
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import type { EntitySchema } from '@mikro-orm/core';
import type pg from 'pg';
import { Connection } from './connection.ts';
import { forgiveRollback } from './rollback.ts';

export type Orm = MikroORM;
export type { EntityManager };

export interface OrmSettings {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  /** Connections in the pool; the default serves one process. */
  readonly poolSize?: number;
}

/** Opens the mapper on the app's own login. Close it when done. */
export async function openOrm({ url, entities, poolSize = 10 }: OrmSettings): Promise<Orm> {
  return MikroORM.init({
    clientUrl: url,
    // The whole address: clientUrl alone drops what stands after the question mark (TLS).
    driverOptions: {
      connectionString: url,
      // Whoever finds no free connection in time is told to come back, instead of waiting without end.
      connectionTimeoutMillis: 1500,
      Client: Connection,
      onPoolCreated: (pool: pg.Pool) => pool.on('connect', forgiveRollback),
    },
    entities: [...entities],
    sessionContext: 'transaction',
    pool: { min: 0, max: poolSize },
    forceUtcTimezone: true,
    // A statement's values are personal data: errors and logs must never carry them.
    logger: () => undefined,
    discovery: { warnWhenNoEntities: false },
  });
}
