import type { RoomFacts } from '../../domain/lodging/room-status.ts'
import type { LineStatus } from '../../domain/lodging/order-status.ts'
import type { Sql } from '../platform/sql.ts'

export type BoardStay = {
  id: string
  orderId: string
  orderNumber: string
  memberName: string
  checkIn: string
  checkOut: string
  guests: number
  status: LineStatus
  cancelling: boolean
}
export type BoardRow = RoomFacts & {
  id: string
  number: string
  floor: number
  roomTypeId: string
  roomTypeName: string
  roomTypeNameEn: string
  stay: BoardStay | null
  arrival: BoardStay | null
  cleaningTask: { id: string; startedAt: string; dueAt: string; toInspect: boolean } | null
  blockRecord: {
    id: string
    kind: 'maintenance' | 'unavailable'
    reason: string
    fromNight: string
    untilNight: string
  } | null
}

const STAY = (
  line: string,
) => `jsonb_build_object('id', ${line}.id, 'orderId', ${line}.order_id, 'orderNumber', o.number,
  'memberName', m.name, 'checkIn', ${line}.check_in, 'checkOut', ${line}.check_out, 'guests', ${line}.guests, 'status', ${line}.status,
  'cancelling', exists (select from cancellation_request_lines c join approval_requests a on a.id = c.request_id
    where c.line_id = ${line}.id and c.open and a.status = 'approved'))`

/**
 * Every room of a property with its three axes: for today as it stands, for another date by what is sold
 * and blocked (who is inside then nobody knows).
 */
export const boardRows = (sql: Sql, propertyId: string, date: string, isToday: boolean) =>
  sql.rows<BoardRow>(
    `select r.id, r.number, r.floor, r.room_type_id as "roomTypeId", t.name as "roomTypeName", t.name_en as "roomTypeNameEn",
       inside.stay is not null as occupied, blocked.record ->> 'kind' as block, clean.task is not null as cleaning,
       coming.stay is not null as reserved, inside.stay, coming.stay as arrival,
       clean.task as "cleaningTask", blocked.record as "blockRecord"
     from rooms r join room_types t on t.id = r.room_type_id
     left join room_nights n on n.room_id = r.id and n.night = $2
     left join lateral (select ${STAY('l')} as stay from order_lines l join orders o on o.id = l.order_id
       join members m on m.id = o.member_id where $3 and l.room_id = r.id and l.status = 'in_house') inside on true
     left join lateral (select ${STAY('l')} as stay from order_lines l join orders o on o.id = l.order_id
       join members m on m.id = o.member_id where l.id = n.line_id and (not $3 or l.status in ('pending', 'confirmed'))) coming on true
     left join lateral (select jsonb_build_object('id', c.id, 'startedAt', rfc3339(c.started_at), 'dueAt', rfc3339(c.due_at),
         'toInspect', c.state = 'to_inspect') as task
       from cleanings c where $3 and c.room_id = r.id and c.done_at is null) clean on true
     left join lateral (select jsonb_build_object('id', b.id, 'kind', b.kind, 'reason', b.reason,
       'fromNight', b.from_night, 'untilNight', b.until_night) as record
       from room_blocks b where b.id = n.block_id) blocked on true
     where r.property_id = $1 and r.retired_at is null order by r.floor, r.number`,
    [propertyId, date, isToday],
  )
