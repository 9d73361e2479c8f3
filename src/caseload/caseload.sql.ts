/** The pieces of SQL that turn rows into records. Row policies decide what each piece finds. */
import { sql, type RawBuilder } from 'kysely';
import type { CaseSelection, PersonSelection } from './caseload.model.ts';

export type Piece = RawBuilder<unknown>;

const nothing = sql``;

/** Text, not jsonb: nothing here is looked into again, and PostgreSQL writes it in half the time. */
function jsonOf(...pairs: readonly (Piece | false | undefined)[]): Piece {
  return sql`json_build_object(${sql.join(pairs.filter((pair) => pair !== false && pair !== undefined))})`;
}

const unitOf = (alias: Piece): Piece => sql`json_build_object('id', ${alias}.id, 'key', ${alias}.key, 'name', ${alias}.name)`;
const staffOf = (alias: Piece): Piece => sql`json_build_object('id', ${alias}.id, 'displayName', ${alias}.display_name)`;

const unitOrNull = (alias: Piece): Piece => sql`case when ${alias}.id is null then null else ${unitOf(alias)} end`;

const assignments = sql`(
  select coalesce(json_agg(json_build_object('id', a.id, 'from', a.valid_from, 'until', a.valid_until,
    'staff', ${staffOf(sql`s`)}) order by a.valid_from desc), '[]')
  from case_assignment a join staff s on s.id = a.staff_id where a.case_id = c.id)`;

/** One co-handling, and its case where that comes along; the row is `h`, its unit `hu`, its caseworker `hs`. */
export function coHandlingJson(itsCase?: Piece): Piece {
  return jsonOf(sql`'id', h.id, 'role', h.role, 'from', h.valid_from, 'until', h.valid_until, 'version', h.version,
    'unit', ${unitOf(sql`hu`)}, 'staff', case when hs.id is not null then ${staffOf(sql`hs`)} end`,
    itsCase && sql`'case', ${itsCase}`);
}
export const coHandlingJoins = sql`join unit hu on hu.id = h.unit_id left join staff hs on hs.id = h.staff_id`;

const coHandlings = sql`(
  select coalesce(json_agg(${coHandlingJson()} order by h.valid_from desc), '[]')
  from co_handling h ${coHandlingJoins} where h.case_id = c.id)`;

const responsibleUnits = sql`(
  select coalesce(json_agg(json_build_object('kind', r.kind, 'from', r.valid_from, 'until', r.valid_until,
    'unit', ${unitOf(sql`ru`)}) order by r.kind, r.valid_from), '[]')
  from case_responsibility r join unit ru on ru.id = r.unit_id where r.case_id = c.id)`;

/** One case as JSON, with its person where the selection asks for it; the rows are `c`, `u` and `p`. */
export function caseJson(selection: CaseSelection): Piece {
  return jsonOf(
    sql`'id', c.id, 'reference', c.reference, 'kind', c.kind, 'organisationId', c.organisation_id,
    'personId', c.person_id, 'openedOn', c.opened_on, 'closedOn', c.closed_on, 'version', c.version, 'unit', ${unitOf(sql`u`)}`,
    selection.assignments && sql`'assignments', ${assignments}`,
    selection.coHandlings && sql`'coHandlings', ${coHandlings}`,
    selection.responsibleUnits && sql`'responsibleUnits', ${responsibleUnits}`,
    selection.person && sql`'person', ${personJson(selection.person)}`,
  );
}

/** One fact; the row is `f`. */
export const factJson = sql`json_build_object('id', f.id, 'kind', f.kind, 'from', f.valid_from, 'until', f.valid_until,
  'known', f.known, 'unit', ${unitOf(sql`fu`)}, 'placedByFosterCareService', f.placed_by_foster_care_service,
  'outcome', f.outcome, 'receivingUnit', ${unitOrNull(sql`ft`)}, 'value', f.value, 'needCategories', f.need_categories,
  'atRisk', f.at_risk, 'diagnosisDocumented', f.diagnosis_documented, 'version', f.version)`;
export const factJoins = sql`join unit fu on fu.id = f.unit_id left join unit ft on ft.id = f.receiving_unit_id`;

const facts = sql`(
  select coalesce(json_agg(${factJson} order by f.valid_from, f.kind), '[]') from fact f ${factJoins} where f.person_id = p.id)`;

