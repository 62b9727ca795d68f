-- What is measured, row by row; sums, shares and medians are made of these rows (docs/kpis.md).

-- Since when a room counts; empty: since its house does.
alter table rooms add column created_at timestamptz;

-- Room-nights sold: agreed, paid and held. A night in the future counts as soon as it is paid.
create view kpi_sold_nights as
  select l.property_id, n.night as day, n.room_id, l.id as line_id, a.amount
  from room_nights n join order_lines l on l.id = n.line_id
  join line_nights a on a.line_id = l.id and a.night = n.night
  where l.status in ('confirmed', 'in_house', 'departed');

-- Room-nights on offer and sold, day by day. On offer: in the house by then, not retired, not taken out of use, the
-- night not closed. One that was sold was on offer, whatever became of its room since.
create function kpi_days(p_property uuid, p_from date, p_until date)
returns table (day date, offered int, sold int, revenue bigint) language sql stable as $$
  with house as (
    select p.id, p.time_zone, p.day_starts_at, business_date(p, r.created_at) as came, business_date(p, r.retired_at) as left_on,
      r.id as room_id, r.room_type_id, (select min(b.day) from business_days b where b.property_id = p.id) as opened
    from properties p join rooms r on r.property_id = p.id where p.id = p_property
  ), nights as (
    select d.day::date as day, s.line_id, s.amount,
      s.line_id is not null or (d.day >= coalesce(h.came, h.opened) and (h.left_on is null or d.day < h.left_on)
        and not exists (select from room_nights n where n.room_id = h.room_id and n.night = d.day and n.block_id is not null)
        and not exists (select from rates x where x.room_type_id = h.room_type_id and x.night = d.day and x.amount is null)
        and not exists (select from calendar_days c where c.property_id = h.id and c.day = d.day and c.kind = 'closed')
      ) as offered
    from house h cross join generate_series(p_from, p_until, interval '1 day') d(day)
    left join kpi_sold_nights s on s.property_id = h.id and s.room_id = h.room_id and s.day = d.day
  )
  select day, count(*) filter (where offered)::int, count(line_id)::int, coalesce(sum(amount), 0)::bigint
  from nights group by day
$$;

-- Stays by the day they begin. Lead: days from the order to the arrival, both as the house's own dates.
create view kpi_arrivals as
  select l.property_id, l.check_in as day, l.id as line_id, l.status,
    l.check_in - business_date(p, o.placed_at) as lead_days,
    exists (select from orders e join order_lines b on b.order_id = e.id
      where e.member_id = o.member_id and b.property_id = l.property_id and b.status in ('in_house', 'departed')
        and b.check_in < l.check_in) as came_before
  from order_lines l join orders o on o.id = l.order_id join properties p on p.id = l.property_id
  where l.status in ('confirmed', 'in_house', 'departed', 'no_show');

create view kpi_cancellations as
  select c.property_id, business_date(p, c.at) as day, c.line_id, c.reason_code, c.fee_percent
  from line_cancellations c join properties p on p.id = c.property_id;

-- How long a request waited for its decision.
create view kpi_decisions as
  select q.property_id, business_date(p, q.decided_at) as day, q.id as request_id,
    extract(epoch from q.decided_at - q.requested_at) / 60 as minutes
  from approval_requests q join properties p on p.id = q.property_id
  where q.decided_at is not null and q.status in ('approved', 'settled', 'rejected');

create index order_lines_check_in on order_lines (property_id, check_in);
