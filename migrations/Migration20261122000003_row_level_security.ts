import { Migration } from '@mikro-orm/migrations';

/**
 * The second wall. The app says only who asks (app.user); units and rights are derived here. Every policy rests on
 * the unit that a row itself carries, so that no policy has to look behind another.
 */
export class Migration20261122000003_row_level_security extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table access.role_right (
        role text not null,
        entitlement text not null,
        primary key (role, entitlement)
      );
      comment on table access.role_right is 'Copied from the permissions page of the service at each migration.';

      create function access.staff_id() returns uuid
      language sql stable parallel safe security definer set search_path = public, pg_temp as $$
        select s.id from staff s where s.user_name = nullif(current_setting('app.user', true), '')
      $$;

      create function access.today() returns date
      language sql stable parallel safe set search_path = pg_catalog, pg_temp as $$
        select (now() at time zone 'Europe/Stockholm')::date
      $$;

      create function access.units_with(wanted text) returns uuid[]
      language sql stable parallel safe security definer set search_path = public, access, pg_temp as $$
        select coalesce(array_agg(distinct u.id), '{}')
        from membership m
        join access.role_right r on r.role = m.role and r.entitlement = wanted
        join unit u on u.organisation_id = m.organisation_id
          and (u.id = m.unit_id
            or (m.unit_id is null and (m.department_id is null or u.department_id = m.department_id)))
        where m.staff_id = access.staff_id()
          and m.valid_from <= access.today() and (m.valid_until is null or m.valid_until > access.today())
      $$;
      comment on function access.units_with is 'The units in which the caller today holds a role with this right.';

      create function access.organisations_with(wanted text) returns uuid[]
      language sql stable parallel safe security definer set search_path = public, access, pg_temp as $$
        select coalesce(array_agg(distinct m.organisation_id), '{}')
        from membership m
        join access.role_right r on r.role = m.role and r.entitlement = wanted
        where m.staff_id = access.staff_id()
          and m.valid_from <= access.today() and (m.valid_until is null or m.valid_until > access.today())
      $$;

      create function access.caller() returns jsonb
      language sql stable security definer set search_path = public, access, pg_temp as $$
        select jsonb_build_object(
          'staffId', s.id, 'displayName', s.display_name,
          'organisationId', o.id, 'organisationKey', o.key,
          'adoptedRoutines', (select coalesce(jsonb_agg(jsonb_build_object(
              'routine', a.routine, 'from', a.valid_from, 'until', a.valid_until) order by a.valid_from), '[]')
            from adopted_routine a where a.organisation_id = s.organisation_id),
          'memberships', (select coalesce(jsonb_agg(jsonb_build_object(
              'role', m.role, 'unitId', m.unit_id, 'unitKey', u.key, 'departmentId', m.department_id,
              'unitIds', (select coalesce(jsonb_agg(v.id), '[]') from unit v
                where v.organisation_id = s.organisation_id and (v.id = m.unit_id
                  or (m.unit_id is null and (m.department_id is null or v.department_id = m.department_id))))
            ) order by m.role), '[]')
            from membership m left join unit u on u.id = m.unit_id
            where m.staff_id = s.id
              and m.valid_from <= access.today() and (m.valid_until is null or m.valid_until > access.today())))
        from staff s join organisation o on o.id = s.organisation_id
        where s.id = access.staff_id()
      $$;
      comment on function access.caller is 'The person who asks, with today''s roles and units; null where the subject is nobody here.';

      create function access.works_with(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, access, pg_temp as $$
        select exists (select from case_record c where c.person_id = wanted
            and c.unit_id = any ((select access.units_with('CASE_READ'))::uuid[]))
          or exists (select from co_handling h where h.person_id = wanted
            and h.unit_id = any ((select access.units_with('CASE_READ'))::uuid[])
            and h.valid_from <= access.today() and (h.valid_until is null or h.valid_until > access.today()))
      $$;
      comment on function access.works_with is 'A unit of the caller has, or had, a case about the person, or takes part in one.';

      create function access.sees_person(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, access, pg_temp as $$
        select access.works_with(wanted)
          or exists (select from person_registration r where r.person_id = wanted
            and r.unit_id = any ((select access.units_with('CASE_READ'))::uuid[]))
      $$;

      create function access.my_organisation() returns uuid
      language sql stable parallel safe security definer set search_path = public, access, pg_temp as $$
        select s.organisation_id from staff s where s.id = access.staff_id()
      $$;
    `);

    const everyTable = [
      'organisation', 'adopted_routine', 'department', 'unit', 'staff', 'membership',
      'person', 'person_registration', 'relation', 'case_record', 'case_responsibility', 'case_assignment',
      'co_handling', 'fact', 'managers_agreement', 'managers_approval', 'consent',
      'idempotency', 'audit_event', 'audit_seal',
    ];
    for (const table of everyTable) {
      this.addSql(/* sql */ `
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy owner_all on ${table} to samordna_owner using (true) with check (true);
      `);
    }

    for (const table of ['adopted_routine', 'department', 'unit', 'staff', 'membership']) {
      this.addSql(/* sql */ `
        create policy same_organisation on ${table} for select to samordna_app
          using (organisation_id = (select access.my_organisation()));
      `);
    }

    this.addSql(/* sql */ `
      create policy same_organisation on organisation for select to samordna_app
        using (id = (select access.my_organisation()));

      create policy co_handling_read on co_handling for select to samordna_app using (
        case_unit_id = any ((select access.units_with('CASE_READ'))::uuid[])
        or unit_id = any ((select access.units_with('CASE_READ'))::uuid[]));
      create policy co_handling_add on co_handling for insert to samordna_app with check (
        case_unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[]));
      create policy co_handling_change on co_handling for update to samordna_app using (
        case_unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])
        or unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[]));

      create policy case_read on case_record for select to samordna_app using (
        unit_id = any ((select access.units_with('CASE_READ'))::uuid[])
        or exists (select from co_handling h
          where h.case_id = case_record.id
            and h.unit_id = any ((select access.units_with('CASE_READ'))::uuid[])
            and h.valid_from <= (select access.today())
            and (h.valid_until is null or h.valid_until > (select access.today()))));
      create policy case_add on case_record for insert to samordna_app with check (
        unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])
        and access.sees_person(person_id));
      create policy case_change on case_record for update to samordna_app using (
        unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[]));

      create policy responsibility_read on case_responsibility for select to samordna_app using (
        exists (select from case_record c where c.id = case_id));
      create policy responsibility_add on case_responsibility for insert to samordna_app with check (
        exists (select from case_record c where c.id = case_id
          and c.unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])));
      create policy responsibility_change on case_responsibility for update to samordna_app using (
        exists (select from case_record c where c.id = case_id
          and c.unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])));

      create policy assignment_read on case_assignment for select to samordna_app using (
        exists (select from case_record c where c.id = case_id));
      create policy assignment_add on case_assignment for insert to samordna_app with check (
        exists (select from case_record c where c.id = case_id
          and c.unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])));
      create policy assignment_change on case_assignment for update to samordna_app using (
        exists (select from case_record c where c.id = case_id
          and c.unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])));

      create policy registration_read on person_registration for select to samordna_app using (
        unit_id = any ((select access.units_with('CASE_READ'))::uuid[]));

      create policy person_read on person for select to samordna_app using (
        exists (select from case_record c where c.person_id = person.id
          and c.unit_id = any ((select access.units_with('CASE_READ'))::uuid[]))
        or exists (select from co_handling h where h.person_id = person.id
          and h.unit_id = any ((select access.units_with('CASE_READ'))::uuid[])
          and h.valid_from <= (select access.today())
          and (h.valid_until is null or h.valid_until > (select access.today())))
        or exists (select from person_registration r where r.person_id = person.id
          and r.unit_id = any ((select access.units_with('CASE_READ'))::uuid[])));
      create policy person_change on person for update to samordna_app using (
        exists (select from case_record c where c.person_id = person.id
          and c.unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])));

      create policy relation_read on relation for select to samordna_app using (
        exists (select from person p where p.id = person_id)
        and exists (select from person p where p.id = related_person_id));
      create policy relation_add on relation for insert to samordna_app with check (
        access.sees_person(person_id) and access.sees_person(related_person_id));
      create policy relation_change on relation for update to samordna_app using (
        exists (select from person p where p.id = person_id)
        and exists (select from person p where p.id = related_person_id));

      create policy consent_read on consent for select to samordna_app using (
        unit_id = any ((select access.units_with('CASE_READ'))::uuid[])
        or recipient_unit_id = any ((select access.units_with('CASE_READ'))::uuid[]));
      create policy agreement_read on managers_agreement for select to samordna_app using (
        proposed_by_unit_id = any ((select access.units_with('CASE_READ'))::uuid[])
        or counterpart_unit_id = any ((select access.units_with('CASE_READ'))::uuid[]));
      create policy agreement_add on managers_agreement for insert to samordna_app with check (
        proposed_by_unit_id = any ((select access.units_with('AGREEMENT_WRITE'))::uuid[])
        and access.sees_person(person_id));
      create policy agreement_change on managers_agreement for update to samordna_app using (
        proposed_by_unit_id = any ((select access.units_with('AGREEMENT_WRITE'))::uuid[])
        or counterpart_unit_id = any ((select access.units_with('AGREEMENT_WRITE'))::uuid[]));
      create policy approval_read on managers_approval for select to samordna_app using (
        exists (select from managers_agreement a where a.id = agreement_id));
      create policy approval_add on managers_approval for insert to samordna_app with check (
        unit_id = any ((select access.units_with('AGREEMENT_WRITE'))::uuid[])
        and staff_id = (select access.staff_id())
        and exists (select from managers_agreement a where a.id = agreement_id
          and unit_id in (a.proposed_by_unit_id, a.counterpart_unit_id)));

      create policy fact_read on fact for select to samordna_app using (
        unit_id = any ((select access.units_with('CASE_READ'))::uuid[]));
    `);
    for (const table of ['fact', 'consent']) {
      this.addSql(/* sql */ `
        create policy ${table}_add on ${table} for insert to samordna_app with check (
          unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[])
          and access.sees_person(person_id));
        create policy ${table}_change on ${table} for update to samordna_app using (
          unit_id = any ((select access.units_with('CASE_WRITE'))::uuid[]));
      `);
    }

    this.addSql(/* sql */ `
      create policy idempotency_read on idempotency for select to samordna_app using (actor_id = (select access.staff_id()));
      create policy idempotency_add on idempotency for insert to samordna_app with check (actor_id = (select access.staff_id()));
      create policy audit_add on audit_event for insert to samordna_app with check (
        actor_id is not distinct from (select access.staff_id()));
      create policy audit_read on audit_event for select to samordna_app using (
        organisation_id = any ((select access.organisations_with('LOG_READ'))::uuid[]));

      grant usage on schema public, access to samordna_app;
      grant select on organisation, adopted_routine, department, unit, staff, membership to samordna_app;
      grant select on person, person_registration, relation, case_record, case_responsibility, case_assignment,
        co_handling, fact, managers_agreement, managers_approval, consent to samordna_app;
      grant update (born, given_name, family_name, protection, deceased_on, version) on person to samordna_app;
      grant insert, update (valid_until) on case_responsibility, case_assignment to samordna_app;
      grant insert, update (valid_until, version) on relation to samordna_app;
      grant insert, update (closed_on, version) on case_record to samordna_app;
      grant insert, update (staff_id, valid_until, version) on co_handling to samordna_app;
      grant insert, update (valid_until, version) on fact to samordna_app;
      grant insert, update (valid_until, version) on managers_agreement to samordna_app;
      grant insert on managers_approval to samordna_app;
      grant insert, update (withdrawn_on, version) on consent to samordna_app;
      grant select, insert on idempotency to samordna_app;
      grant select, insert on audit_event to samordna_app;
      grant select on access.role_right to samordna_app;
      revoke all on all functions in schema access from public;
      grant execute on function access.staff_id, access.today, access.units_with, access.organisations_with,
        access.my_organisation, access.caller, access.sees_person, access.seal_audit, access.valid_number to samordna_app;
    `);
  }
}
