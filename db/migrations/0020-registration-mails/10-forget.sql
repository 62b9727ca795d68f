-- A registration's mails hold an address under the house's own key: no member's key goes with them. When the
-- registration has ended, they have done their work and go.
create function forget_registration_mails(p_registration uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from messages where subject_kind = 'registration' and subject_id = p_registration
$$;
select grant_own_functions();
