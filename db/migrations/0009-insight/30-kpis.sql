-- What is measured, row by row; sums, shares and medians are made of these rows (docs/kpis.md).

-- Room-nights sold: agreed, paid and held. A night in the future counts as soon as it is paid.
create view kpi_sold_nights as
  select l.property_id, n.night as day, n.room_id, l.id as line_id, a.amount
  from room_nights n join order_lines l on l.id = n.line_id
  join line_nights a on a.line_id = l.id and a.night = n.night
  where l.status in ('confirmed', 'in_house', 'departed');

-- Room-nights on offer: a rate for the night, not taken out of use, not retired by then. One that was sold was
-- on offer, whatever became of its rate since.
create view kpi_offered_nights as
  select r.property_id, x.night as day, r.id as room_id
  from rates x join rooms r on r.room_type_id = x.room_type_id join properties p on p.id = r.property_id
  left join room_nights n on n.room_id = r.id and n.night = x.night and n.block_id is not null
  where n.room_id is null and (r.retired_at is null or x.night < business_date(p, r.retired_at))
  union
  select property_id, day, room_id from kpi_sold_nights;

create view kpi_days as
  select o.property_id, o.day, count(*)::int as offered, count(s.line_id)::int as sold,
    coalesce(sum(s.amount), 0)::bigint as revenue
  from kpi_offered_nights o
  left join kpi_sold_nights s on s.property_id = o.property_id and s.day = o.day and s.room_id = o.room_id
  group by o.property_id, o.day;

-- Stays by the day they begin. Lead: days from the order to the arrival, both as the house's own dates.
create view kpi_arrivals as
  select l.property_id, l.check_in as day, l.id as line_id, l.status, l.check_in - business_date(p, o.placed_at) as lead_days,
    exists (select from orders e join order_lines b on b.order_id = e.id
      where e.member_id = o.member_id and b.property_id = l.property_id and b.status in ('in_house', 'departed')
        and b.check_in < l.check_in) as returning
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
