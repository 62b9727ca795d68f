import { DomainError } from '../../domain/platform/errors.ts'
import { openDepartureCleaning } from '../housekeeping/open-cleaning.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { lockStay } from './lock-stay.ts'

type Departing = {
  order_id: string
  member_id: string
  property_id: string
  room_id: string
  status: string
  business_date: string
}

/** 入室中 → 清掃中 (003-26): the guest has left, what remained of his nights is free, the room wants cleaning. */
export async function checkOut(context: Context, input: { stayId: string }): Promise<void> {
  const { sql, now } = context
  await lockStay(context, input.stayId)
  const stay = await sql.maybe<Departing>(
    `select l.order_id, o.member_id, l.property_id, l.room_id, l.status, business_date(p, $2) as business_date
     from order_lines l join orders o on o.id = l.order_id join properties p on p.id = l.property_id
     where l.id = $1`,
    [input.stayId, now],
  )
  if (!stay) throw new DomainError('not_found')
  if (stay.status !== 'in_house') throw new DomainError('state_conflict', { state: stay.status })
  await sql.run(
    `update order_lines set status = 'departed', checked_out_at = $2, version = version + 1 where id = $1 and status = 'in_house'`,
    [input.stayId, now],
  )
  await sql.run('delete from room_nights where line_id = $1 and night >= $2', [
    input.stayId,
    stay.business_date,
  ])
  const cleaningId = await openDepartureCleaning(context, {
    roomId: stay.room_id,
    stayId: input.stayId,
  })
  await closeCase(context, 'overdue_departure', { kind: 'stay', id: input.stayId })
  context.audit({
    verb: 'stay.checked_out',
    subject: { kind: 'stay', id: input.stayId },
    related: [
      { kind: 'order', id: stay.order_id },
      { kind: 'room', id: stay.room_id },
      { kind: 'member', id: stay.member_id },
    ],
    propertyId: stay.property_id,
    before: { status: 'in_house' },
    after: { status: 'departed', cleaningId },
  })
  context.tell('stay', input.stayId)
  context.tell('cleaning', cleaningId)
}
