/**
 * One request: who asks, on what day, and the transactions it works in. Reads share one transaction that ends with its
 * audit row before the answer leaves; each write has a transaction of its own, with its audit row inside.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { isRole } from '../access/roles.model.ts';
import { holdsRoleFor, type Caller, type Permit } from '../access/permit.ts';
import type { Action } from '../access/permissions.ts';
import { recordAudit, recordWrite, type AuditEntry, type Trace } from '../database/audit.store.ts';
import { faultOf, isRetryable } from '../database/constraint-faults.ts';
import type { EntityManager, Orm } from '../database/orm.ts';
import { Fault, forbidden } from '../kernel/faults.ts';
import { parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { earlierAnswer, keepAnswer, type IdempotencyKey } from './idempotency.store.ts';

export type { IdempotencyKey } from './idempotency.store.ts';

/** What is known of a request before the database is asked. */
export interface RequestFrame {
  readonly orm: Orm;
  /** Subject of the bearer token. */
  readonly userName: string;
  /** Today's date in Europe/Stockholm when the request began. */
  readonly today: LocalDate;
  readonly requestId: string;
  /** What the caller says the request is for; goes into the audit. */
  readonly purpose: string | null;
  /** Name of the operation, for the audit row of reads. */
  readonly operation: string;
}

/** A transaction that writes, and the only way to leave its audit row. */
export interface Writing {
  readonly em: EntityManager;
  /** The same transaction, for set-based statements. */
  readonly db: Kysely<unknown>;
  readonly caller: Caller;
  /** Audits the write that `permit` allowed. Called by every save. */
  saved(permit: Permit, objectId: string, details?: AuditEntry['details']): Promise<void>;
}

const date = z.string().transform((text, context) => {
  const parsed = parseLocalDate(text);
  if (parsed === undefined) context.addIssue('not a date');
  return parsed ?? z.NEVER;
});

const callerSchema = z.object({
  staffId: z.uuid(),
  displayName: z.string(),
  organisationId: z.uuid(),
  organisationKey: z.string(),
  adoptedRoutines: z.array(z.object({ routine: z.string(), from: date, until: date.nullable() })),
  memberships: z.array(z.object({ role: z.string(), unitIds: z.array(z.uuid()) })),
});

const attempts = 4;

/** Something was still asking when the request had been answered; nobody reads this. */
class RequestAnswered extends Error {}

/** Opens per request; close with {@link RequestScope.finish}. */
export class RequestScope {
  readonly today: LocalDate;
  readonly #frame: RequestFrame;
  readonly #readPersons = new Set<string>();
  readonly #missed = new Set<string>();
  #reading: Promise<EntityManager> | undefined;
  #caller: Caller | undefined;
  #answered = false;

  constructor(frame: RequestFrame) {
    this.#frame = frame;
    this.today = frame.today;
  }

  /** The caller with today's roles and units. @throws Fault FORBIDDEN where the subject is nobody here. */
  async caller(): Promise<Caller> {
    this.#caller ??= await this.read((db) => this.#loadCaller(db));
    return this.#caller;
  }

  /** The caller, once this request has asked for them. */
  get knownCaller(): Caller | undefined {
    return this.#caller;
  }

  /** Refuses unless the caller holds, somewhere, a role for `action`. */
  async require(action: Action): Promise<Caller> {
    const caller = await this.caller();
    if (holdsRoleFor(caller, action)) return caller;
    throw forbidden({ sv: 'Din roll ger inte tillgång till detta.', en: 'Your role gives no access to this.' });
  }

  /** A question to the database, in the request's reading transaction, under the caller's row policies. */
  async read<T>(question: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
    this.#refuseLate();
    this.#reading ??= this.#begin();
    const em = await this.#reading;
    this.#refuseLate();
    return question(em.getKysely<unknown>());
  }

  /** A resolver whose sibling has failed may ask when the answer has left already: it would keep a connection for ever. */
  #refuseLate(): void {
    if (this.#answered) throw new RequestAnswered();
  }

  /** Persons whose data this request shows: they stand in its audit row. */
  noteRead(personIds: Iterable<string>): void {
    for (const id of personIds) this.#readPersons.add(id);
  }

  /** Something was asked for by its id (`Case:…`) and is not there for the caller: a refusal for the audit. */
  noteMissed(object: string): void {
    this.#missed.add(object);
  }

  /** Ends the request's reading, its audit row inside. No answer with personal data may leave before this. */
  async finish(): Promise<void> {
    this.#answered = true;
    await this.#endReading();
  }

