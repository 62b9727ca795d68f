import type { Sql } from '../platform/sql.ts'

export type MoveOptionRow = {
  roomId: string
  roomNumber: string
  floor: number
  roomTypeId: string
  roomTypeName: string
  roomTypeNameEn: string
  sameType: boolean
  capacity: number
  /** Nobody holds it on the nights to come. */
  free: boolean
  /** Being cleaned, or a guest is still inside: no room to move to tonight. */
  ready: boolean
  /** Who holds it: the first order in the way, or null (free, or out of use). */
  orderNumber: string | null
  /** The one stay in the way, if it may be traded with. */
  swapStayId: string | null
}

/** Every other room of the property as a place for this stay, from its first night to come on. */
export const moveOptions = (sql: Sql, stayId: string) =>
  sql.rows<MoveOptionRow>(
    `with stay as (
       select l.id, l.property_id, l.room_id, l.guests, l.check_out, o.room_type_id,
         greatest(l.check_in, business_date(p, house_now())) as from_night
       from order_lines l join rooms o on o.id = l.room_id join properties p on p.id = l.property_id where l.id = $1
     ), held as (
       select n.room_id, min(ord.number) as order_number, count(*) filter (where n.block_id is not null) as blocks,
         count(distinct n.line_id) as stays, (array_agg(n.line_id) filter (where n.line_id is not null))[1] as line_id
       from stay s join rooms r on r.property_id = s.property_id join room_nights n on n.room_id = r.id
         and n.night >= s.from_night and n.night < s.check_out and n.line_id is distinct from s.id
       left join order_lines l on l.id = n.line_id left join orders ord on ord.id = l.order_id group by n.room_id
     )
     select r.id as "roomId", r.number as "roomNumber", r.floor, t.id as "roomTypeId", t.name as "roomTypeName",
       t.name_en as "roomTypeNameEn", t.id = s.room_type_id as "sameType", room_capacity(r, t.capacity) as capacity, h.room_id is null as free,
       not exists (select from cleanings c where c.room_id = r.id and c.done_at is null)
         and not exists (select from order_lines i where i.room_id = r.id and i.status = 'in_house') as ready,
       h.order_number as "orderNumber",
       (select l.id from order_lines l where l.id = h.line_id and h.stays = 1 and h.blocks = 0 and not l.pinned
          and l.status in ('pending', 'confirmed', 'in_house')
          and not exists (select from cancellation_request_lines c where c.line_id = l.id and c.open)) as "swapStayId"
     from stay s join rooms r on r.property_id = s.property_id and r.id <> s.room_id and r.retired_at is null
     join room_types t on t.id = r.room_type_id and room_capacity(r, t.capacity) >= s.guests left join held h on h.room_id = r.id
     order by (t.id = s.room_type_id) desc, (h.room_id is null) desc, r.floor, r.number`,
    [stayId],
  )
