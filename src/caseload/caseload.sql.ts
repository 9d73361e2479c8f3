/** The pieces of SQL that turn rows into records. Row policies decide what each piece finds. */
import { sql, type RawBuilder } from 'kysely';
import type { CaseSelection, PersonSelection } from './caseload.model.ts';

export type Piece = RawBuilder<unknown>;

const nothing = sql``;

const unitOf = (alias: Piece): Piece => sql`jsonb_build_object('id', ${alias}.id, 'key', ${alias}.key, 'name', ${alias}.name)`;

const unitOrNull = (alias: Piece): Piece => sql`case when ${alias}.id is null then null else ${unitOf(alias)} end`;

const assignments = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'from', a.valid_from, 'until', a.valid_until,
    'staff', jsonb_build_object('id', s.id, 'displayName', s.display_name)) order by a.valid_from desc), '[]')
  from case_assignment a join staff s on s.id = a.staff_id where a.case_id = c.id)`;

/** One co-handling; the row is `h`, its unit `hu`, its caseworker `hs`. */
export const coHandlingJson = sql`jsonb_build_object('id', h.id, 'role', h.role, 'from', h.valid_from,
  'until', h.valid_until, 'version', h.version, 'unit', ${unitOf(sql`hu`)},
  'staff', case when hs.id is null then null else jsonb_build_object('id', hs.id, 'displayName', hs.display_name) end)`;
export const coHandlingJoins = sql`join unit hu on hu.id = h.unit_id left join staff hs on hs.id = h.staff_id`;

const coHandlings = sql`(
  select coalesce(jsonb_agg(${coHandlingJson} order by h.valid_from desc), '[]')
  from co_handling h ${coHandlingJoins} where h.case_id = c.id)`;

const responsibleUnits = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'from', r.valid_from, 'until', r.valid_until,
    'unit', ${unitOf(sql`ru`)}) order by r.kind, r.valid_from), '[]')
  from case_responsibility r join unit ru on ru.id = r.unit_id where r.case_id = c.id)`;

/** One case as JSON; the row is `c`, its unit `u`. */
export function caseJson(selection: CaseSelection): Piece {
  return sql`jsonb_build_object('id', c.id, 'reference', c.reference, 'kind', c.kind, 'organisationId', c.organisation_id,
    'personId', c.person_id, 'openedOn', c.opened_on, 'closedOn', c.closed_on, 'version', c.version, 'unit', ${unitOf(sql`u`)})
    ${selection.assignments ? sql`|| jsonb_build_object('assignments', ${assignments})` : nothing}
    ${selection.coHandlings ? sql`|| jsonb_build_object('coHandlings', ${coHandlings})` : nothing}
    ${selection.responsibleUnits ? sql`|| jsonb_build_object('responsibleUnits', ${responsibleUnits})` : nothing}`;
}

/** One case with its person, where the selection asks for it; the rows are `c`, `u` and `p`. */
export function caseWithPersonJson(selection: CaseSelection): Piece {
  if (selection.person === undefined) return caseJson(selection);
  return sql`${caseJson(selection)} || jsonb_build_object('person', ${personJson(selection.person)})`;
}

/** One fact; the row is `f`. */
export const factJson = sql`jsonb_build_object('id', f.id, 'kind', f.kind, 'from', f.valid_from, 'until', f.valid_until,
  'known', f.known, 'unit', ${unitOf(sql`fu`)}, 'placedByFosterCareService', f.placed_by_foster_care_service,
  'outcome', f.outcome, 'receivingUnit', ${unitOrNull(sql`ft`)}, 'value', f.value, 'needCategories', f.need_categories,
  'atRisk', f.at_risk, 'diagnosisDocumented', f.diagnosis_documented, 'version', f.version)`;
export const factJoins = sql`join unit fu on fu.id = f.unit_id left join unit ft on ft.id = f.receiving_unit_id`;

const facts = sql`(
  select coalesce(jsonb_agg(${factJson} order by f.valid_from, f.kind), '[]') from fact f ${factJoins} where f.person_id = p.id)`;

/** One relation as seen by one of the two; the row is `r`, the other person `o`. */
export function relationJson(seenBy: Piece): Piece {
  return sql`jsonb_build_object('id', r.id, 'personId', o.id,
    'kind', case when r.kind = 'GUARDIAN' and r.person_id = ${seenBy} then 'CHILD' else r.kind end,
    'displayName', case when ${effective('protection', sql`o`, sql`oe`)} = 'NONE' then
      ${effective('given_name', sql`o`, sql`oe`)} || ' ' || ${effective('family_name', sql`o`, sql`oe`)} end,
    'from', r.valid_from, 'until', r.valid_until, 'version', r.version)`;
}
export function relationJoins(seenBy: Piece): Piece {
  return sql`join person o on o.id = case when r.person_id = ${seenBy} then r.related_person_id else r.person_id end
    ${entered(sql`o`, sql`oe`)}`;
}

const relations = sql`(
  select coalesce(jsonb_agg(${relationJson(sql`p.id`)} order by r.kind, r.valid_from), '[]')
  from relation r ${relationJoins(sql`p.id`)} where r.person_id = p.id or r.related_person_id = p.id)`;

