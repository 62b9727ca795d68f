-- The money kernel: double entry, append-only, lots from the first day.
-- An entry's amount is positive where the account is credited: a wallet's balance is what the house
-- owes the member, cash is negative by what was taken in. One point is one yen.

create table account_kinds (kind text primary key);
insert into account_kinds values ('wallet'), ('cash'), ('advance_received'), ('lodging_revenue'), ('cancellation_revenue');

create table accounts (
  id uuid primary key default new_id(),
  issuer_id uuid not null references issuers,
  kind text not null references account_kinds,
  member_id uuid references members,
  lot_class text check (lot_class in ('paid', 'bonus')),
  property_id uuid references properties,
  -- Only an account with a floor keeps a running balance; the house's own accounts are summed when
  -- read, so that no posting waits for another guest's.
  floor bigint,
  balance bigint,
  constraint accounts_floor check (balance >= floor),
  check ((floor is null) = (balance is null)),
  check ((kind = 'wallet') = (member_id is not null and lot_class is not null and floor is not null)),
  check ((kind = 'wallet') = (property_id is null)),
  unique nulls not distinct (issuer_id, kind, member_id, lot_class, property_id)
) with (fillfactor = 70);
create index accounts_member on accounts (member_id) where member_id is not null;

create table transfer_kinds (kind text primary key);
insert into transfer_kinds values ('top_up'), ('spend'), ('return'), ('retain_fee'), ('recognise');

create table transfers (
  id uuid primary key,
  key text not null unique,
  kind text not null references transfer_kinds,
  at timestamptz not null,
  posted_at timestamptz not null default clock_timestamp(),
  property_id uuid not null references properties,
  subject_kind text not null,
  subject_id uuid not null,
  request_id text not null
);
create index transfers_subject on transfers (subject_kind, subject_id);

create table lots (
  id uuid primary key,
  account_id uuid not null references accounts,
  lot_class text not null check (lot_class in ('paid', 'bonus')),
  issued_at timestamptz not null,
  expires_at timestamptz,
  issued bigint not null check (issued > 0),
  remaining bigint not null,
  transfer_id uuid not null references transfers deferrable initially deferred,
  constraint lots_remaining check (remaining between 0 and issued)
) with (fillfactor = 70);
create index lots_spendable on lots (account_id, expires_at, issued_at) where remaining > 0;

create table entries (
  transfer_id uuid not null references transfers deferrable initially deferred,
  seq int not null,
  account_id uuid not null references accounts,
  at timestamptz not null,
  amount bigint not null check (amount <> 0),
  -- A wallet's entry names its lot; an entry about a stay names the room-night it paid for.
  lot_id uuid references lots deferrable initially deferred,
  line_id uuid,
  night date,
  primary key (transfer_id, seq)
);
create index entries_account on entries (account_id, at, transfer_id);
create index entries_line on entries (line_id, night) where line_id is not null;
create index entries_lot on entries (lot_id) where lot_id is not null;

create trigger transfers_append_only before update or delete on transfers for each row execute function refuse_change();
create trigger entries_append_only before update or delete on entries for each row execute function refuse_change();
create trigger transfers_not_emptied before truncate on transfers execute function refuse_change();
create trigger entries_not_emptied before truncate on entries execute function refuse_change();

-- Whatever the code above does, a transfer that does not sum to zero never commits. Its search path is
-- its own: a temporary table named like the books must not be what is summed.
create function assert_transfer_balances() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  v_id uuid := case tg_table_name when 'transfers' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'transfer_id')::uuid end;
  v_sum numeric; v_count int;
begin
  select sum(amount), count(*) into v_sum, v_count from entries where transfer_id = v_id;
  if v_count < 2 or v_sum <> 0 then
    raise exception 'transfer % does not balance: % entries, sum %', v_id, v_count, v_sum
      using errcode = 'check_violation', constraint = 'transfers_balance';
  end if;
  return null;
