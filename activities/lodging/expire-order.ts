import { tellOfOrder } from '../messages/tell-guest.ts'
import type { Context } from '../platform/context.ts'
import { settlePendingOrders } from './settle-pending-orders.ts'

/**
 * The deadline of a pending order has passed: its rooms are free again. A conditional change, so that
 * points arriving in the same moment win or lose as a whole. The member's next order may be affordable
 * then: it no longer stands behind this one.
 */
export async function expireOrder(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  // Wallets first, as in every verb that moves a member's points.
  await sql.run('select lock_wallets(member_id) from orders where id = $1', [input.id])
  const order = await sql.maybe<{ member_id: string; property_id: string }>(
    'select member_id, property_id from orders where id = $1 and settled_at is null and pay_by <= $2 for update',
    [input.id, now],
  )
  if (!order) return
  const lines = await sql.rows<{ id: string; room_id: string }>(
    `update order_lines set status = 'expired', version = version + 1
     where order_id = $1 and status = 'pending' returning id, room_id`,
    [input.id],
  )
  if (lines.length === 0) return
  await sql.run('delete from room_nights where line_id = any($1::uuid[])', [
    lines.map((line) => line.id),
  ])
  await sql.run('update orders set version = version + 1 where id = $1', [input.id])
  context.audit({
    verb: 'order.expired',
    subject: { kind: 'order', id: input.id },
    related: [
      { kind: 'member', id: order.member_id },
      ...lines.map((line) => ({ kind: 'room' as const, id: line.room_id })),
    ],
    propertyId: order.property_id,
    before: { status: 'pending' },
    after: { status: 'expired' },
  })
  await tellOfOrder(context, 'order_expired', input.id)
  for (const id of await settlePendingOrders(context, order.member_id)) context.tell('order', id)
}
