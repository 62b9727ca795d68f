import type { Licence } from '../../domain/lodging/guest-register.ts'
import type { Sql } from '../platform/sql.ts'

export type ArrivingRoom = { stayId: string; licence: Licence; capacity: number }
export type ArrivingMember = { id: string; name: string; phone: string | null }

/** What a check-in of an order has to know of its rooms, and whom the desk is speaking with. */
export async function arrivalRows(
  sql: Sql,
  orderId: string,
): Promise<{ rooms: ArrivingRoom[]; member: ArrivingMember }> {
  const rooms = await sql.rows<ArrivingRoom>(
    `select l.id as "stayId", d.licence, t.capacity from order_lines l join rooms r on r.id = l.room_id
     join room_types t on t.id = r.room_type_id join dwellings d on d.id = r.dwelling_id
     where l.order_id = $1 order by l.check_in, r.number, l.id`,
    [orderId],
  )
  const member = await sql.one<ArrivingMember>(
    'select m.id, m.name, m.phone from orders o join members m on m.id = o.member_id where o.id = $1',
    [orderId],
  )
  return { rooms, member }
}
