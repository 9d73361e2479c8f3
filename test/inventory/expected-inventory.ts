/**
 * The inventory worked out a second time, in plain SQL over the stored rows and without a line of the program: rule
 * catalogue F.2–F.5 and F.9.
 */

/** What one reader may have, by hand. */
export interface Reader {
  readonly userName: string;
  /** Keys of the units whose rows are named. */
  readonly own: readonly string[];
  readonly others: boolean;
  /** Units for which a consent to named sharing opens a name. */
  readonly reads: readonly string[];
}

/** The statement's parameters: organisation key, term's first day, first day after, snapshot. */
export type Frame = readonly [string, string, string, string];

/** `f` is in force on `day` and known. */
const holds = (kind: string, day: string, more = 'true'): string => `exists (select from fact f where f.person_id = p.person_id
  and f.kind = '${kind}' and f.known and f.valid_from <= ${day} and (f.valid_until is null or f.valid_until > ${day}) and ${more})`;
const possible = (kind: string, day: string, more = 'true'): string => holds(kind, day, more).replace('and f.known', '');

const common = (giving: string): string => `
  with frame as (select $1::text as organisation, $2::date as term_from, $3::date as term_until, $3::date - 1 as last_day, $4::date as s),
  open_case as (
    select c.id as case_id, c.reference, c.person_id, u.key as unit, u.name as unit_name, u.organisation_id, n.birth_date is null as partial,
      n.born, n.protection, n.given_name, n.family_name, n.number, n.birth_date, frame.*,
      coalesce(n.birth_date, rpad(n.born, 10, case length(n.born) when 4 then '-01-01' else '-01' end)::date) as b
    from frame join organisation o on o.key = frame.organisation join unit u on u.organisation_id = o.id and u.key in (${giving})
    join case_record c on c.unit_id = u.id and c.kind = 'SUPPORT' and c.opened_on <= s and (c.closed_on is null or c.closed_on > s)
    join person n on n.id = c.person_id where n.deceased_on is null or n.deceased_on > s
  ), person_case as (
    select p.*, (b + interval '18 years')::date as b18, (b + interval '19 years')::date as b19, (b + interval '20 years')::date as b20,
      (b + interval '21 years')::date as b21,
      coalesce((select value from fact f where f.person_id = p.person_id and f.kind = 'CONTINUED_NEED' and f.known and f.valid_from <= s
        and (f.valid_until is null or f.valid_until > s) order by f.valid_from desc limit 1), 'UNKNOWN') as need,
      (select f.outcome from fact f where f.person_id = p.person_id and f.kind = 'TRANSFER_OUTCOME' and f.known and f.valid_from <= s
        order by f.valid_from desc limit 1) as outcome
    from open_case p
  )`;

/** Days on which something changes: birthdays, first and last days of facts and agreements, and the snapshot. */
const days = `(
      select distinct d from (
        select unnest(array[b18, b19, b20, b21, s]) as d
        union select unnest(array[f.valid_from, f.valid_until]) from fact f where f.person_id = p.person_id
        union select unnest(array[a.valid_from, a.valid_until]) from managers_agreement a where a.person_id = p.person_id
      ) as x where d between least(s, b18) and greatest(s, b21)
    ) as x`;

/** The day of transfer: the next change of hands where the giving side has it, else the last one. */
const dated = `, transfer as (
    select p.*, holds_now, case when holds_now then coming else passed end as t
    from person_case p join lateral (
      select bool_or(with_giver) filter (where d = p.s) as holds_now,
        min(d) filter (where d > p.s and not with_giver) as coming,
        max(d) filter (where d <= p.s and not with_giver and before) as passed
      from (select d, with_giver, lag(with_giver, 1, true) over (order by d) as before from (select d, (WITH_GIVER) as with_giver from ${days}) as x) as x
    ) as x on true
  )`;

