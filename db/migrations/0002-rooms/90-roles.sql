grant select on pictures, equipment, room_pictures to choba_app;
-- A picture is put in and taken out, never changed: its address may be kept by browsers for ever.
grant insert, delete on pictures to choba_app;
grant insert, update, delete on room_pictures to choba_app;
select grant_own_functions();
