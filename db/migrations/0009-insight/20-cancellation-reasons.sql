-- Why guests cancel, in words that can be counted (003-28), beside what they wrote.
create table cancellation_reasons (code text primary key);
insert into cancellation_reasons values ('plans_changed'), ('illness'), ('weather'), ('duplicate'), ('price'),
  ('house'), ('other');

alter table approval_requests add column reason_code text references cancellation_reasons;

-- The history of cancellations (003-24): one row a room given up, written with the cancellation itself.
create table line_cancellations (
  line_id uuid primary key references order_lines,
  property_id uuid not null references properties,
  at timestamptz not null,
  reason_code text references cancellation_reasons,
  days_before int not null check (days_before >= 0),
  -- Null: nothing had been paid, so no tier applied and nobody had to agree.
  fee_percent int check (fee_percent between 0 and 100),
  request_id uuid references approval_requests,
  check ((fee_percent is null) = (request_id is null))
);
create index line_cancellations_property on line_cancellations (property_id, at);
create trigger line_cancellations_append_only before update or delete on line_cancellations
  for each row execute function refuse_change();
create trigger line_cancellations_not_emptied before truncate on line_cancellations execute function refuse_change();

insert into line_cancellations (line_id, property_id, at, days_before, fee_percent, request_id)
  select l.id, q.property_id, q.settled_at, (s #>> '{tier,daysBefore}')::int, (s #>> '{tier,feePercent}')::int, q.id
  from approval_requests q cross join jsonb_array_elements(q.preview -> 'stays') s
  join order_lines l on l.id = (s ->> 'stayId')::uuid
  where q.kind = 'cancellation' and q.status = 'settled' and l.status = 'cancelled'
  on conflict do nothing;
