/** Persons for a write: whether the caller sees one, and the narrow door through which new ones enter. */
import { sql } from 'kysely';
import { about, type Permit } from '../access/permit.ts';
import { notFound } from '../kernel/faults.ts';
import type { Writing } from '../request/request-scope.ts';
import type { NewPerson } from './person.model.ts';

/** @throws Fault NOT_FOUND where the person is not there for the caller */
export async function checkPersonSeen({ db }: Writing, personId: string, path: string): Promise<void> {
  const { rows } = await sql`select from person where id = ${personId}`.execute(db);
  if (rows.length === 0) throw notFound(path);
}

/**
 * Registers a person at a unit of the caller. A number that the organisation has already leads to the same person and
 * tells nothing of it. Answers the person's id.
 */
export async function registerPerson(writing: Writing, permit: Permit<'person.register'>, unitId: string, person: NewPerson): Promise<string> {
  const { numberKind, number, born, givenName, familyName, protection } = person;
  const { rows } = await sql<{ id: string }>`
    select access.register_person(${unitId}::uuid, ${numberKind}, ${number}, ${born}, ${givenName}, ${familyName}, ${protection}) as id
  `.execute(writing.db);
  const id = rows[0]?.id;
  if (id === undefined) throw notFound('input.unitId');
  await writing.saved(about(permit, [id]), id);
  return id;
}
