-- Decision 26: API and worker run as choba_app, which can neither change the books it has written
-- nor a balance: those move inside the posting functions alone.
do $$
begin
  if not exists (select from pg_roles where rolname = 'choba_app') then
    create role choba_app nologin;
  end if;
  -- So that the owner's connection can take the reduced role (config: DATABASE_URL without DATABASE_APP_URL).
  if not pg_has_role(current_user, 'choba_app', 'member') then
    execute format('grant choba_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to choba_app;
revoke create on schema public from public;
grant select on all tables in schema public to choba_app;
grant usage on all sequences in schema public to choba_app;

-- Masters and states: inserted and changed, never deleted.
grant insert, update on properties, staff, room_types, rooms, members, member_keys, room_blocks, cleanings,
  cancellation_request_lines, cases, api_tokens to choba_app;
-- What was agreed and what was asked stay as they were written; only what becomes of them moves. So nobody
-- rewrites who asked for a request, for whom, or what was signed, and then decides it himself.
grant insert on orders, order_lines, approval_requests to choba_app;
grant update (reminded_at, settled_at, version) on orders to choba_app;
grant update (room_id, status, fee, returned, checked_in_at, checked_out_at, overdue_at, version) on order_lines to choba_app;
grant update (status, overdue_raised_at, decided_at, settled_at, version) on approval_requests to choba_app;
grant insert, update, delete on rates, sessions, login_failures, idempotency_keys, staff_roles, room_nights,
  outbox to choba_app;
-- The agreed price of a night and the policy it was sold under are written once.
grant insert on line_nights, cancellation_policies, audit_events, approval_decisions to choba_app;
-- The only thing of the clock that moves; the house it belongs to does not.
grant update (offset_ms) on clock to choba_app;
-- accounts, lots, transfers, entries: no insert, update or delete at all.
-- Only our own functions: an extension's stay as they are. Every migration that brings functions calls it last.
create function grant_own_functions() returns void language plpgsql as $$
declare f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and proowner = current_user::regrole loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to choba_app', f);
  end loop;
  execute 'revoke execute on function grant_own_functions() from choba_app';
end $$;
select grant_own_functions();
