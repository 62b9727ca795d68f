import type { Sql } from '../platform/sql.ts'

export type AvailabilityRow = {
  roomTypeId: string
  code: string
  name: string
  nameEn: string
  capacity: number
  rooms: number
  free: number
}

/** Per room type of a property: rooms free for the whole period. */
export const availability = (sql: Sql, propertyId: string, checkIn: string, checkOut: string) =>
  sql.rows<AvailabilityRow>(
    `with taken as (
       select distinct n.room_id from room_nights n join rooms r on r.id = n.room_id and r.property_id = $1
       where n.night >= $2::date and n.night < $3::date
     ), stock as (
       select r.room_type_id, count(*)::int as rooms, count(*) filter (where k.room_id is null)::int as free
       from rooms r left join taken k on k.room_id = r.id
       where r.property_id = $1 and r.retired_at is null group by r.room_type_id
     )
     select t.id as "roomTypeId", t.code, t.name, t.name_en as "nameEn", t.capacity,
       coalesce(s.rooms, 0) as rooms, coalesce(s.free, 0) as free
     from room_types t left join stock s on s.room_type_id = t.id
     where t.property_id = $1 order by t.code`,
    [propertyId, checkIn, checkOut],
  )
