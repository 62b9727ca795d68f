-- Who cleans which room, how far it is, and what was found there.

-- Those who clean see rooms and numbers of guests, no names and no money.
alter table staff_roles drop constraint staff_roles_role_check;
alter table staff_roles add constraint staff_roles_role_check
  check (role in ('front', 'manager', 'accounting', 'operator', 'housekeeping'));

alter table properties
  -- A second person looks at the room before a guest may enter it.
  add column inspection_required boolean not null default false,
  -- Within this a cleaning should have begun; cleaning_minutes is for the whole of it.
  add column cleaning_start_minutes int not null default 45 check (cleaning_start_minutes between 1 and 1440);

-- `done_at` stays what it was: the moment the room may be entered again. In between there are now steps:
-- begun, finished by whoever cleaned, and, where the property wants it, inspected.
alter table cleanings
  -- departure: a guest has left. stayover: the guest lives in it. extra: the desk asked for it.
  add column kind text not null default 'departure' check (kind in ('departure', 'stayover', 'extra')),
  add column assigned_to uuid references staff,
  add column begin_by timestamptz,
  add column begun_at timestamptz,
  add column begun_by uuid references staff,
  add column finished_at timestamptz,
  add column finished_by uuid references staff,
  add column inspected_at timestamptz,
  add column inspected_by uuid references staff,
  add column sent_back_at timestamptz,
  add column sent_back_reason text check (length(sent_back_reason) between 1 and 500),
  add column note text check (length(note) between 1 and 500),
  add column version int not null default 1;
update cleanings set finished_at = done_at, finished_by = done_by where done_at is not null;
alter table cleanings
  alter column line_id drop not null,
  add constraint cleanings_departure_of_a_stay check (kind <> 'departure' or line_id is not null),
  add constraint cleanings_deadlines_in_order check (begin_by <= due_at),
  add constraint cleanings_done_is_finished check (done_at is null or finished_at is not null),
  -- Nobody passes his own work.
  add constraint cleanings_not_own_inspection check (inspected_by <> assigned_to),
  -- domain/housekeeping/cleaning-state.ts says what each of them allows.
  add column state text not null generated always as (case
    when done_at is not null then 'done' when finished_at is not null then 'to_inspect'
    when begun_at is not null then 'begun' else 'waiting' end) stored;
create index cleanings_room on cleanings (room_id, started_at desc);
create index cleanings_property on cleanings (property_id, started_at desc);

-- In the morning rooms are given out while their guests are still asleep: who is to clean a room on a day.
create table room_cleaners (
  room_id uuid not null references rooms,
  date date not null,
  staff_id uuid not null references staff,
  primary key (room_id, date)
);

insert into case_kinds values ('cleaning_not_begun'), ('room_problem');

-- What somebody found in a room; open until a person says what became of it.
create table room_problems (
  id uuid primary key,
  property_id uuid not null references properties,
  room_id uuid not null references rooms,
  cleaning_id uuid references cleanings,
  report text not null check (length(report) between 1 and 500),
  picture_id uuid references pictures,
  reported_by uuid not null references staff,
  reported_at timestamptz not null,
  outcome text check (outcome in ('resolved', 'maintenance')),
  outcome_note text check (length(outcome_note) between 1 and 500),
  block_id uuid references room_blocks,
  closed_by uuid references staff,
  closed_at timestamptz,
  version int not null default 1,
  constraint room_problems_closed_once check ((outcome is null) = (closed_at is null)),
  check ((block_id is not null) = (outcome is not distinct from 'maintenance'))
);
create index room_problems_open on room_problems (property_id, reported_at) where closed_at is null;
create index room_problems_room on room_problems (room_id, reported_at desc);
