import { Migration } from '@mikro-orm/migrations';

/** What must always hold whoever writes: valid numbers, one responsible unit per open case; and the audit trail. */
export class Migration20261122000002_invariants_and_audit extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create schema access;
      comment on schema access is 'Who asks, and what they may see: used by the row policies.';

      create function access.valid_number(kind text, number text) returns boolean
      language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
        select case
          when kind not in ('PERSONAL_NUMBER', 'COORDINATION_NUMBER') then true
          when number !~ '^[0-9]{12}$' then false
          else (
            select sum(case when i % 2 = 1
              then (2 * d) / 10 + (2 * d) % 10
              else d end) % 10 = 0
            from (select i, substr(number, i + 2, 1)::int as d from generate_series(1, 10) as i) as digits
          ) and substr(number, 7, 2)::int between
              case when kind = 'COORDINATION_NUMBER' then 60 else 1 end
              and case when kind = 'COORDINATION_NUMBER' then 91 else 31 end
        end
      $$;
      comment on function access.valid_number is 'Luhn over the last ten digits; a coordination number carries the day plus 60 (60: unknown day).';

      alter table person add constraint person_number_valid check (access.valid_number(number_kind, number));
    `);

    this.addSql(/* sql */ `
      create function access.born_from(born text) returns date
      language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
        select make_date(left(born, 4)::int, coalesce(nullif(substr(born, 6, 2), '')::int, 1),
          coalesce(nullif(substr(born, 9, 2), '')::int, 1))
      $$;

      create function access.carry_birth_date() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_table_name = 'person' then
          update case_record set born_from = access.born_from(new.born)
            where person_id = new.id and born_from is distinct from access.born_from(new.born);
        else
          new.born_from := (select access.born_from(p.born) from person p where p.id = new.person_id);
        end if;
        return new;
      end $$;
      create trigger case_birth_date before insert on case_record
        for each row execute function access.carry_birth_date();
      create trigger person_birth_date after update of born on person
        for each row execute function access.carry_birth_date();

      create function access.require_responsible_unit() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        wanted uuid;
      begin
        if tg_table_name = 'case_record' then wanted := new.id;
        elsif tg_op = 'DELETE' then wanted := old.case_id;
        else wanted := new.case_id;
        end if;
        if exists (
          select from case_record c cross join (values ('HANDLING'), ('AUTHORITY')) as k (kind)
          where c.id = wanted and not coalesce((
            select range_agg(daterange(r.valid_from, r.valid_until)) @> daterange(c.opened_on, c.closed_on)
            from case_responsibility r where r.case_id = c.id and r.kind = k.kind), false)
        ) then
          raise exception using errcode = '23514', constraint = 'case_has_responsible_unit',
            message = 'a case must have a responsible unit on each of its days';
        end if;
        return null;
      end $$;
      create constraint trigger case_has_responsible_unit after insert or update of opened_on, closed_on on case_record
        deferrable initially deferred for each row execute function access.require_responsible_unit();
      create constraint trigger case_keeps_responsible_unit after update or delete on case_responsibility
        deferrable initially deferred for each row execute function access.require_responsible_unit();
    `);

    this.addSql(/* sql */ `
      create table idempotency (
        actor_id uuid not null references staff,
        key text not null check (length(key) between 8 and 100),
        operation text not null,
        request_hash text not null,
        answer jsonb not null,
        created_at timestamptz not null default now(),
        primary key (actor_id, key)
      );
      comment on table idempotency is 'The answer once given to a mutation: the same key gets the same answer and has one effect.';

      create table audit_event (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        organisation_id uuid,
        actor_id uuid,
        actor text not null,
        request_id uuid,
        purpose text,
        operation text not null,
        outcome text not null check (outcome in ('READ', 'WRITTEN', 'REFUSED', 'EXPORTED')),
        object_type text,
        object_id uuid,
        person_ids uuid[] not null default '{}',
        rule_ids text[] not null default '{}',
        details jsonb not null default '{}'
      );
      create index on audit_event (organisation_id, at);
      create index on audit_event using gin (person_ids);
      comment on table audit_event is 'Who did or read what, and when. Ids only: never names, numbers or free text.';

      create table audit_seal (
        position bigint generated always as identity primary key,
        event_id bigint not null unique references audit_event,
        hash bytea not null
      );
      comment on table audit_seal is 'The chain: each hash covers the event and the hash before it.';

      create function access.audit_digest(previous bytea, e audit_event) returns bytea
      language sql immutable set search_path = pg_catalog, pg_temp as $$
        select sha256(previous || convert_to(jsonb_build_array(
          e.id, extract(epoch from e.at), e.organisation_id, e.actor_id, e.actor, e.request_id, e.purpose, e.operation,
          e.outcome, e.object_type, e.object_id, e.person_ids, e.rule_ids, e.details)::text, 'UTF8'))
      $$;

      create function access.seal_audit(most int default 5000) returns int
      language plpgsql security definer set search_path = public, access, pg_temp as $$
      declare
        previous bytea;
        e audit_event;
        sealed int := 0;
      begin
        if not pg_try_advisory_xact_lock(hashtext('samordna.audit_seal')) then return 0; end if;
        previous := coalesce((select hash from audit_seal order by position desc limit 1), ''::bytea);
        for e in
          select a.* from audit_event a where not exists (select from audit_seal s where s.event_id = a.id)
          order by a.id limit most
        loop
          previous := access.audit_digest(previous, e);
          insert into audit_seal (event_id, hash) values (e.id, previous);
          sealed := sealed + 1;
        end loop;
        return sealed;
      end $$;
      comment on function access.seal_audit is 'Links committed events into the chain; run by one sealer within a second of the commit.';
    `);
  }
}
