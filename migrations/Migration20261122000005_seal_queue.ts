import { Migration } from '@mikro-orm/migrations';

/** Which audit rows wait for their seal: sealing must cost the same however long the trail has become. */
export class Migration20261122000005_seal_queue extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table audit_unsealed (event_id bigint primary key references audit_event);
      comment on table audit_unsealed is 'Events that are not in the chain yet. Filled by a trigger, emptied by the sealer.';
      alter table audit_unsealed enable row level security;
      alter table audit_unsealed force row level security;
      create policy owner_all on audit_unsealed to samordna_owner using (true) with check (true);

      create function access.await_seal() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into audit_unsealed (event_id) values (new.id);
        return null;
      end $$;
      create trigger audit_awaits_seal after insert on audit_event
        for each row execute function access.await_seal();

      create or replace function access.seal_audit(most int default 5000) returns int
      language plpgsql security definer set search_path = public, access, pg_temp as $$
      declare
        previous bytea;
        e audit_event;
        sealed bigint[] := '{}';
      begin
        if not pg_try_advisory_xact_lock(hashtext('samordna.audit_seal')) then return 0; end if;
        for e in
          select a.* from audit_unsealed q join audit_event a on a.id = q.event_id order by a.id limit most
        loop
          previous := access.audit_digest(
            coalesce(previous, (select hash from audit_seal order by position desc limit 1), ''::bytea), e);
          insert into audit_seal (event_id, hash) values (e.id, previous);
          sealed := sealed || e.id;
        end loop;
        delete from audit_unsealed where event_id = any (sealed);
        return cardinality(sealed);
      end $$;

      create function access.audit_head() returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select position || ':' || encode(hash, 'hex') from audit_seal order by position desc limit 1
      $$;
      comment on function access.audit_head is 'The end of the chain, to be kept elsewhere: it proves later that nothing was cut off.';

      revoke all on function access.await_seal, access.audit_head from public;
      grant execute on function access.audit_head to samordna_app;
    `);
  }
}
