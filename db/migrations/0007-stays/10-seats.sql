-- A guest's wish for this very room: nobody re-seats the stay, and the desk lifts the pin before it moves it.
alter table order_lines add column pinned boolean not null default false;
grant update (pinned) on order_lines to choba_app;
