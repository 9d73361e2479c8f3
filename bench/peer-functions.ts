/**
 * What the peers need in the database to give the same answers: masking, today's caseworker, the verdict on
 * responsibility and the inventory as functions, for the facts that the benchmark's population has. Never part of the product.
 */
export const peerFunctions = /* sql */ `
  create type responsibility_today as (outcome text, handling_unit text, authority_unit text, cost_unit text);

  create function person_display_name(p person) returns text language sql stable
    return case when p.protection = 'NONE' then p.given_name || ' ' || p.family_name else 'Skyddade personuppgifter' end;
  create function person_personal_number(p person) returns text language sql stable
    return case when p.protection = 'NONE' then p.number end;
  create function person_shown_birth_date(p person) returns text language sql stable
    return case when p.protection = 'NONE' then p.born end;

  create function case_record_caseworker(c case_record) returns staff language sql stable as $$
    select s from case_assignment a join staff s on s.id = a.staff_id
    where a.case_id = c.id and a.valid_from <= access.today() and (a.valid_until is null or a.valid_until > access.today())
    limit 1
  $$;

  create function bench.verdict(person uuid, birth date, today date) returns responsibility_today
  language plpgsql stable security definer set search_path = public, access, pg_temp as $$
  declare
    agreed text;
    birthday_20 date := birth + interval '20 years';
    unit text := case when birth + interval '20 years' > today then 'CHILD_YOUTH' else 'ADULT' end;
  begin
    select u.key into agreed from managers_agreement g join unit u on u.id = g.agreed_unit_id
      where g.person_id = person and g.valid_from <= today and g.valid_until > today
        and (select count(*) from managers_approval v where v.agreement_id = g.id) = 2
      limit 1;
    if agreed is not null then return row('OVERRIDDEN', agreed, agreed, agreed)::responsibility_today; end if;
    if today >= birthday_20 and today < birth + interval '21 years' and (
      exists (select from fact f where f.person_id = person and f.kind = 'LVU_CARE'
        and f.valid_from <= today and (f.valid_until is null or f.valid_until > today))
      or (exists (select from fact f where f.person_id = person and f.kind = 'FAMILY_HOME_PLACEMENT'
          and f.valid_from < birthday_20 and (f.valid_until is null or f.valid_until > today))
        and exists (select from fact f where f.person_id = person and f.kind = 'UPPER_SECONDARY_STUDIES'
          and f.valid_from < birthday_20 and (f.valid_until is null or f.valid_until > today))))
    then unit := 'CHILD_YOUTH';
    end if;
    return row('DETERMINED', unit, unit, unit)::responsibility_today;
  end $$;

  create function person_responsibility(p person) returns responsibility_today language sql stable
    return bench.verdict(p.id, p.birth_date, access.today());

  create type upcoming_transfer as (
    block text, reference text, name text, number text, birth_date date, age int, unit text, caseworker text,
    placement text, lvu boolean, transfer_date date, projected boolean, overdue boolean, deadline date, days_to_deadline int,
    co_handler text, co_handler_since date, need text, need_categories text[], consent text
  );
  create function upcoming_transfers(term_from date, term_until date) returns setof upcoming_transfer
  language sql stable security definer set search_path = public, access, pg_temp as $$
    with mine as materialized (
      select access.units_with('INVENTORY_OWN') as units, access.today() as today
    ), due as materialized (
      select c.id as case_id, c.reference, c.person_id, u.name as unit, p.given_name, p.family_name, p.number, p.birth_date,
        p.protection = 'NONE' as is_open, mine.today,
        (p.birth_date + interval '18 years')::date as birthday_18, (p.birth_date + interval '20 years')::date as birthday_20,
        (p.birth_date + interval '21 years')::date as birthday_21
      from mine join case_record c on c.unit_id = any (mine.units) and c.closed_on is null and c.kind = 'SUPPORT'
          and c.born_from <= term_until - interval '18 years' and c.opened_on <= mine.today
        join unit u on u.id = c.unit_id and u.key = 'CHILD_YOUTH'
        join person p on p.id = c.person_id
    ), known as materialized (
      select d.*, f.*, (d.birthday_20 - interval '6 months')::date as co_handler_deadline,
        greatest(d.birthday_20, least(f.lvu_until, d.birthday_21), least(f.home_until, f.studies_until, d.birthday_21)) as moves_on
      from due d cross join lateral (
        select coalesce(max(f.value) filter (where f.kind = 'CONTINUED_NEED' and f.valid_from <= d.today), 'UNKNOWN') as assessed,
          max(f.need_categories) filter (where f.kind = 'CONTINUED_NEED' and f.valid_from <= d.today) as categories,
          coalesce(bool_or(f.valid_from <= d.today and f.valid_until > d.today) filter (where f.kind = 'LVU_CARE'), false) as in_lvu,
          bool_or(f.valid_from <= d.today and f.valid_until > d.today) filter (where f.kind = 'FAMILY_HOME_PLACEMENT') as in_home,
          bool_or(f.placed_by_foster_care_service) as by_service,
          bool_or(f.valid_from <= d.today and f.valid_until > d.today) filter (where f.kind = 'INSTITUTION_PLACEMENT') as in_institution,
          -- Without the fact there is no exception.
          coalesce(max(f.valid_until) filter (where f.kind = 'LVU_CARE'), d.birthday_20) as lvu_until,
          coalesce(max(f.valid_until) filter (where f.kind = 'FAMILY_HOME_PLACEMENT'), d.birthday_20) as home_until,
          coalesce(max(f.valid_until) filter (where f.kind = 'UPPER_SECONDARY_STUDIES'), d.birthday_20) as studies_until
        from fact f where f.person_id = d.person_id
      ) as f
      where f.assessed <> 'NO'
    ), listed as materialized (
      select k.*, case
        when k.moves_on <= k.today or k.co_handler_deadline < term_until then case k.assessed when 'YES' then 'KNOWN' else 'ASSESSMENT_MISSING' end
        when k.birthday_18 >= term_from and k.birthday_18 < term_until then 'EARLY' end as block
      from known k
    )
    select l.block, l.reference, case when l.is_open then l.family_name || ', ' || l.given_name else 'Skyddade personuppgifter' end,
      case when l.is_open then l.number end, case when l.is_open then l.birth_date end,
      extract(year from age(l.today, l.birth_date))::int, l.unit, s.display_name,
      case when l.in_home then case when l.by_service then 'FOSTER_CARE_SERVICE' else 'FAMILY_HOME' end when l.in_institution then 'OTHER' else 'NONE' end,
      l.in_lvu, l.moves_on, l.moves_on > l.today and l.moves_on <> l.birthday_20, l.moves_on <= l.today, d.deadline, d.deadline - l.today,
      h.name, h.valid_from, l.assessed, case when cardinality(l.categories) > 0 then l.categories else array['UNKNOWN'] end,
      case when exists (select from consent k where k.person_id = l.person_id and k.purpose = 'NAMED_SHARING' and k.valid_from <= l.today
        and (k.valid_until is null or k.valid_until > l.today) and (k.withdrawn_on is null or k.withdrawn_on > l.today)) then 'GIVEN' else 'MISSING' end
    from listed l
    cross join lateral (select case l.block when 'KNOWN' then l.co_handler_deadline when 'EARLY' then l.birthday_18 end as deadline) as d
    left join lateral (select a.staff_id from case_assignment a where a.case_id = l.case_id and a.valid_from <= l.today
      and (a.valid_until is null or a.valid_until > l.today) limit 1) as a on true
    left join staff s on s.id = a.staff_id
    left join lateral (select u.name, h.valid_from from co_handling h join unit u on u.id = h.unit_id
      where h.person_id = l.person_id and h.role = 'CO_HANDLER' and h.valid_from <= l.today and (h.valid_until is null or h.valid_until > l.today)
      order by u.key <> 'ADULT', h.valid_from limit 1) as h on true
    where l.block is not null
  $$;

  grant usage on schema bench to samordna_app;
  grant execute on function bench.verdict to samordna_app;
`;
