import type { Licence } from '../../domain/lodging/guest-register.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/** Everything that decides whether a guest may go in now. */
export type Arriving = {
  id: string
  order_id: string
  member_id: string
  property_id: string
  room_id: string
  room_number: string
  status: string
  check_in: string
  check_out: string
  guests: number
  capacity: number
  licence: Licence
  placed_at: string
  business_date: string
  /** The date of the property at the time that is to be recorded. */
  recorded_date: string
  overdue_at: string
  cancelling: boolean
  cleaning: boolean
  blocked: boolean
}

export const findArriving = (
  { sql, now }: Context,
  stayIds: readonly string[],
  at: Date,
): Promise<Arriving[]> =>
  sql.rows<Arriving>(
    `select l.id, l.order_id, o.member_id, l.property_id, l.room_id, r.number as room_number, l.status, l.check_in,
       l.check_out, l.guests, t.capacity, d.licence, o.placed_at,
       business_date(p, $2) as business_date, business_date(p, $3) as recorded_date,
       (l.check_out + p.check_out_by) at time zone p.time_zone + p.departure_grace_minutes * interval '1 minute' as overdue_at,
       exists (select from cancellation_request_lines c join approval_requests a on a.id = c.request_id
         where c.line_id = l.id and c.open and a.status = 'approved') as cancelling,
       exists (select from cleanings c where c.room_id = l.room_id and c.done_at is null) as cleaning,
       exists (select from room_nights n where n.room_id = l.room_id and n.night = business_date(p, $2)
         and n.block_id is not null) as blocked
     from order_lines l join orders o on o.id = l.order_id join properties p on p.id = l.property_id
     join rooms r on r.id = l.room_id join room_types t on t.id = r.room_type_id join dwellings d on d.id = r.dwelling_id
     where l.id = any($1::uuid[]) order by l.id`,
    [stayIds, now, at],
  )

/**
 * Why the guest cannot go in, or null. The room must be clean and open, and its cancellation not already
 * approved; an open request does not hinder the guest: it makes its decision a conflict (decision 16).
 */
export function refusalOfArrival(stay: Arriving): DomainError | null {
  if (stay.status !== 'confirmed' || stay.cancelling)
    return new DomainError('state_conflict', {
      state: stay.cancelling ? 'cancelling' : stay.status,
    })
  if (stay.business_date < stay.check_in)
    return new DomainError('check_in_too_early', { checkIn: stay.check_in })
  if (stay.business_date >= stay.check_out)
    return new DomainError('state_conflict', { state: 'no_show' })
  if (stay.cleaning || stay.blocked)
    return new DomainError('room_not_ready', { state: stay.cleaning ? 'cleaning' : 'blocked' })
  return null
}
