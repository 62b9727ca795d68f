import {
  type CancellableStay,
  previewStay,
  type StayCancellation,
} from '../../domain/lodging/cancellation-preview.ts'
import type { Context } from '../platform/context.ts'
import { houseAccount } from '../points/house-accounts.ts'
import { nightsToRetain, nightsToReturn } from './preview-cancellation.ts'
import type { OpenDay } from './roll-day.ts'
import { settlePendingOrders } from './settle-pending-orders.ts'

/**
 * Paid for, expected by the day that ended, and never checked in. An open request suspends it: the manager
 * decides first (decision 16), and the next roll looks again.
 */
const NOT_COME = `l.property_id = $1 and l.status = 'confirmed' and l.check_in <= $2
  and not exists (select from cancellation_request_lines c where c.line_id = l.id and c.open)`

type NotCome = Omit<CancellableStay, 'paid'> & {
  readonly orderId: string
  readonly memberId: string
  readonly roomId: string
}

/**
 * The policy frozen on the stay says what the day of arrival keeps; the rest goes back to its lots at once:
 * nobody asks for it and nobody chooses it, so there is nothing to approve (docs/adr/0007). The nights to
 * come are free; the night that passed stays held.
 *
 * @returns how many
 */
export async function markNoShows(context: Context, day: OpenDay): Promise<number> {
  const stays = await lockNotCome(context, day)
  if (stays.length === 0) return 0
  const { sql } = context
  const settled = stays.map((stay) => ({
    stay,
    outcome: previewStay({ ...stay, paid: true }, stay.checkIn),
  }))
  await sql.run(
    `update order_lines l set status = 'no_show', fee = s.fee, returned = s.returned, version = version + 1
     from unnest($1::uuid[], $2::int[], $3::int[]) s(id, fee, returned) where l.id = s.id`,
    [
      settled.map(({ stay }) => stay.id),
      settled.map(({ outcome }) => outcome.fee),
      settled.map(({ outcome }) => outcome.returned),
    ],
  )
  await sql.run('delete from room_nights where line_id = any($1::uuid[]) and night > $2', [
    stays.map((stay) => stay.id),
    day.day,
  ])
  await sql.run('update orders set version = version + 1 where id = any($1::uuid[])', [
    stays.map((stay) => stay.orderId),
  ])
  await post(context, day, settled)
  for (const { stay, outcome } of settled) record(context, day, stay, outcome)
  const refilled = settled.filter(({ outcome }) => outcome.returned > 0)
  for (const memberId of new Set(refilled.map(({ stay }) => stay.memberId))) {
    for (const id of await settlePendingOrders(context, memberId)) context.tell('order', id)
  }
  return stays.length
}

/** Wallets, orders, lines (ARCHITECTURE.md); read in a statement of its own. */
async function lockNotCome({ sql }: Context, day: OpenDay): Promise<NotCome[]> {
  const values = [day.propertyId, day.day]
  await sql.run(
    `select lock_wallets(m.member_id) from (select distinct o.member_id from order_lines l
       join orders o on o.id = l.order_id where ${NOT_COME} order by o.member_id) m`,
    values,
  )
  await sql.run(
    `select from orders where id in (select l.order_id from order_lines l where ${NOT_COME}) order by id for update`,
    values,
  )
  await sql.run(`select from order_lines l where ${NOT_COME} order by l.id for update`, values)
  return sql.rows<NotCome>(
    `select l.id, l.order_id as "orderId", o.member_id as "memberId", l.room_id as "roomId", r.number as "roomNumber",
       t.name as "roomTypeName", l.check_in as "checkIn", l.check_out as "checkOut", l.policy,
       (select jsonb_agg(jsonb_build_object('night', n.night, 'amount', n.amount) order by n.night)
        from line_nights n where n.line_id = l.id) as nights
     from order_lines l join orders o on o.id = l.order_id join rooms r on r.id = l.room_id
     join room_types t on t.id = l.room_type_id where ${NOT_COME} order by l.id`,
    values,
  )
}

type Settled = { readonly stay: NotCome; readonly outcome: StayCancellation }

/** One statement a posting, whatever the number of stays; each stay has its transfer, under its own key. */
async function post(context: Context, day: OpenDay, settled: readonly Settled[]): Promise<void> {
  const { sql, now, requestId } = context
  const outcomes = settled.map(({ outcome }) => outcome)
  const advance = await houseAccount(sql, 'advance_received', day.propertyId)
  const kept = await houseAccount(sql, 'cancellation_revenue', day.propertyId)
  const byStay = `(select n.line_id, o.id as order_id, o.member_id, array_agg(n.line_id) as lines, array_agg(n.night) as nights,
      array_agg(n.amount) as amounts from unnest($1::uuid[], $2::date[], $3::bigint[]) n(line_id, night, amount)
      join order_lines l on l.id = n.line_id join orders o on o.id = l.order_id
      group by n.line_id, o.id order by o.member_id, n.line_id) s`
  const back = nightsToReturn(outcomes)
  await sql.run(
    `select points_return('return:no_show:' || s.line_id, s.member_id, $4, $5, $6, 'order', s.order_id, s.lines, s.nights,
       s.amounts, $7) from ${byStay}`,
    [back.lines, back.nights, back.amounts, advance, now, day.propertyId, requestId],
  )
  const fees = nightsToRetain(outcomes)
  await sql.run(
    `select ledger_move('retain_fee:no_show:' || s.line_id, 'retain_fee', $4, $8, $5, $6, 'order', s.order_id, s.lines,
       s.nights, s.amounts, $7) from ${byStay}`,
    [fees.lines, fees.nights, fees.amounts, advance, now, day.propertyId, requestId, kept],
  )
}

function record(context: Context, day: OpenDay, stay: NotCome, outcome: StayCancellation): void {
  context.audit({
    verb: 'stay.no_show',
    subject: { kind: 'stay', id: stay.id },
    related: [
      { kind: 'order', id: stay.orderId },
      { kind: 'room', id: stay.roomId },
      { kind: 'member', id: stay.memberId },
    ],
    propertyId: day.propertyId,
    before: { status: 'confirmed' },
    after: { status: 'no_show', fee: outcome.fee, returned: outcome.returned },
  })
}
