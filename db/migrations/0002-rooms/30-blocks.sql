-- A room out of use comes back by itself, and the house hears of it beforehand.
insert into case_kinds values ('block_ending');

alter table properties
  -- The house is warned when so many days of a block are left, at the start of its day; 0: not at all.
  add column block_warning_days int not null default 1 check (block_warning_days between 0 and 30);

-- The business day that follows the last night of a block begins: the room is free again.
create function block_release_at(p properties, until_night date) returns timestamptz language sql stable as
  $$ select ((until_night + 1) + p.day_starts_at) at time zone p.time_zone $$;

-- Null where that moment has gone by already: whoever blocks a room for tonight knows when it ends.
create function block_warn_at(p properties, until_night date, now timestamptz) returns timestamptz language sql stable as $$
  select w.at from (select ((until_night + 1 - p.block_warning_days) + p.day_starts_at) at time zone p.time_zone as at) w
  where p.block_warning_days > 0 and w.at > now
$$;

alter table room_blocks
  add column warn_at timestamptz,
  add column warned_at timestamptz,
  add column release_at timestamptz;
update room_blocks b set release_at = block_release_at(p, b.until_night)
  from properties p where p.id = b.property_id;
-- A block that had ended before anybody was told of its end.
update room_blocks set released_at = release_at where released_at is null and release_at <= house_now();
alter table room_blocks
  alter column release_at set not null,
  add constraint room_blocks_warned_before_end check (warn_at < release_at);
create index room_blocks_room on room_blocks (room_id, from_night desc);
create index room_blocks_open on room_blocks (property_id, from_night) where released_at is null;