/** One consent; the row is `k`. */
export const consentJson = sql`jsonb_build_object('id', k.id, 'purpose', k.purpose, 'scope', k.scope,
  'howGiven', k.how_given, 'unit', ${unitOf(sql`ku`)}, 'recipientUnit', ${unitOrNull(sql`kr`)},
  'from', k.valid_from, 'until', k.valid_until, 'withdrawnOn', k.withdrawn_on, 'version', k.version)`;
export const consentJoins = sql`join unit ku on ku.id = k.unit_id left join unit kr on kr.id = k.recipient_unit_id`;

const consents = sql`(
  select coalesce(jsonb_agg(${consentJson} order by k.valid_from), '[]') from consent k ${consentJoins} where k.person_id = p.id)`;

/** One managers' agreement; the row is `g`. */
export const agreementJson = sql`jsonb_build_object('id', g.id, 'matterType', g.matter_type, 'reason', g.reason,
  'from', g.valid_from, 'until', g.valid_until, 'version', g.version, 'proposedByUnit', ${unitOf(sql`gp`)},
  'counterpartUnit', ${unitOf(sql`gc`)}, 'agreedUnit', ${unitOf(sql`gu`)},
  'approvedBy', (select coalesce(jsonb_agg(${unitOf(sql`vu`)} order by vu.key), '[]')
    from managers_approval v join unit vu on vu.id = v.unit_id where v.agreement_id = g.id))`;
export const agreementJoins = sql`join unit gp on gp.id = g.proposed_by_unit_id
  join unit gc on gc.id = g.counterpart_unit_id join unit gu on gu.id = g.agreed_unit_id`;

const agreements = sql`(
  select coalesce(jsonb_agg(${agreementJson} order by g.valid_from), '[]')
  from managers_agreement g ${agreementJoins} where g.person_id = p.id)`;

const decidingFacts = sql`coalesce((select d.facts from deciding d where d.person_id = p.id), '[]')`;

/** One person as JSON; the row is `p`, what the caller's unit has entered of them `e`. */
export function personJson(selection: PersonSelection): Piece {
  const of = (column: EnteredColumn): Piece => effective(column, sql`p`, sql`e`);
  const shown = (column: Piece): Piece => sql`case when ${of('protection')} = 'NONE' then ${column} end`;
  return sql`jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'numberKind', p.number_kind,
    'number', ${shown(sql`p.number`)}, 'givenName', ${shown(of('given_name'))}, 'familyName', ${shown(of('family_name'))},
    'protection', ${of('protection')}, 'born', ${of('born')},
    'deceasedOn', case when e.alone then null else p.deceased_on end, 'version', case when e.alone then 1 else p.version end)
    ${selection.facts ? sql`|| jsonb_build_object('facts', ${facts})` : nothing}
    ${selection.relations ? sql`|| jsonb_build_object('relations', ${relations})` : nothing}
    ${selection.consents ? sql`|| jsonb_build_object('consents', ${consents})` : nothing}
    ${selection.agreements ? sql`|| jsonb_build_object('agreements', ${agreements})` : nothing}
    ${selection.responsibility ? sql`|| jsonb_build_object('decidingFacts', ${decidingFacts})` : nothing}
    ${
      selection.cases === undefined
        ? nothing
        : sql`|| jsonb_build_object('cases', (select coalesce(jsonb_agg(${caseJson(selection.cases)}
          order by c.opened_on desc, c.id), '[]') from case_record c join unit u on u.id = c.unit_id where c.person_id = p.id))`
    }`;
}

export type EnteredColumn = 'given_name' | 'family_name' | 'born' | 'protection';

/**
 * A column of a person as the caller reads it. A unit that has entered a person reads the name as it wrote it, and
 * until it has a case about them or takes part in one nothing but its own words: not even whether others know them.
 */
export function effective(column: EnteredColumn, person: Piece, registration: Piece): Piece {
  const own = sql`${registration}.${sql.ref(column)}`;
  const held = sql`${person}.${sql.ref(column)}`;
  const isName = column === 'given_name' || column === 'family_name';
  return isName ? sql`coalesce(${own}, ${held})` : sql`case when ${registration}.alone then ${own} else ${held} end`;
}

/** Joins what the caller's unit has entered of `person`. */
export function entered(person: Piece, registration: Piece): Piece {
  return sql`left join lateral (
    select r.given_name, r.family_name, r.born, r.protection,
      not exists (select from case_record k where k.person_id = ${person}.id) as alone
    from person_registration r where r.person_id = ${person}.id order by r.registered_at limit 1
  ) as ${registration} on true`;
}

/** A common table `deciding` with the facts that decide for the persons of `ids`, when the selection needs it. */
export function decidingTable(selection: PersonSelection | undefined, ids: Piece): Piece {
  if (selection?.responsibility !== true) return nothing;
  return sql`, deciding as materialized (
    select d.person_id, jsonb_agg(jsonb_build_object('kind', d.kind, 'from', d.valid_from, 'until', d.valid_until,
      'known', d.known, 'unit', d.unit_key, 'placedByFosterCareService', d.placed_by_foster_care_service,
      'outcome', d.outcome, 'receivingUnit', d.receiving_unit_key, 'value', d.value, 'atRisk', d.at_risk,
      'diagnosisDocumented', d.diagnosis_documented, 'matterType', d.matter_type, 'approvedBy', d.approved_by,
      'visible', d.visible) order by d.valid_from) as facts
    from access.responsibility_facts(${ids}) as d group by d.person_id)`;
}