/** One relation as seen by one of the two; the row is `r`, the other person `o`. */
export function relationJson(seenBy: Piece): Piece {
  return sql`json_build_object('id', r.id, 'personId', o.id,
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
  select coalesce(json_agg(${relationJson(sql`p.id`)} order by r.kind, r.valid_from), '[]')
  from relation r ${relationJoins(sql`p.id`)} where r.person_id = p.id or r.related_person_id = p.id)`;

/** One consent; the row is `k`. */
export const consentJson = sql`json_build_object('id', k.id, 'purpose', k.purpose, 'scope', k.scope,
  'howGiven', k.how_given, 'unit', ${unitOf(sql`ku`)}, 'recipientUnit', ${unitOrNull(sql`kr`)},
  'from', k.valid_from, 'until', k.valid_until, 'withdrawnOn', k.withdrawn_on, 'version', k.version)`;
export const consentJoins = sql`join unit ku on ku.id = k.unit_id left join unit kr on kr.id = k.recipient_unit_id`;

const consents = sql`(
  select coalesce(json_agg(${consentJson} order by k.valid_from), '[]') from consent k ${consentJoins} where k.person_id = p.id)`;

/** One managers' agreement, and its person where that comes along; the row is `g`. */
export function agreementJson(itsPerson?: Piece): Piece {
  return jsonOf(sql`'id', g.id, 'matterType', g.matter_type, 'reason', g.reason,
    'from', g.valid_from, 'until', g.valid_until, 'version', g.version, 'proposedByUnit', ${unitOf(sql`gp`)},
    'counterpartUnit', ${unitOf(sql`gc`)}, 'agreedUnit', ${unitOf(sql`gu`)},
    'approvedBy', (select coalesce(json_agg(${unitOf(sql`vu`)} order by vu.key), '[]')
      from managers_approval v join unit vu on vu.id = v.unit_id where v.agreement_id = g.id)`,
    itsPerson && sql`'person', ${itsPerson}`);
}
export const agreementJoins = sql`join unit gp on gp.id = g.proposed_by_unit_id
  join unit gc on gc.id = g.counterpart_unit_id join unit gu on gu.id = g.agreed_unit_id`;

const agreements = sql`(
  select coalesce(json_agg(${agreementJson()} order by g.valid_from), '[]')
  from managers_agreement g ${agreementJoins} where g.person_id = p.id)`;

const decidingFacts = sql`(select d.facts from deciding d where d.person_id = p.id)`;

/** One person as JSON; the row is `p`, what the caller's unit has entered of them `e`. */
export function personJson(selection: PersonSelection): Piece {
  const of = (column: EnteredColumn): Piece => effective(column, sql`p`, sql`e`);
  const shown = (column: Piece): Piece => sql`case when ${of('protection')} = 'NONE' then ${column} end`;
  return jsonOf(
    sql`'id', p.id, 'organisationId', p.organisation_id, 'numberKind', p.number_kind,
    'number', ${shown(sql`p.number`)}, 'givenName', ${shown(of('given_name'))}, 'familyName', ${shown(of('family_name'))},
    'protection', ${of('protection')}, 'born', ${of('born')},
    'deceasedOn', case when e.alone then null else p.deceased_on end, 'version', case when e.alone then 1 else p.version end`,
    selection.facts && sql`'facts', ${facts}`,
    selection.relations && sql`'relations', ${relations}`,
    selection.consents && sql`'consents', ${consents}`,
    selection.agreements && sql`'agreements', ${agreements}`,
    selection.responsibility && sql`'decidingFacts', ${decidingFacts}`,
    selection.cases && sql`'cases', (select coalesce(json_agg(${caseJson(selection.cases)} order by c.opened_on desc, c.id), '[]')
      from case_record c join unit u on u.id = c.unit_id where c.person_id = p.id)`,
  );
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

/**
 * A common table `deciding` with the facts that decide for the persons of `ids`, when the selection needs it: rows of
 * values, since there are many of them and the names would be most of what is sent (see DecidingFactRow).
 */
export function decidingTable(selection: PersonSelection | undefined, ids: Piece): Piece {
  if (selection?.responsibility !== true) return nothing;
  return sql`, deciding as materialized (
    select d.person_id, json_agg(json_build_array(d.kind, d.valid_from, d.valid_until, d.known, d.visible, d.unit_key,
      case when num_nonnulls(d.placed_by_foster_care_service, d.outcome, d.receiving_unit_key, d.value, d.at_risk,
        d.diagnosis_documented, d.matter_type, d.approved_by) > 0
      then json_build_object('placedByFosterCareService', d.placed_by_foster_care_service,
        'outcome', d.outcome, 'receivingUnit', d.receiving_unit_key, 'value', d.value, 'atRisk', d.at_risk,
        'diagnosisDocumented', d.diagnosis_documented, 'matterType', d.matter_type, 'approvedBy', d.approved_by) end
      ) order by d.valid_from) as facts
    from access.responsibility_facts(${ids}) as d group by d.person_id)`;
}
