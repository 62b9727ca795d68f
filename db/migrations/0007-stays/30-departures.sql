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
