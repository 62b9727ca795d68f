-- Search over orders (003-21; docs/adr/0008): what a list filters and sorts by, one row an order.

-- A copy of what order_states computes, so that a filter by status or date is an index and not 200,000 sums.
-- Written by the trigger below alone; `npm run verify` compares it with the lines.
create table order_summaries (
  order_id uuid primary key references orders,
  number text not null,
  property_id uuid not null references properties,
  member_id uuid not null references members,
  channel text not null,
  queue bigint not null,
  status text not null,
  check_in date not null,
  check_out date not null,
  total bigint not null,
  fee bigint not null,
  returned bigint not null
) with (fillfactor = 80);
create unique index order_summaries_number on order_summaries (number);
create index order_summaries_newest on order_summaries (property_id, queue desc nulls last, order_id desc);
create index order_summaries_status on order_summaries (property_id, status, queue desc nulls last, order_id desc);
create index order_summaries_check_in on order_summaries (property_id, check_in, order_id);
create index order_summaries_check_out on order_summaries (property_id, check_out, order_id);
create index order_summaries_member on order_summaries (member_id, queue desc nulls last, order_id desc);
create index order_lines_room on order_lines (room_id, check_in);

insert into order_summaries
  select o.id, o.number, o.property_id, o.member_id, o.channel, o.queue, s.status, s.check_in, s.check_out,
    s.total, s.fee, s.returned
  from orders o join order_states s on s.order_id = o.id where s.lines > 0;

-- Two stays of one order may change at once: the second waits for the first's row here, then reads again
-- in a statement of its own, and so counts both. Always the last lock a verb takes.
create function summarise_orders(p_orders uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into order_summaries
    select o.id, o.number, o.property_id, o.member_id, o.channel, o.queue, s.status, s.check_in, s.check_out,
      s.total, s.fee, s.returned
    from orders o join order_states s on s.order_id = o.id where o.id = any(p_orders) order by o.id
    on conflict do nothing;
  perform from order_summaries where order_id = any(p_orders) order by order_id for update;
  update order_summaries c set status = s.status, check_in = s.check_in, check_out = s.check_out, total = s.total,
      fee = s.fee, returned = s.returned
    from order_states s where s.order_id = c.order_id and c.order_id = any(p_orders)
      and (c.status, c.check_in, c.check_out, c.total, c.fee, c.returned)
        is distinct from (s.status, s.check_in, s.check_out, s.total, s.fee, s.returned);
end $$;

create function summarise_new_lines() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform summarise_orders(array(select distinct order_id from fresh order by 1));
  return null;
end $$;
create trigger order_lines_summarise_new after insert on order_lines
  referencing new table as fresh for each statement execute function summarise_new_lines();

create function summarise_changed_lines() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_orders uuid[];
begin
  v_orders := array(select distinct n.order_id from fresh n join old o on o.id = n.id
    where (n.status, n.check_in, n.check_out, n.amount, n.fee, n.returned)
      is distinct from (o.status, o.check_in, o.check_out, o.amount, o.fee, o.returned) order by 1);
  if cardinality(v_orders) > 0 then perform summarise_orders(v_orders); end if;
  return null;
end $$;
create trigger order_lines_summarise_changed after update on order_lines
  referencing old table as old new table as fresh for each statement execute function summarise_changed_lines();

-- What the first screen counts of a day that has begun.
create index order_lines_arrived on order_lines (property_id, checked_in_at) where checked_in_at is not null;
create index order_lines_left on order_lines (property_id, checked_out_at) where checked_out_at is not null;
