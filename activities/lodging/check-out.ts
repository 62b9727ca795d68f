import { DomainError } from '../../domain/platform/errors.ts'
import { openDepartureCleaning } from '../housekeeping/open-cleaning.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { refuseGroup } from './check-in.ts'
import { lockStays } from './lock-stay.ts'
import { assertRecordedToday, type RecordedTime, timeToRecord } from './recorded-time.ts'

type Departing = {
  id: string
  order_id: string
  member_id: string
  property_id: string
  room_id: string
  room_number: string
  status: string
  checked_in_at: string | null
  business_date: string
  recorded_date: string
}

/** 入室中 → 清掃中 (003-26): the guest has left, what remained of his nights is free, the room wants cleaning. */
export async function checkOut(
  context: Context,
  input: RecordedTime & { stayId: string },
): Promise<void> {
  const [stay] = await lookAt(context, [input.stayId], input)
  if (!stay) throw new DomainError('not_found')
  const refusal = refusalOfDeparture(stay)
  if (refusal) throw refusal
  await dismiss(context, [stay], input)
}

/** A group leaves at one go: every room of the order with guests in it, or none. */
export async function checkOutOrder(
  context: Context,
  input: RecordedTime & { orderId: string },
): Promise<void> {
  const { sql } = context
  await sql.run('select from orders where id = $1 for no key update', [input.orderId])
  const inside = await sql.rows<{ id: string }>(
    "select id from order_lines where order_id = $1 and status = 'in_house' order by id",
    [input.orderId],
  )
  if (inside.length === 0) throw new DomainError('state_conflict', { state: 'nobody in house' })
  const stays = await lookAt(
    context,
    inside.map((one) => one.id),
    input,
  )
  refuseGroup(stays.map((stay) => ({ room: stay.room_number, refusal: refusalOfDeparture(stay) })))
  await dismiss(context, stays, input)
}

const refusalOfDeparture = ({ status }: Departing) =>
  status === 'in_house' ? null : new DomainError('state_conflict', { state: status })

async function lookAt(context: Context, stayIds: readonly string[], time: RecordedTime) {
  await lockStays(context, stayIds)
  const stays = await context.sql.rows<Departing>(
    `select l.id, l.order_id, o.member_id, l.property_id, l.room_id, r.number as room_number, l.status, l.checked_in_at,
       business_date(p, $2) as business_date, business_date(p, $3) as recorded_date
     from order_lines l join orders o on o.id = l.order_id join properties p on p.id = l.property_id
     join rooms r on r.id = l.room_id where l.id = any($1::uuid[]) order by l.id`,
    [stayIds, context.now, timeToRecord(context, time)],
  )
  for (const stay of stays) {
    if (stay.checked_in_at)
      assertRecordedToday(context, stay, time, new Date(Date.parse(stay.checked_in_at) + 1))
  }
  return stays
}

async function dismiss(
  context: Context,
  stays: readonly Departing[],
  time: RecordedTime,
): Promise<void> {
  const { sql, now } = context
  const at = timeToRecord(context, time)
  const ids = stays.map((stay) => stay.id)
  await sql.run(
    `update order_lines set status = 'departed', checked_out_at = $2, recorded_at = $3, version = version + 1
     where id = any($1::uuid[]) and status = 'in_house'`,
    [ids, at, now],
  )
  await sql.run(
    `delete from room_nights n using unnest($1::uuid[], $2::date[]) t(line_id, today)
     where n.line_id = t.line_id and n.night >= t.today`,
    [ids, stays.map((stay) => stay.business_date)],
  )
  for (const stay of stays) {
    const cleaningId = await openDepartureCleaning(context, {
      roomId: stay.room_id,
      stayId: stay.id,
    })
    await closeCase(context, 'overdue_departure', { kind: 'stay', id: stay.id })
    context.audit({
      verb: 'stay.checked_out',
      subject: { kind: 'stay', id: stay.id },
      related: [
        { kind: 'order', id: stay.order_id },
        { kind: 'room', id: stay.room_id },
        { kind: 'member', id: stay.member_id },
      ],
      propertyId: stay.property_id,
      before: { status: 'in_house' },
      after: { status: 'departed', checkedOutAt: at.toISOString(), cleaningId },
      reason: time.atReason ?? null,
    })
    context.tell('stay', stay.id)
    context.tell('cleaning', cleaningId)
  }
}
