/**
 * The synthetic case load of the benchmark, made by set-based inserts: the same size on the same day gives the same
 * rows. Its persons carry reserve numbers with a letter, so that none can be real.
 */
import type pg from 'pg';
import type { LocalDate } from '../src/kernel/local-date.ts';

/** How many rows of each kind, by the number of persons. */
export interface PopulationSize {
  readonly persons: number;
  readonly cases: number;
  readonly coHandlings: number;
  readonly facts: number;
  readonly consents: number;
  readonly staffPerUnit: number;
}

/** Units in the one organisation; the first is child and youth, whose caseworker asks. */
export const unitCount = 20;

/** User names whose tokens the load carries. */
export const callers = { caseworker: 'bench.1.1', manager: 'bench.1.2' } as const;

/** The proportions of a municipality: a third of the cases is open. */
export function sizeOf(persons: number): PopulationSize {
  return {
    persons,
    cases: Math.round(persons * 0.3),
    coHandlings: Math.round(persons * 0.4),
    facts: Math.round(persons * 0.06),
    consents: Math.round(persons * 0.2),
    staffPerUnit: Math.max(10, Math.round(persons / 4000)),
  };
}

/** Names of the steps with their statements, in order. Ages are as of `today`. */
function steps(size: PopulationSize, routine: string, today: LocalDate): readonly (readonly [string, string])[] {
  const day = `date '${today}'`;
  const known = Math.round((size.cases * 2) / 3);
  return [
    ['tools', /* sql */ `
      create schema bench;
      create function bench.dice(i bigint, salt int, sides int) returns int language sql immutable parallel safe
        return ((hashint8extended(i, salt) & 2147483647) % sides)::int;
      create function bench.id(kind text, i bigint) returns uuid language sql immutable parallel safe
        return overlay(overlay(md5(kind || ' ' || i) placing '4' from 13) placing 'a' from 17)::uuid;
      create function bench.letters(i bigint) returns text language sql immutable parallel safe
        return (array['Al','Be','Da','El','Fri','Gu','Hil','Ing','Jo','Kar','Li','Mo','No','Os','Per','Rag','Sig','To','Ul','Vi'])[1 + i % 20]
          || (array['ander','berg','dal','fors','gren','holm','kvist','lund','man','ström','stedt','vik','ås','ö'])[1 + (i / 20) % 14];
    `],
    ['organisation', /* sql */ `
      insert into organisation (id, key, name, municipality_code) values (bench.id('organisation', 1), 'bench', 'Mätkommunen', '9999');
      insert into adopted_routine (organisation_id, routine, valid_from)
        values (bench.id('organisation', 1), '${routine}', '2014-12-17');
      insert into department (id, organisation_id, key, name)
        select bench.id('department', d), bench.id('organisation', 1), 'department-' || d, 'Avdelning ' || d from generate_series(1, 2) as d;
      insert into unit (id, organisation_id, department_id, external_id, key, name, board)
        select bench.id('unit', u), bench.id('organisation', 1), bench.id('department', 1 + u % 2), 'u-' || u,
          case u when 1 then 'CHILD_YOUTH' when 2 then 'ADULT' else 'UNIT_' || u end, 'Enhet ' || u,
          case when u % 2 = 1 then 'SOCIAL' else 'CARE' end
        from generate_series(1, ${unitCount}) as u;
      insert into staff (id, organisation_id, external_id, user_name, display_name)
        select bench.id('staff', u * 100000 + s), bench.id('organisation', 1), 's-' || u || '-' || s, 'bench.' || u || '.' || s,
          bench.letters(s * 7 + u) || ' ' || bench.letters(u * 31 + s) || 'sson'
        from generate_series(1, ${unitCount}) as u, generate_series(1, ${size.staffPerUnit}) as s;
      insert into membership (organisation_id, staff_id, unit_id, role, valid_from)
        select bench.id('organisation', 1), bench.id('staff', u * 100000 + s), bench.id('unit', u),
          case s when 2 then 'OPERATIONS_MANAGER' when 3 then 'COORDINATOR' else 'CASEWORKER' end, '2020-01-01'
        from generate_series(1, ${unitCount}) as u, generate_series(1, ${size.staffPerUnit}) as s;
    `],
    ['persons', /* sql */ `
      create table bench.known as
        select p, case when bench.dice(p, 1, 4) = 0 then 1 else 2 + bench.dice(p, 2, ${unitCount - 1}) end as first_unit
        from generate_series(1, ${known}) as p;
      insert into person (id, organisation_id, external_id, number_kind, number, born, given_name, family_name, protection)
        select bench.id('person', p), bench.id('organisation', 1), 'p-' || p, 'RESERVE_NUMBER',
          to_char(birth, 'YYYYMMDD') || chr(65 + (serial / 1000)::int) || lpad((serial % 1000)::text, 3, '0'),
          birth::text, bench.letters(bench.dice(p, 3, 280)), bench.letters(bench.dice(p, 4, 280)) || 'sson',
          case bench.dice(p, 5, 100) when 0 then 'CONFIDENTIALITY_MARKED' when 1 then 'PROTECTED_REGISTRATION' else 'NONE' end
        from (
          select p, birth, row_number() over (partition by birth order by p) - 1 as serial
          from (
            select g as p, ${day} - case when k.first_unit = 1 then 15 * 365 + bench.dice(g, 6, 6 * 365)
              when k.p is not null then 18 * 365 + bench.dice(g, 6, 70 * 365) else 1 + bench.dice(g, 6, 95 * 365) end as birth
            from generate_series(1, ${size.persons}) as g left join bench.known k on k.p = g
          ) as born
        ) as numbered;
      insert into person_registration (organisation_id, person_id, unit_id, born, given_name, family_name, protection, registered_by)
        select bench.id('organisation', 1), bench.id('person', k.p), bench.id('unit', k.first_unit),
          q.born, q.given_name, q.family_name, q.protection, bench.id('staff', k.first_unit * 100000 + 1)
        from bench.known k join person q on q.id = bench.id('person', k.p) where k.p % 5 = 0;
      insert into relation (organisation_id, person_id, related_person_id, kind, valid_from)
        select bench.id('organisation', 1), bench.id('person', ${known} + p), bench.id('person', p), 'GUARDIAN', '2010-01-01'
        from generate_series(1, ${Math.round(known / 2)}) as p;
    `],
    ['cases', /* sql */ `
      create table bench.cases as
        select i, p, unit, opened, case when is_open then null else opened + 30 + bench.dice(i, 8, greatest(1, ${day} - opened - 30)) end as closed
        from (
          select i, k.p, i % 3 = 0 as is_open,
            case when i <= ${known} then k.first_unit
              when k.first_unit = 1 then 2 + bench.dice(i, 7, ${unitCount - 1})
              else 2 + (k.first_unit - 1 + bench.dice(i, 7, ${unitCount - 2})) % ${unitCount - 1} end as unit,
            ${day} - 31 - 2 * bench.dice(i, 9, 900) - (case when i <= ${known} then 0 else 1 end) as opened
          from generate_series(1, ${size.cases}) as i join bench.known k on k.p = 1 + (i - 1) % ${known}
        ) as c;
      insert into case_record (id, organisation_id, external_id, reference, person_id, unit_id, kind, born_from, opened_on, closed_on)
        select bench.id('case', c.i), bench.id('organisation', 1), 'c-' || c.i, 'B' || lpad(c.i::text, 8, '0'),
          bench.id('person', c.p), bench.id('unit', c.unit), 'SUPPORT', p.birth_date, c.opened, c.closed
        from bench.cases c join person p on p.id = bench.id('person', c.p);
      insert into case_responsibility (organisation_id, case_id, kind, unit_id, valid_from, valid_until)
        select bench.id('organisation', 1), bench.id('case', c.i), kind, bench.id('unit', c.unit), c.opened, c.closed
        from bench.cases c, (values ('HANDLING'), ('AUTHORITY')) as k (kind);
      insert into case_assignment (organisation_id, external_id, case_id, staff_id, valid_from, valid_until)
        select bench.id('organisation', 1), 'a-' || c.i || '-' || part, bench.id('case', c.i),
          bench.id('staff', c.unit * 100000 + 1 + bench.dice(c.i, 10 + part, ${size.staffPerUnit})),
          case part when 1 then c.opened else c.opened + 20 end,
          case when part = 1 and c.i % 3 = 1 then c.opened + 20 else c.closed end
        from bench.cases c, generate_series(1, 2) as part where part = 1 or c.i % 3 = 1;
      insert into co_handling (id, organisation_id, external_id, case_id, case_unit_id, person_id, unit_id, staff_id, role, valid_from, valid_until)
        select bench.id('co_handling', j), bench.id('organisation', 1), 'h-' || j, bench.id('case', c.i), bench.id('unit', c.unit),
          bench.id('person', c.p), bench.id('unit', other),
          case when bench.dice(j, 13, 5) > 0 then bench.id('staff', other * 100000 + 1 + bench.dice(j, 14, ${size.staffPerUnit})) end,
          case when bench.dice(j, 15, 10) = 0 then 'CONSULTANT' else 'CO_HANDLER' end, c.opened + case when j > ${size.cases} then 4 else 6 end,
          case when c.closed is not null then c.closed when bench.dice(j, 16, 10) < 3 then c.opened + 25 end
        from (
          select j, c.*, 1 + (c.unit - 1 + case when c.unit = 1 and j <= ${size.cases} and bench.dice(j, 17, 2) = 0 then 1
            else 1 + bench.dice(j, 12, 9) + case when j > ${size.cases} then 10 else 0 end end) % ${unitCount} as other
          from generate_series(1, ${size.coHandlings}) as j join bench.cases c on c.i = 1 + (j - 1) % ${size.cases}
        ) as c;
    `],
    ['facts', /* sql */ `
      create table bench.youths as
        select row_number() over (order by c.i) as y, c.p, p.birth_date as born from bench.cases c
        join person p on p.id = bench.id('person', c.p) where c.unit = 1 and c.closed is null;
      insert into fact (id, organisation_id, external_id, person_id, unit_id, kind, valid_from, valid_until,
          placed_by_foster_care_service, value, need_categories)
        select bench.id('fact', j), bench.id('organisation', 1), 'f-' || j, bench.id('person', f.p),
          bench.id('unit', case when bench.dice(j, 20, 10) = 0 then 2 else 1 end), f.kind,
          case f.kind when 'CONTINUED_NEED' then ${day} - 1 - bench.dice(j, 21, 300) else f.born + 15 * 365 + bench.dice(j, 22, 4 * 365) end,
          case f.kind when 'CONTINUED_NEED' then null
            else f.born + 19 * 365 + 100 + bench.dice(j, 23, 3 * 365) end,
          case f.kind when 'FAMILY_HOME_PLACEMENT' then bench.dice(j, 24, 2) = 0 end,
          case f.kind when 'CONTINUED_NEED' then (array['YES','YES','YES','YES','YES','YES','YES','NO','NO','UNKNOWN'])[1 + bench.dice(j, 25, 10)] end,
          case f.kind when 'CONTINUED_NEED' then array['HOUSING_SUPPORT'] else '{}' end
        from (
          select j, youth.p, youth.born,
            case (j - 1) / n.youths when 0 then 'CONTINUED_NEED' else
              (array['LVU_CARE','FAMILY_HOME_PLACEMENT','UPPER_SECONDARY_STUDIES','INSTITUTION_PLACEMENT'])[1 + (youth.y + (j - 1) / n.youths) % 4] end as kind
          from (select count(*) as youths from bench.youths) as n
          cross join lateral generate_series(1, least(${size.facts}, 5 * n.youths)) as j
          join bench.youths youth on youth.y = 1 + (j - 1) % n.youths
        ) as f;
      insert into managers_agreement (id, organisation_id, person_id, proposed_by_unit_id, counterpart_unit_id, agreed_unit_id, reason, valid_from, valid_until)
        select bench.id('agreement', y), bench.id('organisation', 1), bench.id('person', p), bench.id('unit', 1), bench.id('unit', 2),
          bench.id('unit', 1 + (y % 2)::int), 'Skolgång', ${day} - 40, ${day} + 200
        from bench.youths where y % 20 = 0 and born > ${day} - 17 * 365;
      insert into managers_approval (organisation_id, agreement_id, unit_id, staff_id)
        select bench.id('organisation', 1), bench.id('agreement', y), bench.id('unit', u), bench.id('staff', u * 100000 + 2)
        from bench.youths, generate_series(1, 2) as u where y % 20 = 0 and born > ${day} - 17 * 365;
      insert into consent (organisation_id, external_id, person_id, unit_id, purpose, scope, recipient_unit_id, how_given, valid_from, valid_until, withdrawn_on)
        select bench.id('organisation', 1), 'k-' || j, bench.id('person', k.p), bench.id('unit', k.first_unit),
          (array['NAMED_SHARING','CONTACT','COOPERATION','INVESTIGATION'])[1 + bench.dice(j, 30, 4)], 'Samverkan',
          bench.id('unit', 1 + k.first_unit % ${unitCount}), 'WRITTEN', ${day} - 500 + bench.dice(j, 31, 400),
          case when bench.dice(j, 32, 4) = 0 then ${day} + bench.dice(j, 33, 200) end,
          case when bench.dice(j, 34, 20) = 0 then ${day} - 50 end
        from generate_series(1, ${size.consents}) as j join bench.known k on k.p = 1 + (j - 1) % ${known};
    `],
  ];
}

/**
 * Fills an empty, migrated database.
 * @param client a superuser's: triggers and foreign keys are passed by while the rows go in
 */
export async function populate(client: pg.Client, size: PopulationSize, routine: string, today: LocalDate): Promise<void> {
  for (const [name, statements] of steps(size, routine, today)) {
    try {
      await client.query(`begin; set local session_replication_role = replica; ${statements}; commit`);
    } catch (cause) {
      throw new Error(`population: ${name}`, { cause });
    }
  }
  await client.query('vacuum analyze');
}
