-- What the house tells people (decision 31): one row per message, whatever becomes of it.

-- The letterhead: who writes, and where an answer goes.
alter table properties
  add postal_address text check (length(postal_address) between 1 and 300),
  add postal_address_en text check (length(postal_address_en) between 1 and 300),
  add phone text check (length(phone) between 5 and 30),
  add email text check (length(email) <= 254),
  -- Of a qualified invoice's issuer; null where the house has none.
  add registration_number text check (registration_number ~ '^T[0-9]{13}$');

create table messages (
  id uuid primary key,
  -- The same event is told once, whoever tells it again.
  once_key text not null constraint messages_once unique check (length(once_key) between 1 and 200),
  template text not null check (length(template) between 1 and 60),
  language text not null check (language in ('ja', 'en')),
  property_id uuid not null references properties,
  subject_kind text not null,
  subject_id uuid not null,
  -- Whose key seals the recipient and what was said; null: the house's own.
  member_id uuid references members,
  -- Null where there was nowhere to send it to: then nothing was said.
  sealed bytea,
  -- The first of a chain of resent ones.
  resend_of uuid references messages,
  status text not null check (status in ('queued', 'sent', 'failed', 'bounced', 'skipped')),
  queued_at timestamptz not null,
  attempts int not null default 0 check (attempts >= 0),
  -- Due then; while an attempt is under way, when somebody else may take it up.
  next_attempt_at timestamptz not null,
  -- There is no mail server to give it to; released when there is one.
  held boolean not null default false,
  finished_at timestamptz,
  -- A reply code and our own word, never the server's sentence: that repeats addresses.
  last_error text check (length(last_error) <= 100),
  version int not null default 1,
  constraint messages_finished check ((status = 'queued') = (finished_at is null)),
  constraint messages_sealed check ((status = 'skipped') or sealed is not null),
  constraint messages_held check (not held or status = 'queued')
);
create index messages_property on messages (property_id, queued_at desc, id);
create index messages_subject on messages (subject_kind, subject_id, queued_at desc);
create index messages_member on messages (member_id, queued_at desc) where member_id is not null;
create index messages_open on messages (id) where status = 'queued';
create index messages_resent on messages (resend_of) where resend_of is not null;

insert into case_kinds values ('mail_failed'), ('mail_bounced'), ('mail_unconfigured');

grant select, insert on messages to choba_app;
-- What was said to whom stays as it was written; only what becomes of it moves.
grant update (status, attempts, next_attempt_at, held, finished_at, last_error, version) on messages to choba_app;
