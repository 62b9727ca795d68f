-- What a room is, beyond its number: how large, for how many, with what in it, and how it looks.

-- What a room may have. Rows, so that a house with something else adds a line and no code changes.
create table equipment (
  code text primary key check (code ~ '^[a-z0-9_]{2,30}$'),
  name text not null check (length(name) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  position int not null unique
);
insert into equipment (code, name, name_en, position) values
  ('air_conditioner', 'エアコン', 'Air conditioner', 1),
  ('tv', 'テレビ', 'Television', 2),
  ('water_heater', '給湯器', 'Water heater', 3),
  ('wifi', 'Wi-Fi', 'Wi-Fi', 4),
  ('bath', '浴室', 'Bathroom', 5),
  ('open_air_bath', '露天風呂', 'Open-air bath', 6),
  ('washlet', '温水洗浄便座', 'Washlet', 7),
  ('kettle', '電気ケトル', 'Kettle', 8),
  ('refrigerator', '冷蔵庫', 'Refrigerator', 9),
  ('microwave', '電子レンジ', 'Microwave', 10),
  ('kitchen', 'キッチン', 'Kitchen', 11),
  ('washing_machine', '洗濯機', 'Washing machine', 12),
  ('desk', 'デスク', 'Desk', 13),
  ('tatami', '畳', 'Tatami', 14),
  ('futon', '布団', 'Futon', 15),
  ('balcony', 'バルコニー', 'Balcony', 16),
  ('barrier_free', 'バリアフリー', 'Barrier-free', 17);

-- The law on home sharing asks for 3.3 m² a guest (japan.md 3d); domain/lodging/room-area.ts says the same.
create function guests_by_area(area_m2 numeric) returns int language sql immutable parallel safe as
  $$ select floor(area_m2 / 3.3)::int $$;

alter table rooms
  add column area_m2 numeric(6, 2) check (area_m2 between 3.3 and 9999),
  -- Null: as many as its type says.
  add column capacity int check (capacity between 1 and 50),
  add column equipment text[] not null default '{}' check (cardinality(equipment) <= 50),
  add column description text not null default '' check (length(description) <= 1000),
  add constraint rooms_capacity_fits_area check (capacity <= guests_by_area(area_m2));
create index rooms_equipment on rooms using gin (equipment);

-- How many may sleep in a room: its own number or its type's, and never more than its area allows.
create function room_capacity(r rooms, type_capacity int) returns int language sql immutable parallel safe as
  $$ select least(coalesce(r.capacity, type_capacity), guests_by_area(r.area_m2)) $$;

create table room_pictures (
  room_id uuid not null references rooms,
  picture_id uuid not null unique references pictures,
  -- The first is the room's face in lists.
  position int not null check (position >= 0),
  primary key (room_id, picture_id),
  constraint room_pictures_position unique (room_id, position) deferrable initially immediate
);

-- The six statuses of source 003; domain/lodging/room-status.ts says the same.
create function room_status(occupied boolean, block text, cleaning boolean, reserved boolean) returns text
language sql immutable parallel safe as $$
  select case when occupied then 'occupied' when block is not null then block
    when cleaning then 'cleaning' when reserved then 'reserved' else 'available' end
$$;

-- Seats are given to parties that fit: a room for two is not picked for three.
drop function pick_rooms(uuid, date, date, int);
drop function free_rooms(uuid, date, date);

-- Free rooms of a type for a period that hold so many guests: tightest gap first, so that long gaps stay
-- whole, and no larger than needed, so that large rooms wait for large parties.
create function free_rooms(p_type uuid, p_check_in date, p_check_out date, p_guests int default 1)
returns table (room_id uuid, tightness int)
language sql stable as $$
  select r.id,
    (select count(*)::int from room_nights n where n.room_id = r.id and n.night in (p_check_in - 1, p_check_out))
  from rooms r join room_types t on t.id = r.room_type_id
  where r.room_type_id = p_type and r.retired_at is null and room_capacity(r, t.capacity) >= p_guests
    and not exists (select from room_nights n
      where n.room_id = r.id and n.night >= p_check_in and n.night < p_check_out)
  order by 2 desc, room_capacity(r, t.capacity), r.number, r.id
$$;

-- The rooms a booking gets, or null where there are too few. Looked at first without the lock, so that
-- 200 callers for a room already gone do not queue for it.
create function pick_rooms(p_type uuid, p_check_in date, p_check_out date, p_count int, p_guests int default 1)
returns uuid[] language plpgsql volatile as $$
declare v_rooms uuid[];
begin
  if (select count(*) from (select from free_rooms(p_type, p_check_in, p_check_out, p_guests) limit p_count) f) < p_count then
    return null;
  end if;
  perform lock_room_types(array[p_type]);
  v_rooms := array(select room_id from free_rooms(p_type, p_check_in, p_check_out, p_guests) limit p_count);
  return case when cardinality(v_rooms) = p_count then v_rooms end;
end $$;
