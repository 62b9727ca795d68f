-- What a night costs: rules by type, days of the house's own calendar, and days priced by hand.
-- The amount of a night is never stored ahead: domain/lodging/night-rate.ts makes it from these rows (ADR 0006).

-- Versions like those of the cancellation policy: the one published last, as of a moment, holds.
create table rate_rules (
  id uuid primary key default new_id(),
  room_type_id uuid not null references room_types,
  version int not null check (version > 0),
  -- {"base": …, "weekdays": […], "holidayEve": …, "seasons": […], "pricedUntil": …}; what makes it sound is in the domain.
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  saved_at timestamptz not null,
  saved_by uuid references staff,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (room_type_id, version),
  -- What has been in force cannot be taken back, only followed by another version.
  constraint rate_rules_withdrawn_in_time check (withdrawn_at < published_at)
);
create index rate_rules_in_force on rate_rules (room_type_id, published_at desc, version desc) where withdrawn_at is null;

-- National holidays come with the program; here stands where a house differs from them.
create table calendar_days (
  property_id uuid not null references properties,
  day date not null,
  -- holiday: counts as one here; ordinary: a national holiday that is none (equinoxes move); closed: nothing is sold.
  kind text not null check (kind in ('holiday', 'ordinary', 'closed')),
  name text not null check (length(name) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  primary key (property_id, day)
);

-- A row is a night priced by hand: it wins over the rules; without an amount the night is not sold at all.
alter table rates alter column amount drop not null;

-- Every edit of days keeps what stood there before, so that the last one can be undone.
create table rate_edits (
  id uuid primary key,
  property_id uuid not null references properties,
  made_at timestamptz not null,
  made_by uuid references staff,
  -- The wish as it was sent: range, weekdays, types, change.
  wish jsonb not null,
  nights int not null check (nights > 0),
  undone_at timestamptz,
  queue bigint generated always as identity
);
create index rate_edits_last on rate_edits (property_id, queue desc) where undone_at is null;

create table rate_edit_nights (
  edit_id uuid not null references rate_edits,
  room_type_id uuid not null references room_types,
  night date not null,
  -- Whether a day priced by hand stood there, and what it said.
  had_row boolean not null,
  amount int,
  primary key (edit_id, room_type_id, night)
);
create index rate_edit_nights_of_night on rate_edit_nights (room_type_id, night);

-- Edits of one property are made, and undone, one after the other.
create function lock_rates(p_property uuid) returns void language sql volatile as
  $$ select pg_advisory_xact_lock(hashtextextended('rates:' || p_property, 0)) $$;
