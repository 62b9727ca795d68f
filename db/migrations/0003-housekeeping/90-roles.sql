grant select on room_cleaners, room_problems to choba_app;
grant insert, update, delete on room_cleaners to choba_app;
-- What was reported stays as it was written; only what became of it is added.
grant insert on room_problems to choba_app;
grant update (picture_id, outcome, outcome_note, block_id, closed_by, closed_at, version) on room_problems to choba_app;
