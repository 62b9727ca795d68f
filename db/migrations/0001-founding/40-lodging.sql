-- Rooms, their nights, what was sold and what became of it.

create table dwellings (
  id uuid primary key default new_id(),
  property_id uuid not null references properties,
  name text not null,
  -- Which law the dwelling is let under decides its yearly limit and its guest register.
  licence text not null check (licence in ('home_sharing', 'inn'))
);

create table room_types (
  id uuid primary key default new_id(),
  property_id uuid not null references properties,
  code text not null check (code ~ '^[a-z0-9-]{2,30}$'),
  name text not null check (length(name) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  capacity int not null check (capacity between 1 and 50),
  version int not null default 1,
  constraint room_types_code unique (property_id, code),
  unique (id, property_id)
);

create table rooms (
  id uuid primary key default new_id(),
  property_id uuid not null references properties,
  dwelling_id uuid not null references dwellings,
  room_type_id uuid not null,
  number text not null check (length(number) between 1 and 20),
  floor int not null check (floor between -5 and 100),
  retired_at timestamptz,
  version int not null default 1,
  constraint rooms_number unique (property_id, number),
  foreign key (room_type_id, property_id) references room_types (id, property_id)
);
create index rooms_type on rooms (room_type_id) where retired_at is null;

create table rates (
  room_type_id uuid not null references room_types,
  night date not null,
  amount int not null check (amount between 1 and 10000000),
  primary key (room_type_id, night)
);

create table cancellation_policies (
  id uuid primary key default new_id(),
  property_id uuid not null references properties,
  version int not null check (version > 0),
  -- [{"daysBefore": 7, "feePercent": 0}, …]; the rules that make it valid are in the domain.
  tiers jsonb not null check (jsonb_typeof(tiers) = 'array'),
  published_at timestamptz not null,
  unique (property_id, version)
);

create sequence order_numbers start 100001;

create table orders (
  id uuid primary key,
  number text not null unique default nextval('order_numbers')::text,
  property_id uuid not null references properties,
  issuer_id uuid not null references issuers,
  member_id uuid not null references members,
  channel text not null check (channel in ('desk', 'web', 'wechat', 'mini_program', 'line')),
  placed_at timestamptz not null,
  -- Pending orders fill in the order of creation; equal moments are told apart by this.
  queue bigint generated always as identity,
  remind_at timestamptz not null,
  pay_by timestamptz not null,
  reminded_at timestamptz,
  settled_at timestamptz,
  version int not null default 1,
  check (remind_at <= pay_by)
);
create index orders_property on orders (property_id, placed_at desc, id);
create index orders_member on orders (member_id, placed_at desc);

create table order_lines (
  id uuid primary key,
  order_id uuid not null references orders,
  property_id uuid not null references properties,
  room_type_id uuid not null references room_types,
  room_id uuid not null references rooms,
  check_in date not null,
  check_out date not null,
  guests int not null check (guests > 0),
  status text not null check (status in ('pending', 'confirmed', 'in_house', 'departed', 'expired', 'cancelled', 'no_show')),
  amount int not null check (amount >= 0),
  fee int not null default 0 check (fee >= 0),
  returned int not null default 0 check (returned >= 0),
  -- Frozen at the sale: later changes of the masters touch nothing old.
  policy jsonb not null,
  checked_in_at timestamptz,
  checked_out_at timestamptz,
  -- When the desk should worry: check-out hour plus grace, set at check-in.
  overdue_at timestamptz,
  version int not null default 1,
  constraint order_lines_dates check (check_out > check_in and check_out - check_in <= 90),
  constraint order_lines_settled check (fee + returned <= amount)
);
create index order_lines_order on order_lines (order_id);
create index order_lines_arrivals on order_lines (property_id, check_in) where status in ('pending', 'confirmed');
create index order_lines_open on order_lines (status) where status in ('pending', 'in_house');
-- Whatever the nights say, two parties are never inside one room.
create unique index order_lines_one_in_house on order_lines (room_id) where status = 'in_house';

-- What each night of a line was agreed to cost.
create table line_nights (
  line_id uuid not null references order_lines,
  night date not null,
  amount int not null check (amount >= 0),
  primary key (line_id, night)
);

create table room_blocks (
  id uuid primary key,
  property_id uuid not null references properties,
  room_id uuid not null references rooms,
  kind text not null check (kind in ('maintenance', 'unavailable')),
  from_night date not null,
  until_night date not null,
  reason text not null check (length(reason) between 1 and 500),
  created_at timestamptz not null,
  released_at timestamptz,
  version int not null default 1,
  check (until_night >= from_night)
);

-- The truth about stock: one row per room and night, whoever has it. Inserted in date order.
create table room_nights (
  room_id uuid not null references rooms,
  night date not null,
  line_id uuid references order_lines,
  block_id uuid references room_blocks,
  constraint room_nights_once primary key (room_id, night),
  constraint room_nights_one_holder check (num_nonnulls(line_id, block_id) = 1)
);
create index room_nights_line on room_nights (line_id) where line_id is not null;
create index room_nights_block on room_nights (block_id) where block_id is not null;

create table cleanings (
  id uuid primary key,
  property_id uuid not null references properties,
  room_id uuid not null references rooms,
  line_id uuid not null references order_lines,
  started_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references staff
);
create unique index cleanings_one_open on cleanings (room_id) where done_at is null;

-- Seats are given per type under one lock, always taken in order of type: bookings, blocks and
-- re-seats of a type never deadlock, and the primary key above stays the last word.
create function lock_room_types(p_types uuid[]) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('room_type:' || t, 0))
  from (select distinct t from unnest(p_types) t order by t) x