end $$;
create constraint trigger transfers_balance after insert on transfers
  deferrable initially deferred for each row execute function assert_transfer_balances();
create constraint trigger entries_balance after insert on entries
  deferrable initially deferred for each row execute function assert_transfer_balances();

-- A house account is made when it is first needed.
create function house_account(p_issuer uuid, p_kind text, p_property uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id uuid;
begin
  select id into v_id from accounts
    where issuer_id = p_issuer and kind = p_kind and property_id = p_property and member_id is null;
  if v_id is null then
    insert into accounts (issuer_id, kind, property_id)
      select p.issuer_id, p_kind, p.id from properties p where p.id = p_property and p.issuer_id = p_issuer
      on conflict do nothing returning id into v_id;
    if v_id is null then
      select id into strict v_id from accounts
        where issuer_id = p_issuer and kind = p_kind and property_id = p_property and member_id is null;
    end if;
  end if;
  return v_id;
end $$;

-- A member's wallets are opened at registration, one per lot class.
create function open_wallets(p_issuer uuid, p_member uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into accounts (issuer_id, kind, member_id, lot_class, floor, balance)
    select m.issuer_id, 'wallet', m.id, c, 0, 0 from members m cross join unnest(array['paid', 'bonus']) c
    where m.id = p_member and m.issuer_id = p_issuer
    on conflict do nothing
$$;

-- Everything that moves a member's points first takes this lock; always before orders and lines.
create function lock_wallets(p_member uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select from accounts where member_id = p_member order by id for update
$$;

-- The other side of a posting is an account of the house: a wallet moves by its lots only.
create function assert_house_accounts(variadic p_accounts uuid[]) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if exists (select from accounts where id = any(p_accounts) and kind = 'wallet') then
    raise exception 'wallets move by lots only' using errcode = 'check_violation';
  end if;
end $$;

-- Points sold (or given): one new lot. Idempotent by key. p_counter: the account that pays for it.
create function points_issue(
  p_key text, p_member uuid, p_lot_class text, p_amount bigint, p_expires_at timestamptz,
  p_counter uuid, p_at timestamptz, p_property uuid, p_subject_kind text, p_subject uuid, p_request_id text
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare v_wallet uuid; v_transfer uuid; v_lot uuid := new_id();
begin
  perform assert_house_accounts(p_counter);
  select id into strict v_wallet from accounts
    where member_id = p_member and kind = 'wallet' and lot_class = p_lot_class for update;
  select id into v_transfer from transfers where key = p_key;
  if found then return v_transfer; end if;
  v_transfer := new_id();
  insert into transfers (id, key, kind, at, property_id, subject_kind, subject_id, request_id)
    values (v_transfer, p_key, 'top_up', p_at, p_property, p_subject_kind, p_subject, p_request_id);
  insert into lots (id, account_id, lot_class, issued_at, expires_at, issued, remaining, transfer_id)
    values (v_lot, v_wallet, p_lot_class, p_at, p_expires_at, p_amount, p_amount, v_transfer);
  insert into entries (transfer_id, seq, account_id, at, amount, lot_id)
    values (v_transfer, 1, v_wallet, p_at, p_amount, v_lot), (v_transfer, 2, p_counter, p_at, -p_amount, null);
  update accounts set balance = balance + p_amount where id = v_wallet;
  return v_transfer;
end $$;

-- Points spent for room-nights: by earliest expiry, then paid before bonus, then oldest; each room-night
-- names the lots that paid for it. The n-th point needed meets the n-th point owned: both sides are laid
-- out as ranges and joined where they overlap. Returns null when the usable points do not suffice.
create function points_spend(
  p_key text, p_member uuid, p_counter uuid, p_at timestamptz, p_property uuid, p_subject_kind text, p_subject uuid,
  p_lines uuid[], p_nights date[], p_amounts bigint[], p_request_id text
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare v_transfer uuid; v_need bigint; v_have bigint;
begin
  perform assert_house_accounts(p_counter);
  perform lock_wallets(p_member);
  select id into v_transfer from transfers where key = p_key;
  if found then return v_transfer; end if;
  if exists (select from unnest(p_amounts) a where a < 0) then
    raise exception 'negative amount' using errcode = 'check_violation';
  end if;
  select coalesce(sum(a), 0) into v_need from unnest(p_amounts) a;
  select coalesce(sum(l.remaining), 0) into v_have from lots l join accounts a on a.id = l.account_id
    where a.member_id = p_member and l.remaining > 0 and (l.expires_at is null or l.expires_at > p_at);
  if v_have < v_need or v_need = 0 then return null; end if;
  v_transfer := new_id();
  insert into transfers (id, key, kind, at, property_id, subject_kind, subject_id, request_id)
    values (v_transfer, p_key, 'spend', p_at, p_property, p_subject_kind, p_subject, p_request_id);
  with owned as (
    select l.id, l.account_id, sum(l.remaining) over o - l.remaining as lo, sum(l.remaining) over o as hi
    from lots l join accounts a on a.id = l.account_id
    where a.member_id = p_member and l.remaining > 0 and (l.expires_at is null or l.expires_at > p_at)
    window o as (order by l.expires_at nulls last, l.lot_class desc, l.issued_at, l.id)
  ), needed as (
    select n.line_id, n.night, sum(n.amount) over o - n.amount as lo, sum(n.amount) over o as hi
    from unnest(p_lines, p_nights, p_amounts) with ordinality n(line_id, night, amount, ord)
    where n.amount > 0
    window o as (order by n.ord)
  ), parts as (
    select w.id as lot_id, w.account_id, n.line_id, n.night,
      (least(w.hi, n.hi) - greatest(w.lo, n.lo))::bigint as amount
    from owned w join needed n on w.lo < n.hi and n.lo < w.hi
  ), drained as (
    update lots l set remaining = l.remaining - s.amount
    from (select lot_id, sum(amount) as amount from parts group by lot_id) s where l.id = s.lot_id
  ), debited as (
    update accounts a set balance = a.balance - s.amount
    from (select account_id, sum(amount) as amount from parts group by account_id) s where a.id = s.account_id
  ), sides as (
    select account_id, -amount as amount, lot_id, line_id, night from parts
    union all
    select p_counter, (hi - lo)::bigint, null, line_id, night from needed
  )
  insert into entries (transfer_id, seq, account_id, at, amount, lot_id, line_id, night)
    select v_transfer, row_number() over (), account_id, p_at, amount, lot_id, line_id, night from sides;
  return v_transfer;
end $$;

-- What each room-night still owes its lots: spent and not yet returned.
create view spent_lots as
  select e.line_id, e.night, e.lot_id, e.account_id, -sum(e.amount)::bigint as amount
  from entries e where e.lot_id is not null and e.line_id is not null
  group by e.line_id, e.night, e.lot_id, e.account_id having sum(e.amount) < 0;

-- Which lots a return of these amounts would refill: the one that expires last first (decision 19).
create function plan_return(p_lines uuid[], p_nights date[], p_amounts bigint[])
returns table (line_id uuid, night date, lot_id uuid, account_id uuid, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with wanted as (
    select n.line_id, n.night, sum(n.amount) as amount
    from unnest(p_lines, p_nights, p_amounts) n(line_id, night, amount) group by n.line_id, n.night
  ), owed as (
    select s.line_id, s.night, s.lot_id, s.account_id,
      sum(s.amount) over o - s.amount as lo, sum(s.amount) over o as hi
    from spent_lots s join lots l on l.id = s.lot_id
    where s.line_id = any(p_lines)
    window o as (partition by s.line_id, s.night order by l.expires_at desc nulls first, l.lot_class, l.issued_at desc, l.id desc)
  )
  select n.line_id, n.night, w.lot_id, w.account_id, (least(w.hi, n.amount) - w.lo)::bigint
  from wanted n join owed w on w.line_id = n.line_id and w.night = n.night and w.lo < n.amount
$$;

-- Points given back to the very lots they came from, with their old expiry.
create function points_return(
  p_key text, p_member uuid, p_counter uuid, p_at timestamptz, p_property uuid, p_subject_kind text, p_subject uuid,
  p_lines uuid[], p_nights date[], p_amounts bigint[], p_request_id text
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare v_transfer uuid; v_want bigint; v_got bigint;
begin
  perform assert_house_accounts(p_counter);
  perform lock_wallets(p_member);
  select id into v_transfer from transfers where key = p_key;
  if found then return v_transfer; end if;
  select coalesce(sum(a), 0) into v_want from unnest(p_amounts) a;
  select coalesce(sum(r.amount), 0) into v_got from plan_return(p_lines, p_nights, p_amounts) r
    join accounts a on a.id = r.account_id where a.member_id = p_member;
  if v_got <> v_want or exists (select from unnest(p_amounts) a where a < 0) then
    raise exception 'return of % where % is owed', v_want, v_got
      using errcode = 'check_violation', constraint = 'returns_within_spends';
  end if;
  if v_want = 0 then return null; end if;
  v_transfer := new_id();
  insert into transfers (id, key, kind, at, property_id, subject_kind, subject_id, request_id)
    values (v_transfer, p_key, 'return', p_at, p_property, p_subject_kind, p_subject, p_request_id);
  with parts as materialized (
    select * from plan_return(p_lines, p_nights, p_amounts)
  ), refilled as (
    update lots l set remaining = l.remaining + s.amount
    from (select lot_id, sum(amount) as amount from parts group by lot_id) s where l.id = s.lot_id
  ), credited as (
    update accounts a set balance = a.balance + s.amount
    from (select account_id, sum(amount) as amount from parts group by account_id) s where a.id = s.account_id
  ), sides as (
    select account_id, amount, lot_id, line_id, night from parts
    union all
    select p_counter, -sum(amount)::bigint, null, line_id, night from parts group by line_id, night
  )
  insert into entries (transfer_id, seq, account_id, at, amount, lot_id, line_id, night)
    select v_transfer, row_number() over (), account_id, p_at, amount, lot_id, line_id, night from sides;
  return v_transfer;
end $$;

-- Between the house's own accounts, per room-night: a fee kept, a night earned.
create function ledger_move(
  p_key text, p_kind text, p_from uuid, p_to uuid, p_at timestamptz, p_property uuid, p_subject_kind text, p_subject uuid,
  p_lines uuid[], p_nights date[], p_amounts bigint[], p_request_id text
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare v_transfer uuid;
begin
  perform assert_house_accounts(p_from, p_to);
  if exists (select from unnest(p_amounts) a where a < 0) then
    raise exception 'negative amount' using errcode = 'check_violation';
  end if;
  if coalesce((select sum(a) from unnest(p_amounts) a), 0) = 0 then return null; end if;
  v_transfer := new_id();
  insert into transfers (id, key, kind, at, property_id, subject_kind, subject_id, request_id)
    values (v_transfer, p_key, p_kind, p_at, p_property, p_subject_kind, p_subject, p_request_id)
    on conflict (key) do nothing;
  if not found then return (select id from transfers where key = p_key); end if;
  insert into entries (transfer_id, seq, account_id, at, amount, line_id, night)
    select v_transfer, row_number() over (), x.account, p_at, x.amount, x.line_id, x.night from (
      select p_from as account, -n.amount as amount, n.line_id, n.night
        from unnest(p_lines, p_nights, p_amounts) n(line_id, night, amount) where n.amount > 0
      union all
      select p_to, n.amount, n.line_id, n.night
        from unnest(p_lines, p_nights, p_amounts) n(line_id, night, amount) where n.amount > 0
    ) x;
  return v_transfer;
end $$;
