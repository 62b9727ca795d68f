-- Members belong to the issuer: their points are good in each of its properties (decision 15).
create sequence member_numbers start 1001;

create table members (
  id uuid primary key default new_id(),
  issuer_id uuid not null references issuers,
  number text not null unique default 'M' || nextval('member_numbers'),
  name text not null check (length(name) between 1 and 100),
  kana text not null check (length(kana) between 1 and 100),
  phone text not null check (length(phone) between 5 and 30),
  email text check (length(email) <= 254),
  birth_date date not null,
  locale text not null default 'ja' check (locale in ('ja', 'en')),
  channel text not null default 'desk' check (channel in ('desk', 'web', 'wechat', 'mini_program', 'line')),
  password_hash text,
  registered_at timestamptz not null,
  version int not null default 1
);
create unique index members_email on members (issuer_id, lower(email)) where email is not null;
create index members_kana on members (issuer_id, kana, id);

-- One key per member, wrapped by the house's master key: erasing a person is destroying this row's
-- key, and every sealed value in trail and stored answers with it (decision 29).
create table member_keys (
  member_id uuid primary key references members,
  wrapped_key bytea,
  destroyed_at timestamptz,
  check ((wrapped_key is null) = (destroyed_at is not null))
);

alter table staff add constraint staff_member foreign key (member_id) references members;
alter table sessions add constraint sessions_member foreign key (member_id) references members;
