/** Units and staff as the rules of a write need them. */
import { sql } from 'kysely';
import { permissions } from '../access/permissions.ts';
import { invalid, notFound } from '../kernel/faults.ts';
import { later, type LocalDate } from '../kernel/local-date.ts';
import type { Writing } from '../request/request-scope.ts';

export interface UnitFile {
  readonly id: string;
  readonly key: string;
  readonly organisationId: string;
}

/** A unit of the caller's organisation. @throws Fault NOT_FOUND */
export async function loadUnit({ db }: Writing, id: string, path: string): Promise<UnitFile> {
  const { rows } = await sql<UnitFile>`
    select id, key, organisation_id as "organisationId" from unit where id = ${id}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw notFound(path);
  return row;
}

export interface Place {
  readonly unitId: string;
  readonly organisationId: string;
}

/** @throws Fault where the member of staff does not handle cases at the unit from that day on */
export async function checkWorksAt(
  { db }: Writing,
  staffId: string,
  { unitId, organisationId }: Place,
  { from, today, path }: { readonly from: LocalDate; readonly today: LocalDate; readonly path: string },
): Promise<void> {
  // Who has left may stand in the past, but is not given anything today.
  const on = later(from, today);
  const { rows } = await sql`
    select from membership m join unit u on u.id = ${unitId}
    where m.staff_id = ${staffId} and m.organisation_id = ${organisationId} and m.role = any (${[...permissions['case.read'].roles]})
      and (m.unit_id = u.id or (m.unit_id is null and (m.department_id is null or m.department_id = u.department_id)))
      and m.valid_from <= ${from} and (m.valid_until is null or m.valid_until > ${on})`.execute(db);
  if (rows.length > 0) return;
  throw invalid('NOT_AT_UNIT', path, {
    sv: 'Personen handlägger inte ärenden vid enheten den dagen. Välj någon av enhetens medarbetare.',
    en: 'That person does not handle cases at the unit on that day. Choose a member of the unit.',
  });
}