$$;

-- Free rooms of a type for a period, tightest gap first, so that long gaps stay whole.
create function free_rooms(p_type uuid, p_check_in date, p_check_out date) returns table (room_id uuid, tightness int)
language sql stable as $$
  select r.id,
    (select count(*)::int from room_nights n where n.room_id = r.id and n.night in (p_check_in - 1, p_check_out))
  from rooms r
  where r.room_type_id = p_type and r.retired_at is null
    and not exists (select from room_nights n
      where n.room_id = r.id and n.night >= p_check_in and n.night < p_check_out)
  order by 2 desc, r.number, r.id
$$;

-- The rooms a booking gets, or null where there are too few. Looked at first without the lock, so that
-- 200 callers for a room already gone do not queue for it.
create function pick_rooms(p_type uuid, p_check_in date, p_check_out date, p_count int) returns uuid[]
language plpgsql volatile as $$
declare v_rooms uuid[];
begin
  if (select count(*) from (select from free_rooms(p_type, p_check_in, p_check_out) limit p_count) f) < p_count then
    return null;
  end if;
  perform lock_room_types(array[p_type]);
  v_rooms := array(select room_id from free_rooms(p_type, p_check_in, p_check_out) limit p_count);
  return case when cardinality(v_rooms) = p_count then v_rooms end;
end $$;

-- An order's status is a function of its lines; domain/lodging/order-status.ts says the same.
create view order_states as
  select o.id as order_id, s.lines, s.total, s.fee, s.returned, s.check_in, s.check_out,
    case when o.settled_at is null then 0 else s.total end as paid,
    case
      when s.in_house > 0 then 'in_house' when s.pending > 0 then 'pending' when s.confirmed > 0 then 'confirmed'
      when s.departed > 0 then 'departed' when s.no_show > 0 then 'no_show'
      when s.cancelled > 0 then 'cancelled' else 'expired'
    end as status
  from orders o cross join lateral (
    select count(*)::int as lines, sum(l.amount)::bigint as total, sum(l.fee)::bigint as fee,
      sum(l.returned)::bigint as returned, min(l.check_in) as check_in, max(l.check_out) as check_out,
      count(*) filter (where l.status = 'in_house') as in_house,
      count(*) filter (where l.status = 'pending') as pending,
      count(*) filter (where l.status = 'confirmed') as confirmed,
      count(*) filter (where l.status = 'departed') as departed,
      count(*) filter (where l.status = 'no_show') as no_show,
      count(*) filter (where l.status = 'cancelled') as cancelled
    from order_lines l where l.order_id = o.id
  ) s;
