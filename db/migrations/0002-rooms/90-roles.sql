-- A picture is put in and taken out, never changed: its address may be kept by browsers for ever.
grant select, insert, delete on pictures to choba_app;
select grant_own_functions();
