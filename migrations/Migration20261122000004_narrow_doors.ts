import { Migration } from '@mikro-orm/migrations';

/**
 * The few functions that look past the row policies, each for one purpose and with its own check of the caller.
 * The list is closed: a test compares it with the database's catalogue.
 */
export class Migration20261122000004_narrow_doors extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create function access.register_person(
        for_unit uuid, kind text, wanted_number text, wanted_born text,
        given text, family text, wanted_protection text
      ) returns uuid
      language plpgsql security definer set search_path = public, access, pg_temp as $$
      declare
        organisation uuid := access.my_organisation();
        found_id uuid;
      begin
        if not for_unit = any (access.units_with('CASE_WRITE')) then
          raise exception using errcode = '42501', message = 'not a unit of the caller';
        end if;
        if wanted_number is not null then
          perform pg_advisory_xact_lock(hashtextextended(organisation::text || wanted_number, 0));
          select p.id into found_id from person p
            where p.organisation_id = organisation and p.number = wanted_number;
        end if;
        if found_id is null then
          insert into person (organisation_id, number_kind, number, born, given_name, family_name, protection)
            values (organisation, kind, wanted_number, wanted_born, given, family, wanted_protection)
            returning id into found_id;
        end if;
        insert into person_registration
            (organisation_id, person_id, unit_id, born, given_name, family_name, protection, registered_by)
          values (organisation, found_id, for_unit, wanted_born, given, family, wanted_protection, access.staff_id())
          on conflict (person_id, unit_id) do nothing;
        return found_id;
      end $$;
      comment on function access.register_person is
        'A number that the organisation already has answers as a new person would: the other unit''s file stays unseen.';

      create function access.facts_of(persons uuid[])
      returns table (
        person_id uuid, kind text, valid_from date, valid_until date, known boolean, unit_key text,
        placed_by_foster_care_service boolean, outcome text, receiving_unit_key text, value text,
        need_categories text[], at_risk boolean, diagnosis_documented boolean, matter_type text,
        approved_by text[], readers uuid[]
      )
      language sql stable set search_path = public, access, pg_temp as $$
        select f.person_id, f.kind, f.valid_from, f.valid_until, f.known, null::text,
          f.placed_by_foster_care_service, f.outcome, r.key, f.value,
          f.need_categories, f.at_risk, f.diagnosis_documented, null::text, null::text[], array[f.unit_id]
        from fact f left join unit r on r.id = f.receiving_unit_id
        where f.person_id = any (persons)
        union all
        select c.person_id, 'OPEN_CASE', c.opened_on, c.closed_on, true, u.key,
          null, null, null, null, '{}', null, null, null, null, array[c.unit_id]
        from case_record c join unit u on u.id = c.unit_id
        where c.person_id = any (persons)
        union all
        select h.person_id, 'CO_HANDLER', h.valid_from, h.valid_until, true, u.key,
          null, null, null, null, '{}', null, null, null, null, array[h.unit_id, h.case_unit_id]
        from co_handling h join unit u on u.id = h.unit_id
        where h.person_id = any (persons) and h.role = 'CO_HANDLER'
        union all
        select a.person_id, 'MANAGERS_AGREEMENT', a.valid_from, a.valid_until, true, u.key,
          null, null, null, null, '{}', null, null, a.matter_type,
          (select coalesce(array_agg(v.key), '{}') from managers_approval m join unit v on v.id = m.unit_id
            where m.agreement_id = a.id),
          array[a.proposed_by_unit_id, a.counterpart_unit_id]
        from managers_agreement a join unit u on u.id = a.agreed_unit_id
        where a.person_id = any (persons)
      $$;

      create function access.responsibility_facts(persons uuid[])
      returns table (
        person_id uuid, kind text, valid_from date, valid_until date, known boolean, unit_key text,
        placed_by_foster_care_service boolean, outcome text, receiving_unit_key text, value text,
        need_categories text[], at_risk boolean, diagnosis_documented boolean, matter_type text,
        approved_by text[], visible boolean
      )
      language sql stable security definer set search_path = public, access, pg_temp as $$
        with mine as materialized (
          select access.units_with('CASE_READ') as units, access.today() as today
        ), asked as materialized (
          -- "offset 0" keeps each probe on its index: hashing would read all cases of the caller's units.
          select p.id, exists (select from case_record c where c.person_id = p.id and c.unit_id = any (mine.units) offset 0)
            or exists (select from co_handling h where h.person_id = p.id and h.unit_id = any (mine.units)
              and h.valid_from <= mine.today and (h.valid_until is null or h.valid_until > mine.today) offset 0) as worked_with
          from mine cross join (select distinct unnest(persons)) as p (id)
        )
        select f.person_id, f.kind, f.valid_from, f.valid_until, f.known, f.unit_key,
          f.placed_by_foster_care_service, f.outcome, f.receiving_unit_key, f.value,
          f.need_categories, f.at_risk, f.diagnosis_documented, f.matter_type, f.approved_by,
          f.readers && mine.units
        from mine cross join access.facts_of(array(
            select a.id from asked a cross join mine where a.worked_with or exists (
              select from person_registration r where r.person_id = a.id and r.unit_id = any (mine.units) offset 0))) as f
        join asked a on a.id = f.person_id
        where a.worked_with or f.readers && mine.units
      $$;
      comment on function access.responsibility_facts is
        'All that decides who is responsible for persons the caller works with; visible says whether the fact itself may be shown.';
    `);

    this.addSql(/* sql */ `
      create function access.inventory_candidates(
        organisation uuid, giving_units text[], born_until date, on_day date
      ) returns table (
        case_id uuid, person_id uuid, reference text, unit_key text, own boolean, named boolean, protection text,
        given_name text, family_name text, number text, birth_date date, born text, deceased_on date,
        opened_on date, caseworker text, consent_given boolean, facts json
      )
      language sql stable security definer set search_path = public, access, pg_temp as $$
        with scope as materialized (
          select access.units_with('INVENTORY_OWN') as own_units,
            organisation = any (access.organisations_with('INVENTORY_OTHERS'))
              or organisation = any (access.organisations_with('INVENTORY_COUNTS')) as others,
            access.units_with('CASE_READ') as reader_units,
            access.today() as today
        ), due as materialized (
          select c.id, c.person_id, c.reference, c.unit_id, u.key, c.opened_on,
            c.unit_id = any (scope.own_units) as own
          from scope cross join unit u
          cross join lateral (
            select o.* from case_record o
              where o.unit_id = u.id and o.closed_on is null and o.born_from <= born_until and o.opened_on <= on_day
            union all
            select o.* from case_record o
              where o.unit_id = u.id and o.closed_on > on_day and o.born_from <= born_until and o.opened_on <= on_day
          ) as c
          where u.organisation_id = organisation and u.key = any (giving_units)
            and (c.unit_id = any (scope.own_units) or scope.others)
            and c.kind = 'SUPPORT'
        ), gathered as materialized (
          -- Values without names, as the service reads deciding facts: there are thousands.
          select f.person_id, json_agg(json_build_array(f.kind, f.valid_from, f.valid_until, f.known, true, f.unit_key,
            case when num_nonnulls(f.placed_by_foster_care_service, f.outcome, f.receiving_unit_key, f.value,
              f.diagnosis_documented, f.matter_type, f.approved_by) > 0
            then json_build_object('placedByFosterCareService', f.placed_by_foster_care_service, 'outcome', f.outcome,
              'receivingUnit', f.receiving_unit_key, 'value', f.value, 'atRisk', null,
              'diagnosisDocumented', f.diagnosis_documented, 'matterType', f.matter_type, 'approvedBy', f.approved_by) end,
            case when f.need_categories <> '{}' then f.need_categories end
          ) order by f.valid_from) as facts
          from access.facts_of(array(select d.person_id from due d)) as f
          group by f.person_id
        )
        select d.id, d.person_id, d.reference, d.key, d.own, n.named, p.protection,
          case when n.named and p.protection = 'NONE' then p.given_name end,
          case when n.named and p.protection = 'NONE' then p.family_name end,
          case when n.named and p.protection = 'NONE' then p.number end,
          p.birth_date, p.born, p.deceased_on, d.opened_on,
          case when d.own then s.display_name end,
          sharing.given, g.facts
        from due d
        cross join scope
        join person p on p.id = d.person_id
        left join gathered g on g.person_id = d.person_id
        left join lateral (
          select a.staff_id from case_assignment a
          where a.case_id = d.id and a.valid_from <= on_day and (a.valid_until is null or a.valid_until > on_day)
          limit 1
        ) as assigned on true
        left join staff s on s.id = assigned.staff_id
        cross join lateral (
          select count(*) > 0 as given,
            coalesce(bool_or(k.recipient_unit_id = any (scope.reader_units)), false) as to_reader
          from consent k where k.person_id = d.person_id and k.purpose = 'NAMED_SHARING'
            and k.valid_from <= scope.today and (k.valid_until is null or k.valid_until > scope.today)
            and (k.withdrawn_on is null or k.withdrawn_on > scope.today)
        ) as sharing
        cross join lateral (select d.own or sharing.to_reader as named) as n
      $$;
      comment on function access.inventory_candidates is
        'Open cases at the units that hand over, born early enough to be due: identity only for own units or by consent, never for the protected.';

      revoke all on all functions in schema access from public;
      grant execute on function access.register_person, access.responsibility_facts,
        access.inventory_candidates to samordna_app;
    `);
  }
}
