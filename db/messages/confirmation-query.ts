import type { CancellationPolicy } from '../../domain/lodging/cancellation-policy.ts'
import { findOrder, type OrderRow } from '../lodging/order-queries.ts'
import type { Sql } from '../platform/sql.ts'

export type ConfirmationFacts = {
  readonly order: OrderRow
  readonly timeZone: string
  readonly checkInFrom: string
  readonly checkOutBy: string
  /** The first room's: one order is sold under one policy. */
  readonly policy: CancellationPolicy
}

/** What a confirmation says besides the order itself. Null: no such order. */
export async function findConfirmation(
  sql: Sql,
  orderId: string,
): Promise<ConfirmationFacts | null> {
  const order = await findOrder(sql, orderId)
  if (!order) return null
  const facts = await sql.one<Omit<ConfirmationFacts, 'order'>>(
    `select p.time_zone as "timeZone", to_char(p.check_in_from, 'HH24:MI') as "checkInFrom",
       to_char(p.check_out_by, 'HH24:MI') as "checkOutBy",
       (select l.policy from order_lines l where l.order_id = $2 order by l.check_in, l.id limit 1) as policy
     from properties p where p.id = $1`,
    [order.propertyId, orderId],
  )
  return { order, ...facts }
}