const withOsthammar = `coalesce(
        (select u.key = 'CHILD_YOUTH' from managers_agreement a join unit u on u.id = a.agreed_unit_id
          where a.person_id = p.person_id and a.matter_type is null and a.valid_from <= d and a.valid_until > d
            and (select count(distinct v.key) from managers_approval m join unit v on v.id = m.unit_id
              where m.agreement_id = a.id and v.key in ('CHILD_YOUTH', 'ADULT')) = 2 order by a.valid_from desc limit 1),
        d < b20 or (d < b21 and (${holds('LVU_CARE', 'd')} or (
          ${holds('FAMILY_HOME_PLACEMENT', 'd', 'f.valid_from < p.b20')} and ${holds('UPPER_SECONDARY_STUDIES', 'd', 'f.valid_from < p.b20')}))))`;

const osthammar = `${common("'CHILD_YOUTH'")}${dated.replace('WITH_GIVER', withOsthammar)}, judged as (
    select p.*, (b20 - interval '6 months')::date as due,
      s >= b20 and s < b21 and not holds_now and not ${holds('LVU_CARE', 's')} and (
        ${possible('LVU_CARE', 's')}
        or (${possible('FAMILY_HOME_PLACEMENT', 's', 'f.valid_from < p.b20')} and ${possible('UPPER_SECONDARY_STUDIES', 's', 'f.valid_from < p.b20')})) as unknown,
      s >= b20 and s < b21 and ${holds('FAMILY_HOME_PLACEMENT', 's', 'f.valid_from < p.b20')} and ${holds('UPPER_SECONDARY_STUDIES', 's', 'f.valid_from >= p.b20')}
        and not holds_now as studies_late
    from transfer p
  ), blocked as (
    select p.*, unknown as for_a_fact, case
        when need = 'NO' or outcome is not distinct from 'NO_TRANSFER' then null
        when unknown or studies_late then 'UNDETERMINED'
        when t <= s or due <= last_day then case when need = 'YES' then 'KNOWN' else 'ASSESSMENT_MISSING' end
        when b18 >= term_from and b18 < term_until then 'EARLY' end as block,
      case when unknown then 'Samverkansmöte' else 'Verksamhetscheferna' end as raise_at,
      case when t > b20 then (t - interval '6 months')::date end as advisory,
      false as tells_foster_care, array['ADULT'] as helpers,
      case when exists (select from managers_agreement a where a.person_id = p.person_id and a.matter_type is null and a.valid_from <= t - 1 and a.valid_until > t - 1
          and (select count(*) from managers_approval m where m.agreement_id = a.id) = 2) then 'R0-10'
        when t - 1 >= b20 and ${holds('LVU_CARE', 't - 1')} then 'R0-06'
        when t - 1 >= b20 then 'R0-07' end as exception,
      (select min(h.valid_from) from co_handling h join unit u on u.id = h.unit_id
        where h.person_id = p.person_id and h.role = 'CO_HANDLER' and u.key = 'ADULT' and h.valid_from <= s) as done
    from judged p
  )`;

const foster = 'f.placed_by_foster_care_service';
const withDistrict = `d < b19 or (d < b21 and ${holds('FAMILY_HOME_PLACEMENT', 'd', foster)})`;

