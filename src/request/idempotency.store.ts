/** The answers once given to mutations: the same key with the same input has one effect and one answer. */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { conflict, invalid } from '../kernel/faults.ts';

/** With another input the same key is a conflict. */
export interface IdempotencyKey {
  readonly key: string;
  readonly operation: string;
  /** The whole input: what the key stands for. */
  readonly input: unknown;
}

function hashOf({ operation, input }: IdempotencyKey): string {
  return createHash('sha256').update(JSON.stringify([operation, input])).digest('hex');
}

/**
 * What the actor's key was answered before. Until the transaction ends nobody else gets past here with the same key.
 * @throws Fault where the key is none, or stands for something else
 */
export async function earlierAnswer(
  db: Kysely<unknown>,
  actorId: string,
  once: IdempotencyKey,
): Promise<{ readonly answer: unknown } | undefined> {
  if (!/^[\w.:-]{8,100}$/u.test(once.key)) {
    throw invalid('IDEMPOTENCY_KEY_INVALID', 'input.idempotencyKey', {
      sv: 'idempotencyKey ska vara 8–100 tecken: bokstäver, siffror, punkt, kolon, bindestreck.',
      en: 'idempotencyKey must be 8–100 characters: letters, digits, dot, colon, hyphen.',
    });
  }
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actorId} ${once.key}`}, 1))`.execute(db);
  const { rows } = await sql<{ request_hash: string; answer: { answer: unknown } }>`
    select request_hash, answer from idempotency where actor_id = ${actorId} and key = ${once.key}
  `.execute(db);
  const found = rows[0];
  if (found === undefined) return undefined;
  if (found.request_hash === hashOf(once)) return found.answer;
  throw conflict(
    'IDEMPOTENCY_KEY_REUSED',
    {
      sv: 'Nyckeln har redan använts för en annan begäran. Använd en ny nyckel.',
      en: 'The key has been used for another request. Use a new key.',
    },
    'input.idempotencyKey',
  );
}

/** Keeps the answer with its key, in the transaction of the effect. `answer` is plain values. */
export async function keepAnswer(db: Kysely<unknown>, actorId: string, once: IdempotencyKey, answer: unknown): Promise<void> {
  await sql`
    insert into idempotency (actor_id, key, operation, request_hash, answer)
    values (${actorId}, ${once.key}, ${once.operation}, ${hashOf(once)}, ${JSON.stringify({ answer })})
  `.execute(db);
}
