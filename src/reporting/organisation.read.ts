/** Names of an organisation and its units, for the covers of reports. */
import { sql, type Kysely } from 'kysely';
import type { UnitKey } from '../routine/vocabulary.model.ts';

export interface OrganisationNames {
  readonly name: string;
  readonly units: readonly { readonly id: string; readonly key: UnitKey; readonly name: string }[];
}

/** In one statement. Undefined where the caller does not see the organisation. */
export async function readOrganisationNames(db: Kysely<unknown>, organisationId: string): Promise<OrganisationNames | undefined> {
  const { rows } = await sql<OrganisationNames>`
    select o.name, coalesce(
      (select jsonb_agg(jsonb_build_object('id', u.id, 'key', u.key, 'name', u.name) order by u.name)
        from unit u where u.organisation_id = o.id), '[]') as units
    from organisation o where o.id = ${organisationId}::uuid
  `.execute(db);
  return rows[0];
}