const district = `${common("'CHILD_YOUTH', 'YOUTH'")}${dated.replace('WITH_GIVER', withDistrict)}, ended as (
    select p.*, (select max(f.valid_until) from fact f where f.person_id = p.person_id and f.kind = 'FAMILY_HOME_PLACEMENT' and ${foster}
        and f.valid_until <= s and f.valid_until > b19 and f.valid_until < b21) as placement_over,
      ${holds('FAMILY_HOME_PLACEMENT', 's', foster)} as placed_now
    from transfer p
  ), judged as (
    select p.*, outcome is distinct from 'TRANSFER' and s >= b19 and s < b21 and not placed_now and ${possible('FAMILY_HOME_PLACEMENT', 's', foster)} as unknown,
      outcome is distinct from 'TRANSFER' and s >= b19 and not (placed_now and s < b21)
        and ((s < b21 and ${holds('LVU_CARE', 's')}) or placement_over is not null) as gap_now,
      outcome is distinct from 'TRANSFER' and t > s and t <> b19 and t <> b21 as gap_ahead,
      case when placement_over is not null and not placed_now then placement_over
        when ${holds('FAMILY_HOME_PLACEMENT', 'b19', foster)}
          or exists (select from fact f where f.person_id = p.person_id and f.kind = 'FAMILY_HOME_PLACEMENT' and ${foster} and b19 <= s
            and f.valid_from <= s and (f.valid_until is null or f.valid_until > b19)) then (b21 - interval '6 months')::date
        else (b19 - interval '6 months')::date end as due
    from ended p
  ), blocked as (
    select p.*, unknown as for_a_fact, case
        when need = 'NO' or outcome is not distinct from 'NO_TRANSFER' then null
        when unknown or gap_now then 'UNDETERMINED'
        when not coalesce(t <= s or (t - interval '6 months')::date <= last_day, false) then null
        when gap_ahead then 'UNDETERMINED'
        when need = 'YES' or (t = b21 and ${holds('FAMILY_HOME_PLACEMENT', 'b21 - 1', foster)}) then 'KNOWN'
        else 'ASSESSMENT_MISSING' end as block,
      'Samverkansmöte' as raise_at, null::date as advisory, true as tells_foster_care, array['AOF'] as helpers,
      case when ${holds('FAMILY_HOME_PLACEMENT', 't - 1', foster)} then 'R3-49' end as exception,
      (select min(f.valid_from) from fact f where f.person_id = p.person_id and f.kind = 'NOTICE_GIVEN' and f.valid_from <= s) as done
    from judged p
  )`;

