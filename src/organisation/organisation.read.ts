/** Organisations, units and staff of the caller's own organisation: row policies leave the others out. */
import { sql, type Kysely } from 'kysely';
import type { LocalDate } from '../kernel/local-date.ts';
import type { StaffRecord, UnitRecord } from './unit.model.ts';

export interface OrganisationRecord {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly municipalityCode: string | null;
}

export async function readOrganisations(db: Kysely<unknown>): Promise<readonly OrganisationRecord[]> {
  const { rows } = await sql<OrganisationRecord>`
    select id, key, name, municipality_code as "municipalityCode" from organisation order by key`.execute(db);
  return rows;
}

/** All units by name, or those of `ids`. */
export async function readUnits(db: Kysely<unknown>, ids?: readonly string[]): Promise<readonly UnitRecord[]> {
  const chosen = ids === undefined ? sql`` : sql`where id = any (${[...ids]}::uuid[])`;
  const { rows } = await sql<UnitRecord>`select id, key, name from unit ${chosen} order by name`.execute(db);
  return rows;
}

export async function readStaff(db: Kysely<unknown>, ids: readonly string[]): Promise<readonly StaffRecord[]> {
  const { rows } = await sql<StaffRecord>`
    select id, display_name as "displayName" from staff where id = any (${[...ids]}::uuid[])`.execute(db);
  return rows;
}

/** Who works at which of the units on a day, by name. */
export async function readStaffOfUnits(
  db: Kysely<unknown>,
  unitIds: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, readonly StaffRecord[]>> {
  const { rows } = await sql<StaffRecord & { unitId: string }>`
    select distinct s.id, s.display_name as "displayName", m.unit_id as "unitId"
    from membership m join staff s on s.id = m.staff_id
    where m.unit_id = any (${[...unitIds]}::uuid[]) and m.valid_from <= ${on} and (m.valid_until is null or m.valid_until > ${on})
    order by "displayName"`.execute(db);
  return Map.groupBy(rows, ({ unitId }) => unitId);
}
