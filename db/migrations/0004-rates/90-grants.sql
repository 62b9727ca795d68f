grant select on rate_rules, calendar_days, rate_edits, rate_edit_nights, birthday_benefits to choba_app;
-- Rules are written once; only the withdrawal of what is not yet in force moves.
grant insert on rate_rules, rate_edits, rate_edit_nights, birthday_benefits to choba_app;
grant update (withdrawn_at) on rate_rules to choba_app;
grant update (undone_at) on rate_edits to choba_app;
grant update (percent, days_around, basis, leap_day, rounding, version) on birthday_benefits to choba_app;
grant insert, update, delete on calendar_days to choba_app;
select grant_own_functions();
