-- Decision 21: at its set hour a property closes its business day. One row a day: rolling a day makes the next one.
create table business_days (
  id uuid primary key default new_id(),
  property_id uuid not null references properties,
  day date not null,
  -- The hour the next business day begins; computed once.
  due_at timestamptz not null,
  rolled_at timestamptz,
  -- What the roll found: {"nights": …, "revenue": …, "noShows": …, "overdue": …}.
  found jsonb,
  constraint business_days_once unique (property_id, day),
  check ((rolled_at is null) = (found is null))
);
-- Days are rolled one after the other: there is one that is not rolled yet.
create unique index business_days_one_open on business_days (property_id) where rolled_at is null;

create function business_day_ends(p properties, p_day date) returns timestamptz language sql stable as
  $$ select (p_day + 1 + p.day_starts_at) at time zone p.time_zone $$;

-- A property's first day is the one it is opened on; before the house has a clock that is wall time.
create function open_first_business_day() returns trigger language plpgsql as $$
declare v_day date := business_date(new, coalesce(house_now(), clock_timestamp()));
begin
  insert into business_days (property_id, day, due_at) values (new.id, v_day, business_day_ends(new, v_day));
  return null;
end $$;
create trigger properties_first_business_day after insert on properties
  for each row execute function open_first_business_day();
insert into business_days (property_id, day, due_at)
  select p.id, d.day, business_day_ends(p, d.day)
  from properties p cross join lateral (select business_date(p, coalesce(house_now(), clock_timestamp())) as day) d;

-- A night is earned once, whoever rolls how often: the key of it.
create table recognised_nights (
  line_id uuid not null,
  night date not null,
  business_day_id uuid not null references business_days,
  amount bigint not null check (amount > 0),
  primary key (line_id, night),
  foreign key (line_id, night) references line_nights (line_id, night)
);
create index line_nights_night on line_nights (night);
create index order_lines_no_show on order_lines (property_id, check_in) where status = 'no_show';

-- What was advanced for the nights until this day, slept or kept as sold, becomes revenue: the whole house in
-- one statement. Nights of a stay that changed its state late are found up to the longest stay back. While a
-- manager decides about a guest who left early, the nights he did not sleep are neither earned nor returned.
create function recognise_nights(p_day uuid, p_from uuid, p_to uuid, p_request_id text)
returns table (nights int, revenue bigint) language sql volatile as $$
  with day as (
    select id, property_id, day, due_at from business_days where id = p_day
  ), due as (
    select n.line_id, n.night, held.amount from day
    join order_lines l on l.property_id = day.property_id and (l.status = 'in_house' or (l.status = 'departed'
      and not exists (select from cancellation_request_lines c where c.line_id = l.id and c.open)))
    join line_nights n on n.line_id = l.id and n.night between day.day - 90 and day.day
    cross join lateral (select sum(e.amount)::bigint as amount from entries e
      where e.line_id = n.line_id and e.night = n.night and e.account_id = p_from) held
    where held.amount > 0
      and not exists (select from recognised_nights r where r.line_id = n.line_id and r.night = n.night)
  ), earned as (
    insert into recognised_nights (line_id, night, business_day_id, amount)
      select line_id, night, p_day, amount from due returning line_id, night, amount
  ), posted as (
    select count(*)::int as nights, coalesce(sum(amount), 0)::bigint as revenue,
      ledger_move('recognise:' || p_day, 'recognise', p_from, p_to, (select due_at from day), (select property_id from day),
        'business_day', p_day, array_agg(line_id), array_agg(night), array_agg(amount), p_request_id) as transfer
    from earned
  )
  select nights, revenue from posted
$$;

grant select on business_days, recognised_nights to choba_app;
grant insert on business_days, recognised_nights to choba_app;
grant update (rolled_at, found) on business_days to choba_app;
select grant_own_functions();
