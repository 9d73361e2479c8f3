/** Optimistic versions: an edit names the version it was based on, and takes the row to the next one. */
import { sql, type Kysely } from 'kysely';
import { conflict, notFound, type Fault } from '../kernel/faults.ts';

export type VersionedTable = 'case_record' | 'co_handling' | 'fact' | 'managers_agreement' | 'consent' | 'relation';

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * Takes a row from the version that the caller worked from to the next; nobody else can until the transaction ends.
 * @param loaded the row as the rules have seen it
 * @throws Fault CHANGED_SINCE_READ with both versions
 */
export async function claimVersion(db: Kysely<unknown>, table: VersionedTable, loaded: Versioned, basedOn: number): Promise<void> {
  if (loaded.version !== basedOn) throw changedSinceRead(loaded.version, basedOn);
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set version = version + 1 where id = ${loaded.id} and version = ${basedOn}`.execute(db);
  if (numAffectedRows === 1n) return;
  const { rows } = await sql<{ version: number }>`select version from ${sql.table(table)} where id = ${loaded.id}`.execute(db);
  const present = rows[0]?.version;
  // Unchanged, and yet not to be changed: the row policies say no.
  if (present === undefined || present === basedOn) throw notFound();
  throw changedSinceRead(present, basedOn);
}

function changedSinceRead(present: number, basedOn: number): Fault {
  return conflict(
    'CHANGED_SINCE_READ',
    {
      sv: `Uppgiften har ändrats sedan du läste den: du utgick från version ${String(basedOn)}, nu gäller version ${String(present)}. Läs om och försök igen.`,
      en: `It has changed since you read it: you worked from version ${String(basedOn)}, the present one is ${String(present)}. Read it again.`,
    },
    'input.version',
  );
}
