/**
 * Links committed audit rows into the hash chain, a moment after they were written: doing it in the writing transaction
 * would make all writers wait for each other. Several processes may run one; the database lets one work at a time.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Orm } from '../database/orm.ts';

export interface SealerParts {
  readonly orm: Orm;
  /** Told how many rows were linked. */
  readonly sealed: (rows: number) => void;
  /** Told of a failure; the sealer goes on. */
  readonly failed: (error: unknown) => void;
}

export interface Sealer {
  /** Links what is there and ends. */
  stop(): Promise<void>;
}

const rest = 400;
const restAfterFailure = 2000;

export function startSealer({ orm, sealed, failed }: SealerParts): Sealer {
  const ending = new AbortController();
  const sealAll = async (): Promise<void> => {
    for (let rows = 1; rows > 0; ) {
      rows = await sealOnce(orm);
      if (rows > 0) sealed(rows);
    }
  };
  const work = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const wait = await sealAll().then(() => rest, (error: unknown) => {
        failed(error);
        return restAfterFailure;
      });
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    await sealAll().catch(failed);
  };
  const working = work();
  return {
    stop: async () => {
      ending.abort();
      await working;
    },
  };
}

/** One round: at most a few thousand rows. Zero when there is nothing to link or somebody else does it. */
export async function sealOnce(orm: Orm): Promise<number> {
  const { rows } = await sql<{ sealed: number }>`select access.seal_audit() as sealed`.execute(orm.em.fork().getKysely<unknown>());
  return rows[0]?.sealed ?? 0;
}
