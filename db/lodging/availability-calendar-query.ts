import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { Sql } from '../platform/sql.ts'

export type TypeStock = {
  readonly roomTypeId: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly capacity: number
  readonly rooms: number
  /** Rooms of a night that somebody has; nights without any are left out. */
  readonly taken: Readonly<Record<LocalDate, { readonly sold: number; readonly blocked: number }>>
}

/** What is taken of each room type, night by night, both ends included: one statement, grouped in the books. */
export const typeStock = (sql: Sql, propertyId: string, from: LocalDate, until: LocalDate) =>
  sql.rows<TypeStock>(
    `with stock as (
       select r.room_type_id, count(*)::int as rooms from rooms r
       where r.property_id = $1 and r.retired_at is null group by 1
     ), taken as (
       select r.room_type_id, n.night, count(n.line_id)::int as sold, count(n.block_id)::int as blocked
       from room_nights n join rooms r on r.id = n.room_id
       where r.property_id = $1 and r.retired_at is null and n.night between $2 and $3 group by 1, 2
     ), nights as (
       select k.room_type_id, jsonb_object_agg(k.night, jsonb_build_object('sold', k.sold, 'blocked', k.blocked)) as nights
       from taken k group by 1
     )
     select t.id as "roomTypeId", t.code, t.name, t.name_en as "nameEn", t.capacity,
       coalesce(s.rooms, 0) as rooms, coalesce(n.nights, '{}') as taken
     from room_types t left join stock s on s.room_type_id = t.id left join nights n on n.room_type_id = t.id
     where t.property_id = $1 order by t.code`,
    [propertyId, from, until],
  )
