-- What each night was agreed to cost, and why: the list rate, the rule that made it, the discount and its rule,
-- frozen with the sale (decisions 4 and 19).
alter table line_nights
  add column discount int not null default 0 check (discount >= 0),
  add column rule jsonb,
  add column discount_rule jsonb,
  add column list_rate int not null generated always as (amount + discount) stored,
  add constraint line_nights_discount_has_rule check (discount = 0 or discount_rule is not null);

-- 003-15: the birthday benefit, one row per property.
create table birthday_benefits (
  property_id uuid primary key references properties,
  percent int not null default 5 check (percent between 0 and 100),
  days_around int not null default 3 check (days_around between 0 and 180),
  -- Which day has to lie near the birthday.
  basis text not null default 'night' check (basis in ('night', 'check_in', 'booking_date')),
  -- When somebody born on 29 February has his birthday in other years.
  leap_day text not null default 'feb_28' check (leap_day in ('feb_28', 'mar_1')),
  rounding text not null default 'down' check (rounding in ('down', 'up', 'nearest')),
  version int not null default 1
);
insert into birthday_benefits (property_id) select id from properties;

create function give_birthday_benefit() returns trigger language plpgsql as $$
begin
  insert into birthday_benefits (property_id) values (new.id);
  return null;
end $$;
create trigger properties_birthday_benefit after insert on properties
  for each row execute function give_birthday_benefit();
