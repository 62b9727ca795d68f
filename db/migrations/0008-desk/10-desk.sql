-- The desk: who was received and how they were recognised, and what a wrong check-in or check-out leaves.

-- How long after a check-in or check-out the front may correct it alone; the manager always may.
alter table properties add column desk_correction_minutes int not null default 30
  check (desk_correction_minutes between 0 and 1440);

alter table order_lines
  -- When the last check-in or check-out was recorded, whatever time was recorded with it.
  add column recorded_at timestamptz,
  -- When one of them was last undone: what was raised about the stay before counts no more.
  add column reopened_at timestamptz;
grant update (recorded_at, reopened_at) on order_lines to choba_app;

-- The guest had not left after all: this cleaning was never wanted.
alter table cleanings add column withdrawn_at timestamptz,
  add constraint cleanings_withdrawn_is_over check (withdrawn_at is null or done_at is not null);

-- Somebody of the house has seen the guests and their papers. Which paper, never its number.
create table identity_checks (
  id uuid primary key,
  line_id uuid not null references order_lines,
  method text not null check (method in ('face_to_face', 'ict')),
  document text not null check (document in ('passport', 'residence_card', 'driving_licence', 'my_number_card', 'other')),
  confirmed_by uuid not null references staff,
  confirmed_at timestamptz not null
);
create index identity_checks_line on identity_checks (line_id, confirmed_at desc);

-- 宿泊者名簿 (japan.md 3d): one row per guest of a stay. What is personal is sealed under the row's own key;
-- destroying the key is forgetting the guest. Nationality stays: the bimonthly report counts it.
create table guest_entries (
  id uuid primary key,
  line_id uuid not null references order_lines,
  property_id uuid not null references properties,
  -- The law the dwelling was let under when the entry was made decides its fields.
  licence text not null check (licence in ('home_sharing', 'inn')),
  position int not null check (position between 1 and 50),
  representative boolean not null,
  nationality text not null check (nationality ~ '^[A-Z]{2}$'),
  wrapped_key bytea,
  recorded_at timestamptz not null,
  -- Three years from the entry, the last day included.
  retain_until date not null,
  destroyed_at timestamptz,
  -- The check-in it belongs to was undone.
  withdrawn_at timestamptz,
  version int not null default 1,
  check ((wrapped_key is null) = (destroyed_at is not null)),
  check (retain_until >= (recorded_at at time zone 'UTC')::date)
);
create unique index guest_entries_place on guest_entries (line_id, position) where withdrawn_at is null;
create unique index guest_entries_one_representative on guest_entries (line_id)
  where representative and withdrawn_at is null;
create index guest_entries_retention on guest_entries (retain_until) where wrapped_key is not null;
create index guest_entries_line on guest_entries (line_id);

-- What was written, and what it said before: each version sealed under its entry's key.
create table guest_entry_versions (
  entry_id uuid not null references guest_entries,
  version int not null check (version > 0),
  sealed bytea not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  reason text check (length(reason) between 1 and 500),
  primary key (entry_id, version)
);
create trigger guest_entry_versions_append_only before update or delete on guest_entry_versions
  for each row execute function refuse_change();
create trigger guest_entry_versions_not_emptied before truncate on guest_entry_versions
  execute function refuse_change();

grant select on identity_checks, guest_entries, guest_entry_versions to choba_app;
grant insert on identity_checks, guest_entries, guest_entry_versions to choba_app;
grant update (representative, nationality, wrapped_key, destroyed_at, withdrawn_at, version) on guest_entries to choba_app;
