-- The mailbox of a demo or test house: every mail it sends ends here, as it went over the wire.
create table caught_mails (
  id uuid primary key default new_id(),
  caught_at timestamptz not null,
  -- Whose message it is, by its Message-ID; a doubled delivery shows as two mails of one message.
  message_id uuid references messages,
  property_id uuid references properties,
  -- Under the house's key: who, to whom, what about; and the mail itself.
  sealed_summary bytea not null,
  sealed_source bytea not null
);
create index caught_mails_latest on caught_mails (property_id, caught_at desc, id desc);

create function refuse_in_production() returns trigger language plpgsql as $$
begin
  if (select house from clock) = 'production' then
    raise exception '% is for demo and test houses', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger caught_mails_not_in_production before insert on caught_mails
  for each row execute function refuse_in_production();

grant select, insert, delete on caught_mails to choba_app;
select grant_own_functions();
