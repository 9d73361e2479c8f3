/** The persons with open cases of an organisation and all that decides about them, in one statement and without names. */
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DecidingFactRecord } from '../caseload/caseload.model.ts';
import { storedFacts } from '../caseload/responsibility.rules.ts';
import { asLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { matterTypes } from '../routine/vocabulary.model.ts';
import type { ComparedPerson } from './routine-impact.model.ts';

const day = z.iso.date().transform(asLocalDate);

const personSchema = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  born: z.string(),
  cases: z.array(z.object({ reference: z.string(), unit: z.string(), openedOn: day, kind: z.string() })),
  facts: z.array(z.custom<DecidingFactRecord>((value) => typeof value === 'object' && value !== null)),
});

/** A case system may use personal numbers as its ids; such an id is not told. */
const numberLike = /\d{6}[-+]?[\dA-Z]\d{3}/u;

/** Id of the organisation; undefined where there is none of that key. */
export async function findOrganisationId(db: Kysely<unknown>, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from organisation where key = ${key}`.execute(db);
  return rows[0]?.id;
}

/** For the schema's owner: no row policy narrows what it finds. */
export async function readComparedPersons(db: Kysely<unknown>, organisationId: string, asOf: LocalDate): Promise<readonly ComparedPerson[]> {
  const { rows } = await sql<{ person: unknown }>`
    with active as materialized (
      select c.person_id, jsonb_agg(jsonb_build_object('reference', c.reference, 'unit', u.key, 'openedOn', c.opened_on, 'kind', c.kind)
        order by c.reference) as cases
      from case_record c join unit u on u.id = c.unit_id
      where c.organisation_id = ${organisationId}::uuid and c.opened_on <= ${asOf}::date and (c.closed_on is null or c.closed_on > ${asOf}::date)
      group by c.person_id
    ), deciding as materialized (
      select f.person_id, jsonb_agg(jsonb_build_object('kind', f.kind, 'from', f.valid_from, 'until', f.valid_until, 'known', f.known,
        'unit', f.unit_key, 'placedByFosterCareService', f.placed_by_foster_care_service, 'outcome', f.outcome,
        'receivingUnit', f.receiving_unit_key, 'value', f.value, 'atRisk', f.at_risk, 'diagnosisDocumented', f.diagnosis_documented,
        'matterType', f.matter_type, 'approvedBy', f.approved_by, 'visible', true) order by f.valid_from) as facts
      from access.facts_of(array(select person_id from active)) as f group by f.person_id
    )
    select jsonb_build_object('id', p.id, 'externalId', p.external_id, 'born', p.born, 'cases', a.cases,
      'facts', coalesce(d.facts, '[]'::jsonb)) as person
    from active a join person p on p.id = a.person_id left join deciding d on d.person_id = a.person_id
    where p.deceased_on is null or p.deceased_on > ${asOf}::date
    order by a.cases -> 0 ->> 'reference'
  `.execute(db);
  return rows.map(({ person }) => {
    const { cases, facts, externalId, ...rest } = personSchema.parse(person);
    return {
      ...rest,
      externalId: externalId === null || numberLike.test(externalId) ? null : externalId,
      facts: storedFacts(facts),
      cases: cases.map(({ kind, ...file }) => ({ ...file, matter: matterTypes.find((type) => type === kind) ?? null })),
    };
  });
}
