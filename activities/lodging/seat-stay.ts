import type { CancellationPolicy } from '../../domain/lodging/cancellation-policy.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { type AgreedNight, sumOf } from '../../domain/lodging/price.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { reseat } from './reseat.ts'

export type SeatRequest = {
  readonly orderId: string
  readonly propertyId: string
  readonly roomTypeId: string
  readonly checkIn: LocalDate
  readonly checkOut: LocalDate
  readonly count: number
  readonly guestsPerRoom: number
  readonly nights: readonly AgreedNight[]
  readonly policy: CancellationPolicy
}
export type SeatedLine = { readonly id: string; readonly roomId: string }

/**
 * Gives a stay its rooms: lines, their agreed nights and the nights of the rooms in one statement, in
 * date order. Where it fits by count only, others of its type are re-seated for it. The primary key of
 * room_nights has the last word.
 *
 * @throws DomainError room_not_available; seats_fixed where pins or blocks keep the free nights apart
 */
export async function seatStay(context: Context, seat: SeatRequest): Promise<SeatedLine[]> {
  const { sql } = context
  const { rooms: free } = await sql.one<{ rooms: string[] | null }>(
    'select pick_rooms($1, $2, $3, $4, $5) as rooms',
    [seat.roomTypeId, seat.checkIn, seat.checkOut, seat.count, seat.guestsPerRoom],
  )
  const rooms = free ?? (await reseat(context, { ...seat, guests: seat.guestsPerRoom }))
  const lines = rooms.map((roomId) => ({ id: newId(), roomId }))
  await sql.run(
    `with line as (
       insert into order_lines (id, order_id, property_id, room_type_id, room_id, check_in, check_out, guests, status, amount, policy)
       select l.id, $3, $4, $5, l.room_id, $6, $7, $8, 'pending', $9, $10 from unnest($1::uuid[], $2::uuid[]) l(id, room_id)
       returning id, room_id
     ), agreed as (
       insert into line_nights (line_id, night, amount, discount, rule, discount_rule)
       select line.id, n.night, n.amount, n.discount, n.rule, n."discountRule"
       from line cross join jsonb_to_recordset($12::jsonb) n(night date, amount int, discount int, rule jsonb, "discountRule" jsonb)
     )
     insert into room_nights (room_id, night, line_id)
     select line.room_id, n.night, line.id from line cross join unnest($11::date[]) n(night) order by line.room_id, n.night`,
    [
      lines.map((line) => line.id),
      lines.map((line) => line.roomId),
      seat.orderId,
      seat.propertyId,
      seat.roomTypeId,
      seat.checkIn,
      seat.checkOut,
      seat.guestsPerRoom,
      sumOf(seat.nights),
      JSON.stringify(seat.policy),
      seat.nights.map((night) => night.night),
      JSON.stringify(seat.nights),
    ],
  )
  return lines
}
