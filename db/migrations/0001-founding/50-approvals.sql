-- One mechanism for everything that needs a second pair of eyes (decisions 7, 17, 18).

create table approval_kinds (kind text primary key);
insert into approval_kinds values ('cancellation');

create table approval_requests (
  id uuid primary key,
  kind text not null references approval_kinds,
  property_id uuid not null references properties,
  subject_kind text not null,
  subject_id uuid not null,
  amount bigint not null,
  status text not null default 'pending' check (status in ('pending', 'approved', 'settled', 'rejected', 'withdrawn')),
  reason text not null check (length(reason) between 1 and 500),
  -- Exactly what was on screen, and its fingerprint.
  preview jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Persons, staff or members: ids are unique over both. Who gains, and for whom it was asked.
  requester_id uuid not null,
  requester_kind text not null check (requester_kind in ('staff', 'member', 'token')),
  beneficiary_id uuid not null,
  acted_for_id uuid not null,
  requested_at timestamptz not null,
  due_at timestamptz not null,
  overdue_raised_at timestamptz,
  decided_at timestamptz,
  settled_at timestamptz,
  version int not null default 1,
  constraint approval_requests_persons unique (id, requester_id, beneficiary_id, acted_for_id)
);
create index approval_requests_inbox on approval_requests (property_id, status, due_at, id);
create index approval_requests_subject on approval_requests (subject_kind, subject_id);
create index approval_requests_open on approval_requests (id) where status in ('pending', 'approved');

-- A decision carries the excluded persons with it, so that the database itself can refuse them.
create table approval_decisions (
  id uuid primary key,
  request_id uuid not null,
  requester_id uuid not null,
  beneficiary_id uuid not null,
  acted_for_id uuid not null,
  decision text not null check (decision in ('approve', 'reject')),
  decider_id uuid not null references staff,
  -- The decider's own membership (or the staff id again): filled in by the database, never by the caller.
  decider_member_id uuid not null,
  reason text check (length(reason) between 1 and 500),
  digest text not null,
  decided_at timestamptz not null,
  constraint approval_decisions_once unique (request_id, decider_id),
  constraint approval_decisions_request foreign key (request_id, requester_id, beneficiary_id, acted_for_id)
    references approval_requests (id, requester_id, beneficiary_id, acted_for_id),
  constraint approval_decisions_not_self check (
    decider_id not in (requester_id, beneficiary_id, acted_for_id)
    and decider_member_id not in (requester_id, beneficiary_id, acted_for_id)),
  constraint approval_decisions_reject_says_why check (decision = 'approve' or reason is not null)
);
create function fill_decider_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select coalesce(member_id, id) into strict new.decider_member_id from staff where id = new.decider_id;
  return new;
end $$;
create trigger approval_decisions_decider before insert on approval_decisions
  for each row execute function fill_decider_member();
create trigger approval_decisions_append_only before update or delete on approval_decisions
  for each row execute function refuse_change();
create trigger approval_decisions_not_emptied before truncate on approval_decisions execute function refuse_change();

-- Which lines a cancellation request speaks of; a line has one open request at most.
create table cancellation_request_lines (
  request_id uuid not null references approval_requests,
  line_id uuid not null references order_lines,
  open boolean not null default true,
  primary key (request_id, line_id)
);
create unique index cancellation_one_open_request on cancellation_request_lines (line_id) where open;
