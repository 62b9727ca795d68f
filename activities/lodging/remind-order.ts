import { tellOfOrder } from '../messages/tell-guest.ts'
import type { Context } from '../platform/context.ts'

/** The one reminder before a pending order is released: recorded once, shown at the desk, written to the guest. */
export async function remindOrder(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  // Locked first: an order paid or cancelled in this moment is not reminded of.
  await sql.run('select from orders where id = $1 for update', [input.id])
  const order = await sql.maybe<{ member_id: string; property_id: string; pay_by: string }>(
    `update orders o set reminded_at = $2, version = version + 1
     where o.id = $1 and o.reminded_at is null and o.remind_at <= $2
       and exists (select from order_lines l where l.order_id = o.id and l.status = 'pending')
     returning member_id, property_id, pay_by`,
    [input.id, now],
  )
  if (!order) return
  context.audit({
    verb: 'order.reminded',
    subject: { kind: 'order', id: input.id },
    related: [{ kind: 'member', id: order.member_id }],
    propertyId: order.property_id,
    after: { payBy: order.pay_by },
  })
  await tellOfOrder(context, 'order_reminded', input.id)
}
