-- What a member is found by, proves himself with, and leaves behind.

-- A text as searches compare it: width, case and white space do not count, hiragana is katakana.
create function search_key(t text) returns text language sql immutable parallel safe as $$
  select translate(lower(regexp_replace(normalize(t, nfkc), '\s', '', 'g')),
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ',
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ')
$$;

-- The digits of a telephone number, with Japan's own prefix as it is dialled at home; null for what is none.
create function phone_key(t text) returns text language sql immutable parallel safe as $$
  select case when t ~ '^[0-9+() -]+$' and length(d.digits) >= 4 then d.digits end
  from (select regexp_replace(regexp_replace(t, '^\s*\+81[ -]*(\(0\))?[ -]*', '0'), '[^0-9]', '', 'g') as digits) d
$$;

alter table members
  add column identity_type text check (identity_type in ('passport', 'residence_card', 'driving_licence', 'foreign_id', 'other')),
  -- The number itself, under the member's own key.
  add column identity_sealed bytea,
  -- Keyed fingerprint of type and number: finds the same document again without opening it.
  add column identity_index bytea,
  add column identity_tail text check (length(identity_tail) <= 4),
  add column erased_at timestamptz,
  add column name_key text not null generated always as (search_key(name)) stored,
  add column kana_key text not null generated always as (search_key(kana)) stored,
  add column phone_key text generated always as (phone_key(phone)) stored,
  add constraint members_identity_whole check (num_nonnulls(identity_type, identity_sealed, identity_index, identity_tail) in (0, 4)),
  -- Of somebody erased nothing is left to sign in with, to write to or to recognise by.
  add constraint members_erased_bare check (erased_at is null
    or num_nonnulls(email, password_hash, identity_type, identity_sealed, identity_index, identity_tail) = 0);
create unique index members_identity on members (issuer_id, identity_index);
create index members_same_person on members (issuer_id, kana_key, birth_date);
create index members_same_phone on members (issuer_id, phone_key);

-- Parts of names: by index where the server has the means, by reading where it has not.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
    create index members_search on members using gin
      (name_key gin_trgm_ops, kana_key gin_trgm_ops, phone_key gin_trgm_ops, lower(email) gin_trgm_ops);
  end if;
end $$;

-- Nothing is sold to somebody who has been erased, and no points are bought for him, whoever writes it. Both come
-- after the wallet's lock, which erasing takes first.
create function assert_not_erased(p_member uuid) returns void language plpgsql volatile as $$
begin
  if exists (select from members where id = p_member and erased_at is not null) then
    raise exception 'the member has been erased' using errcode = 'integrity_constraint_violation', constraint = 'member_erased';
  end if;
end $$;
create function refuse_order_of_erased() returns trigger language plpgsql as $$
begin
  perform assert_not_erased(new.member_id);
  return new;
end $$;
create function refuse_lot_of_erased() returns trigger language plpgsql as $$
begin
  perform assert_not_erased(member_id) from accounts where id = new.account_id;
  return new;
end $$;
create trigger orders_member_is_there before insert on orders
  for each row execute function refuse_order_of_erased();
create trigger lots_member_is_there before insert on lots
  for each row execute function refuse_lot_of_erased();

-- A member's account at an outside channel: the channel's own id of the person, sealed, found by its fingerprint.
create table member_channels (
  id uuid primary key default new_id(),
  issuer_id uuid not null references issuers,
  member_id uuid not null references members,
  channel text not null check (channel in ('wechat', 'mini_program')),
  openid_index bytea not null,
  openid_sealed bytea not null,
  linked_at timestamptz not null,
  constraint member_channels_once unique (issuer_id, channel, openid_index),
  unique (member_id, channel)
);

-- Somebody asked to become a member by web form; the mail's link makes it true. What was typed is sealed under
-- the house's key until then and gone afterwards, whichever way it ends.
create table registrations (
  id uuid primary key default new_id(),
  issuer_id uuid not null references issuers,
  property_id uuid not null references properties,
  status text not null check (status in ('pending', 'confirmed', 'expired')),
  locale text not null check (locale in ('ja', 'en')),
  token_hash bytea not null unique,
  sealed bytea,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  member_id uuid references members,
  constraint registrations_sealed_while_pending check ((status = 'pending') = (sealed is not null)),
  constraint registrations_ended check ((status = 'pending') = (ended_at is null)),
  constraint registrations_member check ((status = 'confirmed') = (member_id is not null))
);
create index registrations_pending on registrations (expires_at) where status = 'pending';
