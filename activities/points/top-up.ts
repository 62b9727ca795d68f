import { lotExpiry, TOP_UP_MAX, TOP_UP_MIN } from '../../domain/points/lots.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { settlePendingOrders } from '../lodging/settle-pending-orders.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { houseAccount } from './house-accounts.ts'

export type TopUp = {
  readonly memberId: string
  readonly propertyId: string
  readonly amount: number
}

/**
 * Cash at the desk becomes a lot of paid points (003-12); orders that waited for them are paid in the
 * same transaction, oldest first.
 */
export async function topUp(
  context: Context,
  input: TopUp,
): Promise<{ topUpId: string; settledOrderIds: string[] }> {
  const { sql, now } = context
  if (input.amount < TOP_UP_MIN || input.amount > TOP_UP_MAX)
    throw new DomainError('validation_failed')
  const member = await sql.maybe<{ validity_months: number | null }>(
    `select i.point_validity_months as validity_months from members m
     join properties p on p.id = $2 and p.issuer_id = m.issuer_id join issuers i on i.id = m.issuer_id
     where m.id = $1`,
    [input.memberId, input.propertyId],
  )
  if (!member) throw new DomainError('not_found')
  const topUpId = newId()
  const cash = await houseAccount(sql, 'cash', input.propertyId)
  await sql.one(`select points_issue($1, $2, 'paid', $3, $4, $5, $6, $7, 'member', $2, $8)`, [
    `top_up:${topUpId}`,
    input.memberId,
    input.amount,
    lotExpiry(now, member.validity_months),
    cash,
    now,
    input.propertyId,
    context.requestId,
  ])
  context.audit({
    verb: 'top_up.made',
    subject: { kind: 'member', id: input.memberId },
    propertyId: input.propertyId,
    after: { topUpId, amount: input.amount },
  })
  const settledOrderIds = await settlePendingOrders(context, input.memberId)
  for (const id of settledOrderIds) context.tell('order', id)
  return { topUpId, settledOrderIds }
}
