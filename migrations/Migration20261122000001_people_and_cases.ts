import { Migration } from '@mikro-orm/migrations';

/** Organisations, units, staff, persons, cases and what is known about them. Periods are half-open local dates. */
export class Migration20261122000001_people_and_cases extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table organisation (
        id uuid primary key default gen_random_uuid(),
        key text not null unique check (key ~ '^[a-z][a-z0-9-]*$'),
        name text not null collate "sv-x-icu",
        municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
        created_at timestamptz not null default now()
      );

      create table adopted_routine (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        routine text not null,
        valid_from date not null,
        valid_until date,
        check (valid_until > valid_from),
        constraint adopted_routine_no_overlap
          exclude using gist (organisation_id with =, daterange(valid_from, valid_until) with &&)
      );

      create table department (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        key text not null,
        name text not null collate "sv-x-icu",
        unique (organisation_id, key)
      );

      create table unit (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        department_id uuid references department,
        external_id text not null,
        key text not null,
        name text not null collate "sv-x-icu",
        board text not null,
        unique (organisation_id, external_id),
        unique (organisation_id, key)
      );
      create index on unit (department_id);
      comment on column unit.key is 'The unit''s name in the organisation''s routine, such as CHILD_YOUTH.';
      comment on column unit.board is 'The political board the unit answers to: sharing between boards needs consent or a legal basis.';

      create table staff (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        external_id text not null,
        user_name text not null unique,
        display_name text not null collate "sv-x-icu",
        unique (organisation_id, external_id)
      );
      comment on column staff.user_name is 'Subject of the bearer token.';

      create table membership (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        staff_id uuid not null references staff,
        unit_id uuid references unit,
        department_id uuid references department,
        role text not null,
        valid_from date not null,
        valid_until date,
        check (valid_until > valid_from),
        check (unit_id is null or department_id is null),
        constraint membership_no_overlap exclude using gist (
          staff_id with =,
          role with =,
          coalesce(unit_id, department_id, organisation_id) with =,
          daterange(valid_from, valid_until) with &&
        )
      );
      create index on membership (staff_id);
      create index on membership (unit_id);
      create index on membership (department_id);
      create index on membership (organisation_id);
      comment on column membership.unit_id is 'Null with a department: the whole department; both null: the whole organisation.';
    `);

    this.addSql(/* sql */ `
      create table person (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        external_id text,
        number_kind text not null
          check (number_kind in ('PERSONAL_NUMBER', 'COORDINATION_NUMBER', 'RESERVE_NUMBER', 'NONE')),
        number text check (number ~ '^[0-9]{8}[0-9A-Z][0-9]{3}$'),
        born text not null check (born ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        birth_date date generated always as (
          case when length(born) = 10
            then make_date(left(born, 4)::int, substr(born, 6, 2)::int, right(born, 2)::int) end
        ) stored,
        given_name text not null collate "sv-x-icu",
        family_name text not null collate "sv-x-icu",
        protection text not null default 'NONE'
          check (protection in ('NONE', 'CONFIDENTIALITY_MARKED', 'PROTECTED_REGISTRATION')),
        deceased_on date,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        check ((number_kind = 'NONE') = (number is null)),
        unique (organisation_id, number),
        unique (organisation_id, external_id)
      );
      comment on column person.born is 'Birth date as known: a year, a year and month, or a date; may differ from the number.';

      create table person_registration (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        person_id uuid not null references person,
        unit_id uuid not null references unit,
        born text not null check (born ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        given_name text not null collate "sv-x-icu",
        family_name text not null collate "sv-x-icu",
        protection text not null default 'NONE'
          check (protection in ('NONE', 'CONFIDENTIALITY_MARKED', 'PROTECTED_REGISTRATION')),
        registered_by uuid not null references staff,
        registered_at timestamptz not null default now(),
        unique (person_id, unit_id)
      );
      create index on person_registration (unit_id);
      create index on person_registration (organisation_id);
      create index on person_registration (registered_by);
      comment on table person_registration is
        'A unit has entered this person. The unit reads what it entered itself until it has a case.';

      create table relation (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        person_id uuid not null references person,
        related_person_id uuid not null references person,
        kind text not null check (kind in ('GUARDIAN', 'HOUSEHOLD')),
        valid_from date not null,
        valid_until date,
        version integer not null default 1,
        check (valid_until > valid_from),
        check (person_id <> related_person_id),
        constraint relation_no_overlap exclude using gist (
          person_id with =, related_person_id with =, kind with =, daterange(valid_from, valid_until) with &&
        )
      );
      create index on relation (related_person_id);
      create index on relation (organisation_id);
      comment on column relation.kind is 'GUARDIAN: person is the guardian of related_person. HOUSEHOLD: they live together.';

      create table case_record (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        external_id text,
        reference text not null,
        person_id uuid not null references person,
        unit_id uuid not null references unit,
        kind text not null,
        born_from date,
        opened_on date not null,
        closed_on date,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        check (closed_on > opened_on),
        unique (organisation_id, reference),
        unique (organisation_id, external_id),
        unique (id, unit_id, person_id),
        constraint case_one_open_of_a_kind exclude using gist (
          person_id with =, unit_id with =, kind with =, daterange(opened_on, closed_on) with &&
        )
      );
      create index on case_record (person_id) include (unit_id, kind, opened_on, closed_on);
      create index case_record_open on case_record (unit_id, opened_on desc, id desc) where closed_on is null;
      create index case_record_unit on case_record (unit_id, opened_on desc, id desc);
      create index case_record_handover on case_record (unit_id, born_from) where closed_on is null;
      create index case_record_closed on case_record (unit_id, closed_on) where closed_on is not null;
      comment on column case_record.closed_on is 'First day on which the case is no longer open.';
      comment on column case_record.born_from is 'The person''s earliest possible birth date, kept by triggers: the inventory searches open cases by it.';

      create table case_responsibility (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        case_id uuid not null references case_record,
        kind text not null check (kind in ('HANDLING', 'AUTHORITY')),
        unit_id uuid not null references unit,
        valid_from date not null,
        valid_until date,
        check (valid_until > valid_from),
        constraint case_responsibility_one_unit exclude using gist (
          case_id with =, kind with =, daterange(valid_from, valid_until) with &&
        )
      );
      create index on case_responsibility (unit_id);
      create index on case_responsibility (organisation_id);

      create table case_assignment (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        external_id text,
        case_id uuid not null references case_record,
        staff_id uuid not null references staff,
        valid_from date not null,
        valid_until date,
        check (valid_until > valid_from),
        unique (organisation_id, external_id),
        constraint case_assignment_one_responsible exclude using gist (
          case_id with =, daterange(valid_from, valid_until) with &&
        )
      );
      create index on case_assignment (case_id) include (staff_id, valid_from, valid_until);
      create index on case_assignment (staff_id);
      comment on table case_assignment is 'The responsible caseworker (ansvarig handläggare): one at a time.';

      create table co_handling (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        external_id text,
        case_id uuid not null,
        case_unit_id uuid not null references unit,
        person_id uuid not null references person,
        unit_id uuid not null references unit,
        staff_id uuid references staff,
        role text not null default 'CO_HANDLER' check (role in ('CO_HANDLER', 'CONSULTANT')),
        valid_from date not null,
        valid_until date,
        version integer not null default 1,
        check (valid_until > valid_from),
        check (unit_id <> case_unit_id),
        unique (organisation_id, external_id),
        foreign key (case_id, case_unit_id, person_id) references case_record (id, unit_id, person_id),
        constraint co_handling_no_overlap exclude using gist (
          case_id with =, unit_id with =, daterange(valid_from, valid_until) with &&
        )
      );
      create index on co_handling (case_id) include (unit_id, staff_id, valid_from, valid_until);
      create index on co_handling (person_id) include (unit_id, valid_from, valid_until);
      create index on co_handling (unit_id) where valid_until is null;
      create index co_handling_unit on co_handling (unit_id);
      create index on co_handling (case_unit_id);
      create index on co_handling (staff_id);

      create table fact (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        external_id text,
        person_id uuid not null references person,
        unit_id uuid not null references unit,
        kind text not null,
        valid_from date not null,
        valid_until date,
        known boolean not null default true,
        placed_by_foster_care_service boolean,
        outcome text check (outcome in ('TRANSFER', 'NO_TRANSFER')),
        receiving_unit_id uuid references unit,
        value text check (value in ('YES', 'NO', 'UNKNOWN')),
        need_categories text[] not null default '{}',
        at_risk boolean,
        diagnosis_documented boolean,
        version integer not null default 1,
        check (valid_until > valid_from),
        check ((kind = 'CONTINUED_NEED') = (value is not null)),
        check ((kind = 'TRANSFER_OUTCOME') = (outcome is not null)),
        unique (organisation_id, external_id),
        constraint fact_no_overlap exclude using gist (
          person_id with =, unit_id with =, kind with =, daterange(valid_from, valid_until) with &&
        ) where (kind not in ('TRANSFER_OUTCOME', 'NOTICE_GIVEN'))
      );
      create index on fact (person_id, kind);
      create index on fact (unit_id);
      create index on fact (receiving_unit_id);
      comment on column fact.unit_id is 'The unit that recorded the fact and whose staff may read it.';

      create table managers_agreement (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        person_id uuid not null references person,
        proposed_by_unit_id uuid not null references unit,
        counterpart_unit_id uuid not null references unit,
        agreed_unit_id uuid not null references unit,
        matter_type text,
        reason text not null check (length(trim(reason)) > 0),
        valid_from date not null,
        valid_until date,
        version integer not null default 1,
        check (valid_until > valid_from),
        check (proposed_by_unit_id <> counterpart_unit_id),
        check (agreed_unit_id in (proposed_by_unit_id, counterpart_unit_id)),
        constraint agreement_no_overlap exclude using gist (
          person_id with =,
          least(proposed_by_unit_id, counterpart_unit_id) with =,
          greatest(proposed_by_unit_id, counterpart_unit_id) with =,
          coalesce(matter_type, '') with =,
          daterange(valid_from, valid_until) with &&
        )
      );
      create index on managers_agreement (person_id);
      create index on managers_agreement (organisation_id);
      create index on managers_agreement (proposed_by_unit_id);
      create index on managers_agreement (counterpart_unit_id);
      create index on managers_agreement (agreed_unit_id);

      create table managers_approval (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        agreement_id uuid not null references managers_agreement,
        unit_id uuid not null references unit,
        staff_id uuid not null references staff,
        approved_at timestamptz not null default now(),
        unique (agreement_id, unit_id)
      );
      create index on managers_approval (unit_id);
      create index on managers_approval (staff_id);
      create index on managers_approval (organisation_id);

      create table consent (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references organisation,
        external_id text,
        person_id uuid not null references person,
        unit_id uuid not null references unit,
        purpose text not null check (purpose in ('NAMED_SHARING', 'CONTACT', 'COOPERATION', 'INVESTIGATION')),
        scope text not null,
        recipient_unit_id uuid references unit,
        how_given text not null check (how_given in ('WRITTEN', 'ORAL', 'DIGITAL')),
        valid_from date not null,
        valid_until date,
        withdrawn_on date,
        version integer not null default 1,
        check (valid_until > valid_from),
        check (withdrawn_on >= valid_from),
        unique (organisation_id, external_id)
      );
      create index on consent (person_id);
      create index on consent (unit_id);
      create index on consent (recipient_unit_id);
      comment on column consent.withdrawn_on is 'First day on which the consent no longer counts.';
    `);
  }
}