  async #endReading(): Promise<void> {
    const reading = this.#reading;
    if (reading === undefined) return;
    this.#reading = undefined;
    const em = await reading;
    try {
      if (this.#readPersons.size > 0) {
        const db = em.getKysely<unknown>();
        this.#caller ??= await this.#loadCaller(db);
        await recordAudit(db, this.#trace(), {
          operation: this.#frame.operation,
          outcome: 'READ',
          personIds: [...this.#readPersons],
        });
        this.#readPersons.clear();
      }
      await em.commit();
    } catch (error) {
      await em.rollback();
      throw error;
    }
    if (this.#missed.size === 0) return;
    const details = { code: 'NOT_FOUND', ids: [...this.#missed] };
    this.#missed.clear();
    await this.record({ operation: this.#frame.operation, outcome: 'REFUSED', details });
  }

  /** Gives the connection back without an audit row: for requests that failed before anything was shown. */
  async abandon(): Promise<void> {
    this.#answered = true;
    const reading = this.#reading;
    this.#reading = undefined;
    const em = await reading?.catch(() => undefined);
    await em?.rollback();
  }

  /**
   * Does `work` in one transaction and answers with what it answers: plain values that can be stored with the key.
   * A refusal is audited in a transaction of its own. Serialization failures and deadlocks are tried again.
   * @throws Fault for what the domain or the database refuses
   */
  async write<T>(once: IdempotencyKey, work: (writing: Writing) => Promise<T>): Promise<T> {
    await this.#endReading();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#writeOnce(once, work);
      } catch (error) {
        if (isRetryable(error) && attempt < attempts) {
          await pause(Math.random() * 20 * 2 ** attempt);
          continue;
        }
        const fault = error instanceof Fault ? error : faultOf(error);
        if (fault === undefined) throw error;
        await this.recordRefusal(once.operation, fault);
        throw fault;
      }
    }
  }

  /** A row in the audit of its own: something was asked for and refused, or left the house as a file. */
  async record(entry: AuditEntry): Promise<void> {
    await this.#fork().transactional(async (em) => {
      const db = em.getKysely<unknown>();
      this.#caller ??= await this.#loadCaller(db).catch(() => undefined);
      await recordAudit(db, this.#trace(), entry);
    });
  }

  /** Audits a refusal: the code and the rule, never what was asked about. */
  async recordRefusal(operation: string, { details }: Fault): Promise<void> {
    await this.record({
      operation,
      outcome: 'REFUSED',
      ruleIds: details.ruleId === undefined ? [] : [details.ruleId],
      details: { code: details.code, path: details.path ?? null },
    });
  }

  async #writeOnce<T>(once: IdempotencyKey, work: (writing: Writing) => Promise<T>): Promise<T> {
    return this.#fork().transactional(async (em) => {
      const db = em.getKysely<unknown>();
      const caller = await this.#loadCaller(db);
      this.#caller = caller;
      const earlier = await earlierAnswer(db, caller.staffId, once);
      if (earlier !== undefined) return earlier.answer as T;
      const saved: Writing['saved'] = async (permit, objectId, details) =>
        recordWrite(db, this.#trace(), permit, objectId, details);
      const answer = await work({ em, db, caller, saved });
      await em.flush();
      // Deferred checks speak here, while the refusal can still be told in the domain's words.
      await sql`set constraints all immediate`.execute(db);
      await keepAnswer(db, caller.staffId, once, answer);
      return answer;
    });
  }

  #fork(settings: Readonly<Record<string, string>> = {}): EntityManager {
    const { orm, userName, purpose, requestId } = this.#frame;
    const variables = { 'app.user': userName, 'app.purpose': purpose ?? '', 'app.request_id': requestId, ...settings };
    return orm.em.fork({ session: { variables } });
  }

  async #begin(): Promise<EntityManager> {
    // What is read has been planned before: planning anew for each caller, with all row policies, costs more than reading.
    const em = this.#fork({ plan_cache_mode: 'force_generic_plan' });
    await em.begin();
    return em;
  }

  async #loadCaller(db: Kysely<unknown>): Promise<Caller> {
    const { rows } = await sql<{ caller: unknown }>`select access.caller() as caller`.execute(db);
    const found = callerSchema.safeParse(rows[0]?.caller);
    if (!found.success) {
      throw forbidden({ sv: 'Du är inte registrerad som användare här.', en: 'You are not registered as a user here.' });
    }
    const { memberships, ...who } = found.data;
    const roles = memberships.flatMap(({ role, unitIds }) => (isRole(role) ? [{ role, unitIds }] : []));
    return { ...who, userName: this.#frame.userName, roles };
  }

  #trace(): Trace {
    const { userName, requestId, purpose } = this.#frame;
    return {
      organisationId: this.#caller?.organisationId ?? null,
      actorId: this.#caller?.staffId ?? null,
      actor: this.#caller === undefined ? 'unknown' : userName,
      requestId,
      purpose,
    };
  }
}
