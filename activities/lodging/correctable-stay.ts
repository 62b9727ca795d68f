import type { LineStatus } from '../../domain/lodging/order-status.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { mayDo } from '../../domain/platform/permissions.ts'
import type { Context, Subject } from '../platform/context.ts'
import { lockStay } from './lock-stay.ts'

export type CorrectableStay = {
  order_id: string
  issuer_id: string
  member_id: string
  property_id: string
  room_id: string
  room_type_id: string
  room_number: string
  status: LineStatus
  check_in: string
  check_out: string
  placed_at: string
  checked_in_at: string | null
  checked_out_at: string | null
  business_date: string
  minutes: number
  recent: boolean
  /** A night of it has become revenue: the day it was slept in is closed. */
  earned: boolean
}

/**
 * A stay whose past is to be put right, held until the end. The manager may at any time, the front while
 * its own stroke is fresh (a setting of the property).
 *
 * @throws DomainError not_found, correction_too_late
 */
export async function correctableStay(context: Context, stayId: string): Promise<CorrectableStay> {
  const { sql, now, actor } = context
  await sql.run(
    'select lock_room_types(array(select room_type_id from order_lines where id = $1))',
    [stayId],
  )
  await lockStay(context, stayId)
  const stay = await sql.maybe<CorrectableStay>(
    `select l.order_id, o.issuer_id, o.member_id, l.property_id, l.room_id, l.room_type_id, r.number as room_number,
       l.status, l.check_in, l.check_out, o.placed_at, l.checked_in_at, l.checked_out_at,
       business_date(p, $2) as business_date, p.desk_correction_minutes as minutes,
       coalesce(l.recorded_at + p.desk_correction_minutes * interval '1 minute' >= $2, false) as recent,
       exists (select from recognised_nights n where n.line_id = l.id) as earned
     from order_lines l join orders o on o.id = l.order_id join properties p on p.id = l.property_id
     join rooms r on r.id = l.room_id where l.id = $1`,
    [stayId, now],
  )
  if (!stay) throw new DomainError('not_found')
  const belonging = {
    issuerId: stay.issuer_id,
    propertyId: stay.property_id,
    memberId: stay.member_id,
  }
  if (!stay.recent && !mayDo(actor, 'stay.correct', belonging))
    throw new DomainError('correction_too_late', { minutes: stay.minutes })
  return stay
}

/** Which screens show a corrected stay. */
export const concerned = (stay: CorrectableStay): readonly Subject[] => [
  { kind: 'order', id: stay.order_id },
  { kind: 'room', id: stay.room_id },
  { kind: 'member', id: stay.member_id },
]
