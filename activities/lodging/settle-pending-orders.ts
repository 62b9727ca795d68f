import { tellOfOrder } from '../messages/tell-guest.ts'
import type { Context } from '../platform/context.ts'
import { houseAccount } from '../points/house-accounts.ts'

type Waiting = {
  id: string
  property_id: string
  lines: string[]
  nights: string[]
  amounts: number[]
  rooms: string[]
}

/**
 * Pays a member's waiting orders from his points, in the order they were placed; none overtakes
 * (decision 20). One past its deadline is left to its expiry: late points stay as balance.
 *
 * @returns the ids of the orders that are paid now; their processes are to be told by the caller
 */
export async function settlePendingOrders(context: Context, memberId: string): Promise<string[]> {
  const { sql, now } = context
  // Wallets before orders, everywhere: so a top-up and an order of one member never deadlock.
  await sql.run('select lock_wallets($1)', [memberId])
  // Locked first and read afterwards: a statement that waits for a lock goes on seeing the lines of before.
  await sql.run(
    'select from orders where member_id = $1 and settled_at is null and pay_by > $2 order by queue for update',
    [memberId, now],
  )
  const queue = await sql.rows<Waiting>(
    `select o.id, o.property_id, array_agg(n.line_id order by l.id, n.night) as lines,
       array_agg(n.night::text order by l.id, n.night) as nights,
       array_agg(n.amount order by l.id, n.night) as amounts, array_agg(distinct l.room_id) as rooms
     from orders o join order_lines l on l.order_id = o.id and l.status = 'pending'
     join line_nights n on n.line_id = l.id
     where o.member_id = $1 and o.settled_at is null and o.pay_by > $2
     group by o.id order by o.queue`,
    [memberId, now],
  )
  const settled: string[] = []
  for (const order of queue) {
    if (!(await payOrder(context, memberId, order))) break
    settled.push(order.id)
  }
  return settled
}

async function payOrder(context: Context, memberId: string, order: Waiting): Promise<boolean> {
  const { sql, now } = context
  const counter = await houseAccount(sql, 'advance_received', order.property_id)
  const { transfer } = await sql.one<{ transfer: string | null }>(
    `select points_spend($1, $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], $10) as transfer`,
    [
      `spend:order:${order.id}`,
      memberId,
      counter,
      now,
      order.property_id,
      order.id,
      order.lines,
      order.nights,
      order.amounts,
      context.requestId,
    ],
  )
  if (transfer === null) return false
  await sql.run(
    `update order_lines set status = 'confirmed', version = version + 1 where order_id = $1 and status = 'pending'`,
    [order.id],
  )
  await sql.run('update orders set settled_at = $2, version = version + 1 where id = $1', [
    order.id,
    now,
  ])
  context.audit({
    verb: 'order.settled',
    subject: { kind: 'order', id: order.id },
    related: [
      { kind: 'member', id: memberId },
      ...order.rooms.map((id) => ({ kind: 'room' as const, id })),
    ],
    propertyId: order.property_id,
    before: { status: 'pending' },
    after: {
      status: 'confirmed',
      transfer,
      total: order.amounts.reduce((sum, amount) => sum + amount, 0),
    },
  })
  await tellOfOrder(context, 'order_confirmed', order.id)
  return true
}
