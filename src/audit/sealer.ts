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
  /** Told the end of the chain, now and then: kept elsewhere, it proves that nothing was cut off. */
  readonly headReached: (head: string) => void;
  /** Told of a failure; the sealer goes on. */
  readonly failed: (error: unknown) => void;
}

export interface Sealer {
  /** Links what is there and ends. */
  stop(): Promise<void>;
}

const rest = 400;
const restAfterFailure = 2000;
/** Rounds between two exports of the head: about ten minutes. */
const roundsPerHead = 1500;

export function startSealer({ orm, sealed, headReached, failed }: SealerParts): Sealer {
  const ending = new AbortController();
  let news = false;
  const sealAll = async (): Promise<void> => {
    for (let rows = await sealOnce(orm); rows > 0; rows = await sealOnce(orm)) {
      sealed(rows);
      news = true;
    }
  };
  const exportHead = async (): Promise<void> => {
    if (!news) return;
    const head = await readHead(orm);
    if (head !== null) headReached(head);
    news = false;
  };
  const work = async (): Promise<void> => {
    for (let round = 0; !ending.signal.aborted; round += 1) {
      let wait = rest;
      try {
        await sealAll();
        if (round % roundsPerHead === 0) await exportHead();
      } catch (error) {
        failed(error);
        wait = restAfterFailure;
      }
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    await sealAll().then(exportHead).catch(failed);
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

async function readHead(orm: Orm): Promise<string | null> {
  const { rows } = await sql<{ head: string | null }>`select access.audit_head() as head`.execute(orm.em.fork().getKysely<unknown>());
  return rows[0]?.head ?? null;
}
