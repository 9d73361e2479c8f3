/** Single parts of a case load by their ids, each with the person it is about; what the caller may not see is left out. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ConsentRecord, FactRecord, RelationRecord } from './caseload.model.ts';
import { consentJoins, consentJson, factJoins, factJson, relationJoins, relationJson, type Piece } from './caseload.sql.ts';

/** A part, and whom it is about. */
export interface AboutPerson<T> {
  readonly personId: string;
  readonly record: T;
}

type Parts<T> = Promise<AboutPerson<T>[]>;

const among = (column: Piece, ids: readonly string[]): Piece => sql`${column} = any (${[...ids]}::uuid[])`;

async function parts<T>(db: Kysely<unknown>, statement: RawBuilder<AboutPerson<T>>): Parts<T> {
  return (await statement.execute(db)).rows;
}

export async function readFacts(db: Kysely<unknown>, ids: readonly string[]): Parts<FactRecord> {
  return parts(db, sql`select f.person_id as "personId", ${factJson} as record from fact f ${factJoins} where ${among(sql`f.id`, ids)}`);
}

export async function readConsents(db: Kysely<unknown>, ids: readonly string[]): Parts<ConsentRecord> {
  return parts(db, sql`select k.person_id as "personId", ${consentJson} as record from consent k ${consentJoins} where ${among(sql`k.id`, ids)}`);
}

/** Relations as seen by the related person: a guardianship shows the guardian. */
export async function readRelations(db: Kysely<unknown>, ids: readonly string[]): Parts<RelationRecord> {
  const seenBy = sql`r.related_person_id`;
  return parts(db, sql`select ${seenBy} as "personId", ${relationJson(seenBy)} as record
    from relation r ${relationJoins(seenBy)} where ${among(sql`r.id`, ids)}`);
}
