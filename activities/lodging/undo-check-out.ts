import { mayReopen } from '../../domain/lodging/stay-corrections.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { concerned, type CorrectableStay, correctableStay } from './correctable-stay.ts'
import { assertRoomFree } from './room-in-the-way.ts'
import { withdrawCleaning } from './withdraw-cleaning.ts'

/**
 * 清掃中 → 入室中: the guest had not left. The room's nights are his again if nobody has taken them since,
 * and its cleaning is withdrawn.
 *
 * @throws DomainError room_taken with who has the room, room_not_ready for a block, state_conflict,
 *   correction_too_late
 */
export async function undoCheckOut(
  context: Context,
  input: { stayId: string; reason: string },
): Promise<void> {
  const { sql, now } = context
  const stay = await correctableStay(context, input.stayId)
  if (stay.status !== 'departed') throw new DomainError('state_conflict', { state: stay.status })
  if (!mayReopen({ checkOut: stay.check_out, businessDate: stay.business_date }))
    throw new DomainError('state_conflict', { state: 'stay over' })
  await assertRoomIsFree(context, input.stayId, stay)
  await sql.run(
    `insert into room_nights (room_id, night, line_id)
     select $2, d::date, $1 from generate_series($3::date, $4::date - 1, interval '1 day') d
     where not exists (select from room_nights n where n.line_id = $1 and n.night = d::date) order by d`,
    [input.stayId, stay.room_id, stay.check_in, stay.check_out],
  )
  const cleaningId = await withdrawCleaning(context, input.stayId)
  await sql.run(
    `update order_lines set status = 'in_house', checked_out_at = null, recorded_at = $2, reopened_at = $2,
       version = version + 1 where id = $1 and status = 'departed'`,
    [input.stayId, now],
  )
  context.audit({
    verb: 'stay.check_out_undone',
    subject: { kind: 'stay', id: input.stayId },
    related: concerned(stay),
    propertyId: stay.property_id,
    before: { status: 'departed', checkedOutAt: stay.checked_out_at },
    after: { status: 'in_house', checkedOutAt: null, withdrawnCleaningId: cleaningId },
    reason: input.reason,
  })
  context.tell('stay', input.stayId)
}

/** Nobody inside, and nobody who took one of the freed nights. Orders are named by their number, not by a name. */
async function assertRoomIsFree(
  context: Context,
  stayId: string,
  stay: CorrectableStay,
): Promise<void> {
  const inside = await context.sql.maybe<{ holder: string }>(
    `select o.number as holder from order_lines l join orders o on o.id = l.order_id
     where l.room_id = $1 and l.status = 'in_house'`,
    [stay.room_id],
  )
  if (inside) throw new DomainError('room_taken', { room: stay.room_number, ...inside })
  const { fromNight } = await context.sql.one<{ fromNight: string }>(
    `select coalesce(max(night) + 1, $2::date) as "fromNight" from room_nights where line_id = $1`,
    [stayId, stay.check_in],
  )
  const wanted = { roomId: stay.room_id, fromNight, checkOut: stay.check_out }
  await assertRoomFree(context, wanted, [stayId])
}
