-- The house itself: who owns it, who works in it, what time it is, what was done, what must be told.

-- Ordered ids where the server has them (PostgreSQL 18), random ones before.
do $$
begin
  if current_setting('server_version_num')::int >= 180000 then
    create function new_id() returns uuid language sql volatile as 'select uuidv7()';
  else
    create function new_id() returns uuid language sql volatile as 'select gen_random_uuid()';
  end if;
end $$;

-- Books are append-only for everybody, the owner included; a correction is another row.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- One clock for the whole house (B-20): wall time plus an offset only demo and test houses may move.
create table clock (
  one boolean primary key default true check (one),
  house text not null check (house in ('demo', 'test', 'production')),
  offset_ms bigint not null default 0 check (offset_ms >= 0),
  constraint clock_production_is_fixed check (house <> 'production' or offset_ms = 0)
);
create function house_now() returns timestamptz language sql volatile parallel safe as
  $$ select date_trunc('milliseconds', clock_timestamp() + (select offset_ms from clock) * interval '1 millisecond') $$;

create table issuers (
  id uuid primary key default new_id(),
  name text not null check (length(name) between 1 and 200),
  -- Months a point stays usable; null: no expiry.
  point_validity_months int check (point_validity_months between 1 and 120)
);

create table properties (
  id uuid primary key default new_id(),
  issuer_id uuid not null references issuers,
  code text not null unique check (code ~ '^[a-z0-9-]{2,30}$'),
  name text not null check (length(name) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  time_zone text not null default 'Asia/Tokyo',
  -- The business day begins here: a guest arriving at 01:00 belongs to the evening before.
  day_starts_at time not null default '05:00',
  check_in_from time not null default '15:00',
  check_out_by time not null default '10:00',
  pending_hold_minutes int not null default 1440 check (pending_hold_minutes between 1 and 43200),
  pending_reminder_minutes int not null default 240 check (pending_reminder_minutes >= 0),
  departure_grace_minutes int not null default 60 check (departure_grace_minutes >= 0),
  cleaning_minutes int not null default 90 check (cleaning_minutes between 1 and 1440),
  approval_due_minutes int not null default 480 check (approval_due_minutes between 1 and 43200),
  version int not null default 1,
  check (pending_reminder_minutes < pending_hold_minutes)
);

-- The date the property lives on at a moment.
create function business_date(p properties, at timestamptz) returns date language sql stable as
  $$ select ((at at time zone p.time_zone) - p.day_starts_at::interval)::date $$;

create table staff (
  id uuid primary key default new_id(),
  login text not null unique check (login ~ '^[a-z0-9._-]{2,60}$'),
  display_name text not null check (length(display_name) between 1 and 100),
  password_hash text not null,
  locale text not null default 'ja' check (locale in ('ja', 'en')),
  -- The staff person's own membership: counts as the same person in approvals (decision 17).
  member_id uuid,
  disabled_at timestamptz,
  version int not null default 1
);

create table staff_roles (
  staff_id uuid not null references staff,
  property_id uuid not null references properties,
  role text not null check (role in ('front', 'manager', 'accounting', 'operator')),
  primary key (staff_id, property_id, role)
);

-- Wall time, not house time: moving a demo's clock must not sign anybody out (decision 28).
create table sessions (
  token_hash bytea primary key,
  staff_id uuid references staff,
  member_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint sessions_one_person check (num_nonnulls(staff_id, member_id) = 1)
);
create index sessions_expiry on sessions (expires_at);

create table login_failures (
  bucket bytea primary key,
  failures int not null,
  window_started_at timestamptz not null
);

create table api_tokens (
  id uuid primary key default new_id(),
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) between 1 and 20),
  property_id uuid not null references properties,
  created_by uuid not null references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  version int not null default 1
);

-- Decision 25: the answer lives in the command's own transaction; refusals leave nothing.
create table idempotency_keys (
  actor text not null,
  route text not null,
  key text not null check (length(key) between 1 and 255),
  -- Keyed: a plain hash of the body would leak a PIN.
  fingerprint bytea not null,
  status int not null,
  answer bytea not null,
  -- Whose key seals the answer; null: the house's own key.
  member_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (actor, route, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table audit_events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('staff', 'member', 'token', 'system')),
  actor_id uuid,
  verb text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- What else it concerns: an order's trail shows its rooms' and requests' events too.
  related text[] not null default '{}',
  property_id uuid,
  before jsonb,
  after jsonb,
  reason text,
  request_id text not null
);
create index audit_events_subject on audit_events (subject_kind, subject_id, id desc);
create index audit_events_related on audit_events using gin (related);
create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function refuse_change();
create trigger audit_events_not_emptied before truncate on audit_events execute function refuse_change();

-- What Temporal must be told. Ids only: a process reads the books first.
create table outbox (
  id bigint generated always as identity primary key,
  workflow_id text not null,
  process text not null,
  subject_id uuid not null,
  message text not null check (message in ('start', 'look_again')),
  created_at timestamptz not null default clock_timestamp(),
  attempts int not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  delivered_at timestamptz,
  last_error text
);
create index outbox_undelivered on outbox (next_attempt_at, id) where delivered_at is null;

-- "Needs attention" (decision 30): one list; a case closes itself when its cause is cured.
-- Kinds are rows, here and below: a migration that brings a new one adds it and touches nothing else.
create table case_kinds (kind text primary key);
insert into case_kinds values ('undelivered_outbox'), ('process_failed'), ('process_ended_early'),
  ('overdue_request'), ('overdue_departure'), ('cleaning_overrun'), ('verify_finding');

create table cases (
  id uuid primary key default new_id(),
  kind text not null references case_kinds,
  property_id uuid references properties,
  subject_kind text not null,
  subject_id uuid not null,
  cause text not null,
  owner_staff_id uuid references staff,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index cases_one_open on cases (kind, subject_kind, subject_id) where closed_at is null;
create index cases_open on cases (property_id, opened_at) where closed_at is null;

-- A text somebody typed, as a literal inside a LIKE pattern.
create function like_text(t text) returns text language sql immutable parallel safe as
  $$ select replace(replace(replace(t, '\', '\\'), '%', '\%'), '_', '\_') $$;

-- A moment inside JSON as everywhere else: RFC 3339, UTC, milliseconds.
create function rfc3339(t timestamptz) returns text language sql stable parallel safe as
  $$ select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
