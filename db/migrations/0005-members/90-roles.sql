grant select on member_channels, registrations to choba_app;
grant insert, delete on member_channels to choba_app;
grant insert on registrations to choba_app;
grant update (status, sealed, ended_at, member_id) on registrations to choba_app;
select grant_own_functions();
