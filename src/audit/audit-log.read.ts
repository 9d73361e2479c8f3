/** The access log about one person, for the log reviewer: row policies keep it from everybody else. */
import { sql, type Kysely } from 'kysely';

export interface LogEntry {
  /** Position in the log. */
  readonly id: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly outcome: 'READ' | 'WRITTEN' | 'REFUSED' | 'EXPORTED';
  readonly purpose: string | null;
  readonly objectType: string | null;
  readonly objectId: string | null;
  readonly ruleIds: readonly string[];
  readonly requestId: string | null;
}

/** A page of what was done about a person, newest first; one more than `first` tells that there is more. */
export async function readLogPage(
  db: Kysely<unknown>,
  personId: string,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<readonly LogEntry[]> {
  const beyond = after === null ? sql`` : sql`and id < ${after}`;
  const { rows } = await sql<LogEntry>`
    select id::text, to_json(at) #>> '{}' as at, actor, operation, outcome, purpose, object_type as "objectType",
      object_id as "objectId", rule_ids as "ruleIds", request_id as "requestId"
    from audit_event where person_ids @> array[${personId}]::uuid[] ${beyond} order by audit_event.id desc limit ${first + 1}
  `.execute(db);
  return rows;
}