/** Rows of a reader, one per person, with the words and numbers of the cells by the headers of the columns. */
const shown = `, helped as (
    select p.*, co.name as co_handler, co.valid_from as co_handler_since,
      coalesce((select string_agg(case c when 'HOUSING_SUPPORT' then 'Boendestöd' when 'SOCIAL_PSYCHIATRY' then 'Socialpsykiatri' when 'ADDICTION' then 'Missbruk'
          when 'DISABILITY' then 'Funktionsnedsättning/LSS' when 'ECONOMIC_ASSISTANCE' then 'Ekonomiskt bistånd' when 'ELDER_CARE' then 'Äldreomsorg' else 'Annat' end, ', '
          order by array_position(array['HOUSING_SUPPORT', 'SOCIAL_PSYCHIATRY', 'ADDICTION', 'DISABILITY', 'ECONOMIC_ASSISTANCE', 'ELDER_CARE', 'OTHER'], c))
        from unnest((select f.need_categories from fact f where f.person_id = p.person_id and f.kind = 'CONTINUED_NEED' and f.known and f.valid_from <= s
          and (f.valid_until is null or f.valid_until > s) order by f.valid_from desc limit 1)) as c), 'Okänt') as needs,
      p.unit = any ($5::text[]) as own,
      exists (select from consent k join unit u on u.id = k.recipient_unit_id where k.person_id = p.person_id and k.purpose = 'NAMED_SHARING'
        and u.key = any ($7::text[]) and k.valid_from <= (now() at time zone 'Europe/Stockholm')::date and (k.valid_until is null or k.valid_until > (now() at time zone 'Europe/Stockholm')::date)
        and (k.withdrawn_on is null or k.withdrawn_on > (now() at time zone 'Europe/Stockholm')::date)) as shared,
      exists (select from consent k where k.person_id = p.person_id and k.purpose = 'NAMED_SHARING'
        and k.valid_from <= (now() at time zone 'Europe/Stockholm')::date and (k.valid_until is null or k.valid_until > (now() at time zone 'Europe/Stockholm')::date)
        and (k.withdrawn_on is null or k.withdrawn_on > (now() at time zone 'Europe/Stockholm')::date)) as consented,
      row_number() over (partition by p.person_id order by (p.unit = any ($5::text[])) desc, (p.unit = case
        when tells_foster_care and exists (select from fact f where f.person_id = p.person_id and f.kind = 'FAMILY_HOME_PLACEMENT' and ${foster} and f.known
          and f.valid_from <= s and (f.valid_until is null or f.valid_until > least(s, b19))) then 'YOUTH' else 'CHILD_YOUTH' end) desc, p.reference) as turn
    from blocked p left join lateral (
      select u.name, h.valid_from from co_handling h join unit u on u.id = h.unit_id
      where h.person_id = p.person_id and h.role = 'CO_HANDLER' and h.valid_from <= s and (h.valid_until is null or h.valid_until > s)
      order by u.key = any (p.helpers) desc, h.valid_from limit 1) as co on true
    where block is not null and not (partial and block = 'EARLY')
  )
  select case when partial then 'UNDETERMINED' else block end as block, jsonb_build_object(
    'Ärende', reference,
    'Namn', case when protection <> 'NONE' then 'Skyddade personuppgifter' when own or shared then family_name || ', ' || given_name else 'Maskerat' end,
    'Personnummer', case when protection = 'NONE' and (own or shared) then number end,
    'Född', case when protection = 'NONE' and (own or shared) then birth_date end,
    'Född (månad)', case when protection = 'NONE' and not own then left(born, 7) end,
    'Ålder', case when not partial then extract(year from s) - extract(year from b)
      - (s < (b + make_interval(years => (extract(year from s) - extract(year from b))::int))::date)::int end,
    'Enhet', unit_name,
    'Handläggare', case when own then (select w.display_name from case_assignment a join staff w on w.id = a.staff_id
      where a.case_id = p.case_id and a.valid_from <= s and (a.valid_until is null or a.valid_until > s)) end,
    'Placering', case when own or protection = 'NONE' then case
      when ${holds('FAMILY_HOME_PLACEMENT', 's', foster)} then 'Familjehem (familjevården)' when ${holds('FAMILY_HOME_PLACEMENT', 's')} then 'Familjehem'
      when ${holds('INSTITUTION_PLACEMENT', 's')} then 'Annan (HVB m.m.)' else 'Ingen' end end,
    'LVU', case when own then case when ${holds('LVU_CARE', 's')} then 'Ja' else 'Nej' end end,
    'Undantag', case when own and not partial then exception end,
    'Överföring', case when not partial then t end,
    'Prognos', case when t is not null and not partial then case when t > s and coalesce(exception, '') not in ('', 'R0-10') then 'Ja' else 'Nej' end end,
    'Passerad', case when t <= s and not partial then 'Ja' else 'Nej' end,
    'Senast', case when block = 'KNOWN' then due when block = 'EARLY' then b18 end,
    'Rådgivande', case when block = 'KNOWN' then advisory end,
    'Dagar kvar', due - s,
    'Aviserad', (select min(f.valid_from) from fact f where f.person_id = p.person_id and f.kind = 'NOTICE_GIVEN' and f.valid_from <= s),
    'Status', case when done <= due then 'I tid' when done > due then 'Sent' when s > due then 'Saknas' else 'Ej förfallen' end,
    'Medhandläggare', co_handler, 'Inkopplad', co_handler_since,
    'Fortsatt behov', case need when 'YES' then 'Ja' else 'Ej bedömt' end, 'Behovsområden', needs,
    'Föreslagen mottagare', (select u.name from unit u where u.organisation_id = p.organisation_id and u.key = p.helpers[1]),
    'Diagnos', case when ${holds('MENTAL_DISABILITY', 's', 'f.diagnosis_documented')} then 'Finns' when ${holds('MENTAL_DISABILITY', 's')} then 'Saknas' else 'Ej aktuellt' end,
    'Samtycke', case when consented then 'Finns' else 'Saknas' end,
    'Oklart därför att', case when partial then 'Födelsedatum är inte helt känt' when for_a_fact then 'En avgörande uppgift är okänd' else 'Rutinen ger inget svar' end,
    'Tas upp', case when partial then 'Samverkansmöte' else raise_at end
  ) as cells
  from helped p where turn = 1 and (own or $6::boolean)
  order by case when partial then null else t end nulls last, reference`;

export const statements: Readonly<Record<string, string>> = { osthammar: osthammar + shown, district: district + shown };
