/**
 * Recomputes the hash chain of the audit trail, outside the database: a hash covers the event and the hash before it,
 * so a row that was changed, moved or removed shows at its place.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { withClient } from '../database/roles.ts';

export interface Break {
  /** Place in the chain. */
  readonly position: string;
  readonly eventId: string;
  readonly reason: 'EVENT_MISSING' | 'EVENT_OR_HASH_CHANGED';
}

export interface ChainReport {
  readonly sealed: number;
  /** Committed rows that the sealer has not linked yet: nothing is known of these. */
  readonly unsealed: number;
  /** The first places where the chain does not hold. */
  readonly breaks: readonly Break[];
  /** Last place and hash, `position:hash`; null while nothing is sealed. */
  readonly head: string | null;
  /** Whether an earlier head, kept elsewhere, still stands in the chain; null where none was given. */
  readonly holdsHead: boolean | null;
}

const linkSchema = z.object({ position: z.string(), event_id: z.string(), hash: z.string(), content: z.string().nullable() });
type Link = z.infer<typeof linkSchema>;

const batch = 5000;
const mostBreaks = 20;

/** What a hash covers of an event, as the sealer writes it. */
const content = `jsonb_build_array(
  e.id, extract(epoch from e.at), e.organisation_id, e.actor_id, e.actor, e.request_id, e.purpose, e.operation,
  e.outcome, e.object_type, e.object_id, e.person_ids, e.rule_ids, e.details)::text`;

const links = `
  select s.position::text, s.event_id::text, encode(s.hash, 'hex') as hash, case when e.id is not null then ${content} end as content
  from audit_seal s left join audit_event e on e.id = s.event_id
  where s.position > $1::bigint order by s.position limit ${batch}`;

/**
 * @param ownerUrl login of the schema's owner
 * @param earlierHead `position:hash` that was exported before: it shows whether the end of the chain was cut off
 */
export async function verifyChain(ownerUrl: string, earlierHead?: string): Promise<ChainReport> {
  return withClient(ownerUrl, async (client) => {
    // One snapshot: rows that are sealed meanwhile belong to the next verification.
    await client.query('begin transaction isolation level repeatable read read only');
    let previous: Link | undefined;
    let sealed = 0;
    let holdsHead = earlierHead === undefined ? null : false;
    const breaks: Break[] = [];
    for (;;) {
      const { rows } = await client.query(links, [previous?.position ?? '0']);
      for (const link of z.array(linkSchema).parse(rows)) {
        const found = breakAt(link, previous?.hash ?? '');
        if (found !== undefined && breaks.length < mostBreaks) breaks.push(found);
        if (earlierHead === headOf(link)) holdsHead = true;
        previous = link;
        sealed += 1;
      }
      if (rows.length < batch) break;
    }
    const { rows } = await client.query<{ unsealed: number }>(
      'select count(*)::int as unsealed from audit_event e where not exists (select from audit_seal s where s.event_id = e.id)',
    );
    await client.query('commit');
    return { sealed, unsealed: rows[0]?.unsealed ?? 0, breaks, head: previous === undefined ? null : headOf(previous), holdsHead };
  });
}

function headOf({ position, hash }: Link): string {
  return `${position}:${hash}`;
}

function breakAt(link: Link, previousHash: string): Break | undefined {
  const place = { position: link.position, eventId: link.event_id };
  if (link.content === null) return { ...place, reason: 'EVENT_MISSING' };
  const hash = createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(link.content, 'utf8').digest('hex');
  return hash === link.hash ? undefined : { ...place, reason: 'EVENT_OR_HASH_CHANGED' };
}
