-- A guest who left early and asks for points back: while a manager decides, the nights he did not sleep are
-- neither earned nor returned.
create or replace function recognise_nights(p_day uuid, p_from uuid, p_to uuid, p_request_id text)
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

-- An extension adds nights to what was agreed, at either end and side by side; nothing agreed before changes.
create function add_nights(p_line uuid, p_nights jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_line order_lines; v_from date; v_until date; v_count int; v_amount bigint;
begin
  select * into strict v_line from order_lines where id = p_line for update;
  select min(n.night), max(n.night) + 1, count(*), sum(n.amount) into strict v_from, v_until, v_count, v_amount
    from jsonb_to_recordset(p_nights) n(night date, amount int);
  if v_line.status not in ('confirmed', 'in_house') or v_count <> v_until - v_from
    or not (v_from = v_line.check_out or (v_until = v_line.check_in and v_line.status = 'confirmed')) then
    raise exception 'these nights do not continue stay %', p_line using errcode = 'check_violation';
  end if;
  insert into line_nights (line_id, night, amount, discount, rule, discount_rule)
    select p_line, n.night, n.amount, n.discount, n.rule, n."discountRule"
    from jsonb_to_recordset(p_nights) n(night date, amount int, discount int, rule jsonb, "discountRule" jsonb);
  update order_lines set check_in = least(check_in, v_from), check_out = greatest(check_out, v_until),
    amount = amount + v_amount, version = version + 1 where id = p_line;
end $$;
select grant_own_functions();
