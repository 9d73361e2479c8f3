/** The pieces of SQL that turn rows into records. Row policies decide what each piece finds. */
import { sql, type RawBuilder } from 'kysely';
import type { CaseSelection, PersonSelection } from './caseload.model.ts';

type Piece = RawBuilder<unknown>;

const unitOf = (alias: Piece): Piece => sql`jsonb_build_object('id', ${alias}.id, 'key', ${alias}.key, 'name', ${alias}.name)`;

const assignments = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'from', a.valid_from, 'until', a.valid_until,
    'staff', jsonb_build_object('id', s.id, 'displayName', s.display_name)) order by a.valid_from desc), '[]')
  from case_assignment a join staff s on s.id = a.staff_id where a.case_id = c.id)`;

const coHandlings = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'role', h.role, 'from', h.valid_from, 'until', h.valid_until,
    'version', h.version, 'unit', ${unitOf(sql`hu`)},
    'staff', case when hs.id is null then null else
      jsonb_build_object('id', hs.id, 'displayName', hs.display_name) end) order by h.valid_from desc), '[]')
  from co_handling h join unit hu on hu.id = h.unit_id left join staff hs on hs.id = h.staff_id
  where h.case_id = c.id)`;

const responsibleUnits = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'from', r.valid_from, 'until', r.valid_until,
    'unit', ${unitOf(sql`ru`)}) order by r.kind, r.valid_from), '[]')
  from case_responsibility r join unit ru on ru.id = r.unit_id where r.case_id = c.id)`;

/** One case as JSON; the row is `c`, its unit `u`. */
export function caseJson(selection: CaseSelection): Piece {
  return sql`jsonb_build_object('id', c.id, 'reference', c.reference, 'kind', c.kind, 'organisationId', c.organisation_id,
    'personId', c.person_id, 'openedOn', c.opened_on, 'closedOn', c.closed_on, 'version', c.version, 'unit', ${unitOf(sql`u`)})
    ${selection.assignments ? sql`|| jsonb_build_object('assignments', ${assignments})` : sql``}
    ${selection.coHandlings ? sql`|| jsonb_build_object('coHandlings', ${coHandlings})` : sql``}
    ${selection.responsibleUnits ? sql`|| jsonb_build_object('responsibleUnits', ${responsibleUnits})` : sql``}`;
}

const facts = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'from', f.valid_from, 'until', f.valid_until,
    'known', f.known, 'unit', ${unitOf(sql`fu`)}, 'placedByFosterCareService', f.placed_by_foster_care_service,
    'outcome', f.outcome, 'receivingUnit', case when ft.id is null then null else ${unitOf(sql`ft`)} end,
    'value', f.value, 'needCategories', f.need_categories, 'atRisk', f.at_risk,
    'diagnosisDocumented', f.diagnosis_documented, 'version', f.version) order by f.valid_from, f.kind), '[]')
  from fact f join unit fu on fu.id = f.unit_id left join unit ft on ft.id = f.receiving_unit_id
  where f.person_id = p.id)`;

const relations = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'personId', o.id,
    'kind', case when r.kind = 'GUARDIAN' and r.person_id = p.id then 'CHILD' else r.kind end,
    'displayName', case when o.protection = 'NONE' then o.given_name || ' ' || o.family_name end,
    'from', r.valid_from, 'until', r.valid_until) order by r.kind, r.valid_from), '[]')
  from relation r
  join person o on o.id = case when r.person_id = p.id then r.related_person_id else r.person_id end
  where r.person_id = p.id or r.related_person_id = p.id)`;

const consents = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'purpose', k.purpose, 'scope', k.scope,
    'howGiven', k.how_given, 'unit', ${unitOf(sql`ku`)},
    'recipientUnit', case when kr.id is null then null else ${unitOf(sql`kr`)} end,
    'from', k.valid_from, 'until', k.valid_until, 'withdrawnOn', k.withdrawn_on, 'version', k.version)
    order by k.valid_from), '[]')
  from consent k join unit ku on ku.id = k.unit_id left join unit kr on kr.id = k.recipient_unit_id
  where k.person_id = p.id)`;

const agreements = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'matterType', g.matter_type, 'reason', g.reason,
    'from', g.valid_from, 'until', g.valid_until, 'version', g.version, 'agreedUnit', ${unitOf(sql`gu`)},
    'approvedBy', (select coalesce(jsonb_agg(${unitOf(sql`vu`)} order by vu.key), '[]')
      from managers_approval v join unit vu on vu.id = v.unit_id where v.agreement_id = g.id)) order by g.valid_from), '[]')
  from managers_agreement g join unit gu on gu.id = g.agreed_unit_id where g.person_id = p.id)`;

const decidingFacts = sql`coalesce((select d.facts from deciding d where d.person_id = p.id), '[]')`;

/** One person as JSON; the row is `p`. Until a unit has a case or takes part in one, it reads the name it entered itself. */
export function personJson(selection: PersonSelection): Piece {
  const shown = (column: Piece): Piece => sql`case when p.protection = 'NONE' then ${column} end`;
  return sql`jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'numberKind', p.number_kind,
    'number', ${shown(sql`p.number`)}, 'givenName', ${shown(sql`coalesce(e.given_name, p.given_name)`)},
    'familyName', ${shown(sql`coalesce(e.family_name, p.family_name)`)}, 'protection', p.protection,
    'born', p.born, 'deceasedOn', p.deceased_on, 'version', p.version)
    ${selection.facts ? sql`|| jsonb_build_object('facts', ${facts})` : sql``}
    ${selection.relations ? sql`|| jsonb_build_object('relations', ${relations})` : sql``}
    ${selection.consents ? sql`|| jsonb_build_object('consents', ${consents})` : sql``}
    ${selection.agreements ? sql`|| jsonb_build_object('agreements', ${agreements})` : sql``}
    ${selection.responsibility ? sql`|| jsonb_build_object('decidingFacts', ${decidingFacts})` : sql``}
    ${
      selection.cases === undefined
        ? sql``
        : sql`|| jsonb_build_object('cases', (select coalesce(jsonb_agg(${caseJson(selection.cases)}
          order by c.opened_on desc, c.id), '[]') from case_record c join unit u on u.id = c.unit_id where c.person_id = p.id))`
    }`;
}

/** What the caller's unit entered when it registered person `p`, as row `e`. */
export const enteredName = sql`left join lateral (
  select e.given_name, e.family_name from person_registration e where e.person_id = p.id order by e.registered_at limit 1
) as e on true`;

/** A common table `deciding` with the facts that decide for the persons of `ids`, when the selection needs it. */
export function decidingTable(selection: PersonSelection | undefined, ids: Piece): Piece {
  if (selection?.responsibility !== true) return sql``;
  return sql`, deciding as materialized (
    select d.person_id, jsonb_agg(jsonb_build_object('kind', d.kind, 'from', d.valid_from, 'until', d.valid_until,
      'known', d.known, 'unit', d.unit_key, 'placedByFosterCareService', d.placed_by_foster_care_service,
      'outcome', d.outcome, 'receivingUnit', d.receiving_unit_key, 'value', d.value, 'atRisk', d.at_risk,
      'diagnosisDocumented', d.diagnosis_documented, 'matterType', d.matter_type, 'approvedBy', d.approved_by,
      'visible', d.visible) order by d.valid_from) as facts
    from access.responsibility_facts(${ids}) as d group by d.person_id)`;
}

