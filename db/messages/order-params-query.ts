import type { OrderParams } from '../../domain/messages/order-params.ts'
import type { Sql } from '../platform/sql.ts'

export type OrderForLetter = {
  readonly memberId: string
  readonly propertyId: string
  readonly params: OrderParams
}

/**
 * What letters about an order say of it, in one statement.
 *
 * @param lineIds only these rooms; null: all that are not given up
 */
export const orderForLetter = (sql: Sql, orderId: string, lineIds: readonly string[] | null) =>
  sql.one<OrderForLetter>(
    `select o.member_id as "memberId", o.property_id as "propertyId", jsonb_build_object(
       'number', o.number, 'timeZone', p.time_zone, 'payBy', rfc3339(o.pay_by),
       'checkInFrom', to_char(p.check_in_from, 'HH24:MI'), 'checkOutBy', to_char(p.check_out_by, 'HH24:MI'),
       'checkIn', r.check_in, 'checkOut', r.check_out, 'total', r.total, 'rooms', r.rooms) as params
     from orders o join properties p on p.id = o.property_id cross join lateral (
       select min(l.check_in) as check_in, max(l.check_out) as check_out, coalesce(sum(l.amount), 0) as total,
         coalesce(jsonb_agg(jsonb_build_object('type', t.name, 'typeEn', t.name_en, 'number', m.number, 'checkIn', l.check_in,
           'checkOut', l.check_out, 'guests', l.guests, 'amount', l.amount) order by l.check_in, m.number, l.id), '[]') as rooms
       from order_lines l join room_types t on t.id = l.room_type_id join rooms m on m.id = l.room_id
       where l.order_id = o.id
         and case when $2::uuid[] is null then l.status <> 'cancelled' else l.id = any($2::uuid[]) end) r
     where o.id = $1`,
    [orderId, lineIds],
  )
