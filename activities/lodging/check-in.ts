import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { lockStay } from './lock-stay.ts'

type Arriving = {
  order_id: string
  member_id: string
  property_id: string
  room_id: string
  status: string
  check_in: string
  check_out: string
  business_date: string
  overdue_at: string
  cancelling: boolean
  cleaning: boolean
  blocked: boolean
}

/**
 * 予約済 → 入室中 (003-25). The room must be clean, open and empty, and its cancellation not already
 * approved; an open request does not hinder the guest: it makes its decision a conflict (decision 16).
 */
export async function checkIn(context: Context, input: { stayId: string }): Promise<void> {
  const { sql, now } = context
  await lockStay(context, input.stayId)
  const stay = await findArriving(context, input.stayId)
  if (stay.status !== 'confirmed' || stay.cancelling) {
    throw new DomainError('state_conflict', { state: stay.cancelling ? 'cancelling' : stay.status })
  }
  if (stay.business_date < stay.check_in)
    throw new DomainError('check_in_too_early', { checkIn: stay.check_in })
  if (stay.business_date >= stay.check_out)
    throw new DomainError('state_conflict', { state: 'no_show' })
  if (stay.cleaning || stay.blocked) {
    throw new DomainError('room_not_ready', { state: stay.cleaning ? 'cleaning' : 'blocked' })
  }
  await sql.run(
    `update order_lines set status = 'in_house', checked_in_at = $2, overdue_at = $3, version = version + 1
     where id = $1 and status = 'confirmed'`,
    [input.stayId, now, stay.overdue_at],
  )
  context.audit({
    verb: 'stay.checked_in',
    subject: { kind: 'stay', id: input.stayId },
    related: [
      { kind: 'order', id: stay.order_id },
      { kind: 'room', id: stay.room_id },
      { kind: 'member', id: stay.member_id },
    ],
    propertyId: stay.property_id,
    before: { status: 'confirmed' },
    after: { status: 'in_house' },
  })
  context.tell('stay', input.stayId)
}

async function findArriving({ sql, now }: Context, stayId: string): Promise<Arriving> {
  const stay = await sql.maybe<Arriving>(
    `select l.order_id, o.member_id, l.property_id, l.room_id, l.status, l.check_in, l.check_out,
       business_date(p, $2) as business_date,
       (l.check_out + p.check_out_by) at time zone p.time_zone + p.departure_grace_minutes * interval '1 minute' as overdue_at,
       exists (select from cancellation_request_lines c join approval_requests a on a.id = c.request_id
         where c.line_id = l.id and c.open and a.status = 'approved') as cancelling,
       exists (select from cleanings c where c.room_id = l.room_id and c.done_at is null) as cleaning,
       exists (select from room_nights n where n.room_id = l.room_id and n.night = business_date(p, $2)
         and n.block_id is not null) as blocked
     from order_lines l join orders o on o.id = l.order_id join properties p on p.id = l.property_id
     where l.id = $1`,
    [stayId, now],
  )
  if (!stay) throw new DomainError('not_found')
  return stay
}
