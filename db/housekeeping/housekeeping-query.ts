import { rolesWith } from '../../domain/platform/permissions.ts'
import type { Sql } from '../platform/sql.ts'

export type HousekeepingRow = {
  roomId: string
  number: string
  floor: number
  roomTypeName: string
  roomTypeNameEn: string
  /** How many leave this room, live on in it, come into it on the day; null: nobody. */
  leavingGuests: number | null
  stayingGuests: number | null
  arrivingGuests: number | null
  blocked: boolean
  /** Whom the desk has given the room to for the day. */
  plannedFor: string | null
  plannedForName: string | null
  openProblems: number
  cleaningId: string | null
}

/**
 * Every room of a property on a day, with what concerns whoever cleans it: numbers, never names. Today by
 * who is inside, another day by what is sold.
 */
export const housekeepingRows = (sql: Sql, propertyId: string, date: string, isToday: boolean) =>
  sql.rows<HousekeepingRow>(
    `select r.id as "roomId", r.number, r.floor, t.name as "roomTypeName", t.name_en as "roomTypeNameEn",
       guests.leaving as "leavingGuests", guests.staying as "stayingGuests", guests.arriving as "arrivingGuests",
       exists (select from room_nights n where n.room_id = r.id and n.night = $2 and n.block_id is not null) as blocked,
       g.staff_id as "plannedFor", s.display_name as "plannedForName", problems.open as "openProblems",
       clean.id as "cleaningId"
     from rooms r join room_types t on t.id = r.room_type_id join properties p on p.id = r.property_id
     left join room_cleaners g on g.room_id = r.id and g.date = $2 left join staff s on s.id = g.staff_id
     cross join lateral (select
         sum(l.guests) filter (where case when $3 then l.status = 'in_house' and l.check_out <= $2
           else l.check_out = $2 end)::int as leaving,
         sum(l.guests) filter (where case when $3 then l.status = 'in_house' and l.check_out > $2
           else l.check_in < $2 and l.check_out > $2 end)::int as staying,
         sum(l.guests) filter (where l.check_in = $2 and (not $3 or l.status = 'confirmed'))::int as arriving
       from order_lines l where l.room_id = r.id and l.status in ('confirmed', 'in_house')) guests
     cross join lateral (select count(*)::int as open from room_problems q where q.room_id = r.id and q.closed_at is null) problems
     left join lateral (select k.id from cleanings k where k.room_id = r.id and (k.done_at is null and $3
         or k.started_at >= ($2::date + p.day_starts_at) at time zone p.time_zone
           and k.started_at < ($2::date + 1 + p.day_starts_at) at time zone p.time_zone)
       order by k.done_at is null desc, k.started_at desc limit 1) clean on true
     where r.property_id = $1 and r.retired_at is null order by r.floor, r.number`,
    [propertyId, date, isToday],
  )

export type Cleaner = { id: string; name: string }

/** Who may be given a room: those whose trade it is first. */
export const cleanersOf = (sql: Sql, propertyId: string) =>
  sql.rows<Cleaner>(
    `select s.id, s.display_name as name from staff s join staff_roles h on h.staff_id = s.id
     where h.property_id = $1 and h.role = any($2) and s.disabled_at is null
     group by s.id order by bool_or(h.role = 'housekeeping') desc, s.display_name, s.id`,
    [propertyId, rolesWith('cleaning.work')],
  )

export type SettingsRow = {
  inspectionRequired: boolean
  startMinutes: number
  cleaningMinutes: number
  version: number
}

export const findSettings = (sql: Sql, propertyId: string) =>
  sql.maybe<SettingsRow>(
    `select inspection_required as "inspectionRequired", cleaning_start_minutes as "startMinutes",
       cleaning_minutes as "cleaningMinutes", version from properties where id = $1`,
    [propertyId],
  )
