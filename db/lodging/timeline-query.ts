import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { LineStatus } from '../../domain/lodging/order-status.ts'
import type { Sql } from '../platform/sql.ts'

/** Consecutive nights of one room with one holder: a stay, or a part of one that changed rooms. */
export type TimelineSpan = {
  readonly roomId: string
  readonly from: LocalDate
  /** The morning after the last night. */
  readonly until: LocalDate
  readonly stay: {
    readonly id: string
    readonly orderId: string
    readonly orderNumber: string
    readonly memberName: string
    readonly checkIn: LocalDate
    readonly checkOut: LocalDate
    readonly guests: number
    readonly status: LineStatus
  } | null
  readonly block: {
    readonly id: string
    readonly kind: 'maintenance' | 'unavailable'
    readonly reason: string
  } | null
}
export type TimelineRoom = {
  readonly id: string
  readonly number: string
  readonly floor: number
  readonly roomTypeId: string
  readonly roomTypeName: string
  readonly roomTypeNameEn: string
}

export const timelineRooms = (sql: Sql, propertyId: string) =>
  sql.rows<TimelineRoom>(
    `select r.id, r.number, r.floor, r.room_type_id as "roomTypeId", t.name as "roomTypeName", t.name_en as "roomTypeNameEn"
     from rooms r join room_types t on t.id = r.room_type_id
     where r.property_id = $1 and r.retired_at is null order by r.floor, r.number, r.id`,
    [propertyId],
  )

/**
 * What holds the rooms of a property in the nights from `from` up to, not including, `until`. Read from
 * the truth about stock itself: nights in a row are told from gaps by what is left of the date when
 * their position in the row is taken away.
 */
export const timelineSpans = (sql: Sql, propertyId: string, from: LocalDate, until: LocalDate) =>
  sql.rows<TimelineSpan>(
    `with held as (
       select n.room_id, n.night, n.line_id, n.block_id,
         n.night - row_number() over (partition by n.room_id, n.line_id, n.block_id order by n.night)::int as run
       from room_nights n join rooms r on r.id = n.room_id
       where r.property_id = $1 and r.retired_at is null and n.night >= $2 and n.night < $3
     ), spans as (
       select room_id, line_id, block_id, min(night) as first, max(night) as last
       from held group by room_id, line_id, block_id, run
     )
     select s.room_id as "roomId", s.first as "from", s.last + 1 as "until",
       case when l.id is not null then jsonb_build_object('id', l.id, 'orderId', l.order_id, 'orderNumber', o.number,
         'memberName', m.name, 'checkIn', l.check_in, 'checkOut', l.check_out, 'guests', l.guests, 'status', l.status) end as stay,
       case when b.id is not null then jsonb_build_object('id', b.id, 'kind', b.kind, 'reason', b.reason) end as block
     from spans s
     left join order_lines l on l.id = s.line_id
     left join orders o on o.id = l.order_id
     left join members m on m.id = o.member_id
     left join room_blocks b on b.id = s.block_id
     order by s.room_id, s.first`,
    [propertyId, from, until],
  )
