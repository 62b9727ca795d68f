import { mostSeats } from '../../domain/lodging/seating.ts'
import type { Sql } from '../platform/sql.ts'
import { readSeating } from './seating-query.ts'

export type AvailabilityRow = {
  roomTypeId: string
  code: string
  name: string
  nameEn: string
  capacity: number
  rooms: number
  free: number
}

type CountedRow = AvailabilityRow & { readonly byCount: number }

/**
 * Per room type of a property: rooms a booking of the whole period would get, others of the type re-seated
 * where that is needed (B-21). The booking asks the same function.
 *
 * @param now the moment that decides about the business date
 */
export async function availability(
  sql: Sql,
  propertyId: string,
  checkIn: string,
  checkOut: string,
  now: Date,
): Promise<AvailabilityRow[]> {
  const rows = await countedRows(sql, propertyId, checkIn, checkOut)
  return Promise.all(
    rows.map(async ({ byCount, ...row }) => {
      if (row.free >= byCount) return row
      const seating = await readSeating(sql, row.roomTypeId, now)
      return {
        ...row,
        free: mostSeats(seating, { checkIn, checkOut, guests: 1 }, row.free, byCount),
      }
    }),
  )
}

const countedRows = (sql: Sql, propertyId: string, checkIn: string, checkOut: string) =>
  sql.rows<CountedRow>(
    `with taken as (
       select distinct n.room_id from room_nights n join rooms r on r.id = n.room_id and r.property_id = $1
       where n.night >= $2::date and n.night < $3::date
     ), fullest as (
       select room_type_id, max(held)::int as held from (
         select r.room_type_id, n.night, count(*) as held from room_nights n
         join rooms r on r.id = n.room_id and r.property_id = $1 and r.retired_at is null
         where n.night >= $2::date and n.night < $3::date group by r.room_type_id, n.night) h group by room_type_id
     ), stock as (
       select r.room_type_id, count(*)::int as rooms, count(*) filter (where k.room_id is null)::int as free
       from rooms r left join taken k on k.room_id = r.id
       where r.property_id = $1 and r.retired_at is null group by r.room_type_id
     )
     select t.id as "roomTypeId", t.code, t.name, t.name_en as "nameEn", t.capacity,
       coalesce(s.rooms, 0) as rooms, coalesce(s.free, 0) as free,
       coalesce(s.rooms - coalesce(f.held, 0), 0) as "byCount"
     from room_types t left join stock s on s.room_type_id = t.id left join fullest f on f.room_type_id = t.id
     where t.property_id = $1 order by t.code`,
    [propertyId, checkIn, checkOut],
  )
