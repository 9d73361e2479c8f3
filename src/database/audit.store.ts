/** The audit trail: what was done, read or refused, by whom and when. Ids only: never names, numbers or free text. */
import { sql, type Kysely } from 'kysely';
import type { Permit } from '../access/permit.ts';

/** Who acts and in which request, as every audit row tells it. */
export interface Trace {
  readonly organisationId: string | null;
  readonly actorId: string | null;
  readonly actor: string;
  readonly requestId: string;
  readonly purpose: string | null;
}

export interface AuditEntry {
  readonly operation: string;
  readonly outcome: 'READ' | 'WRITTEN' | 'REFUSED' | 'EXPORTED';
  readonly objectType?: string | null;
  readonly objectId?: string | null;
  readonly personIds?: readonly string[];
  readonly ruleIds?: readonly string[];
  /** Codes, counts and ids. */
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Adds one row, in the transaction that `db` works in. */
export async function recordAudit(db: Kysely<unknown>, trace: Trace, entry: AuditEntry): Promise<void> {
  await sql`
    insert into audit_event (organisation_id, actor_id, actor, request_id, purpose, operation, outcome,
      object_type, object_id, person_ids, rule_ids, details)
    values (${trace.organisationId}, ${trace.actorId}, ${trace.actor}, ${trace.requestId}, ${trace.purpose},
      ${entry.operation}, ${entry.outcome}, ${entry.objectType ?? null}, ${entry.objectId ?? null},
      ${entry.personIds ?? []}, ${entry.ruleIds ?? []}, ${JSON.stringify(entry.details ?? {})})
  `.execute(db);
}

/** The audit row of a write, made from the permit that allowed it. */
export async function recordWrite(
  db: Kysely<unknown>,
  trace: Trace,
  permit: Permit,
  objectId: string,
  details: AuditEntry['details'] = {},
): Promise<void> {
  await recordAudit(db, trace, {
    operation: permit.action,
    outcome: 'WRITTEN',
    objectType: permit.subject.objectType,
    objectId,
    personIds: permit.subject.personIds ?? [],
    ruleIds: permit.subject.ruleIds ?? [],
    details,
  });
}
