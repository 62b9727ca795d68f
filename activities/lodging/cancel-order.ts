import type { CancellationReason } from '../../domain/lodging/cancellation-reason.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { openRequest } from '../approvals/open-request.ts'
import { tellOfCancellation } from '../messages/tell-guest.ts'
import type { Context } from '../platform/context.ts'
import { type CancellationAnswer, previewCancellation } from './preview-cancellation.ts'
import { recordCancelledLines } from './record-cancelled-lines.ts'
import { settlePendingOrders } from './settle-pending-orders.ts'

export type CancelOrder = {
  readonly orderId: string
  /** One room, several or all. */
  readonly stayIds: readonly string[]
  readonly reason: string
  /** Its kind, when somebody said it: what the house counts. */
  readonly reasonCode?: CancellationReason | null
  /** Of the preview that was on screen. */
  readonly digest: string
}

/**
 * Cancels rooms of an order (003-22, 003-24). What still waits for payment is cancelled at once; what
 * is paid asks for approval and keeps its rooms until a manager has decided.
 *
 * @returns the approval request's id, or null when nothing needs approval
 */
export async function cancelOrder(
  context: Context,
  input: CancelOrder,
): Promise<{ approvalId: string | null }> {
  const { sql, now } = context
  const order = await sql.maybe<{ member_id: string; property_id: string }>(
    'select o.member_id, o.property_id, lock_wallets(o.member_id) from orders o where o.id = $1',
    [input.orderId],
  )
  if (!order) throw new DomainError('not_found')
  await sql.run('select from orders where id = $1 for update', [input.orderId])
  const answer = await previewCancellation(sql, { ...input, requestedAt: now, lock: true })
  if (answer.digest !== input.digest) throw new DomainError('digest_mismatch')
  if (!answer.needsApproval) {
    await cancelPending(context, input, order, answer)
    return { approvalId: null }
  }
  return { approvalId: await requestCancellation(context, input, order, answer) }
}

type OrderRow = { member_id: string; property_id: string }

async function cancelPending(
  context: Context,
  input: CancelOrder,
  order: OrderRow,
  { preview }: CancellationAnswer,
): Promise<void> {
  const { sql } = context
  const rooms = await sql.rows<{ room_id: string }>(
    `update order_lines set status = 'cancelled', version = version + 1
     where order_id = $1 and id = any($2::uuid[]) and status = 'pending' returning room_id`,
    [input.orderId, input.stayIds],
  )
  await sql.run('delete from room_nights where line_id = any($1::uuid[])', [input.stayIds])
  await recordCancelledLines(context, {
    propertyId: order.property_id,
    reasonCode: input.reasonCode ?? null,
    requestId: null,
    stays: preview.stays,
  })
  await sql.run('update orders set version = version + 1 where id = $1', [input.orderId])
  context.audit({
    verb: 'order.cancelled',
    subject: { kind: 'order', id: input.orderId },
    related: [
      { kind: 'member', id: order.member_id },
      ...rooms.map((row) => ({ kind: 'room' as const, id: row.room_id })),
    ],
    propertyId: order.property_id,
    before: { status: 'pending' },
    after: { status: 'cancelled', stays: input.stayIds, reasonCode: input.reasonCode ?? null },
    reason: input.reason,
  })
  await tellOfCancellation(context, 'order_cancelled', {
    orderId: input.orderId,
    stayIds: input.stayIds,
    // No room is cancelled twice: the first names the event.
    about: input.stayIds.toSorted()[0] ?? input.orderId,
    fee: 0,
    returned: 0,
  })
  context.tell('order', input.orderId)
  // What is left of the order may be affordable now.
  for (const id of await settlePendingOrders(context, order.member_id)) context.tell('order', id)
}

async function requestCancellation(
  context: Context,
  input: CancelOrder,
  order: OrderRow,
  { preview, digest }: CancellationAnswer,
): Promise<string> {
  const { sql, now } = context
  const property = await propertyFacts(sql, order.property_id, now)
  const id = await openRequest(context, {
    kind: 'cancellation',
    propertyId: order.property_id,
    subject: { kind: 'order', id: input.orderId },
    amount: preview.returned,
    reason: input.reason,
    reasonCode: input.reasonCode ?? null,
    preview,
    digest,
    beneficiaryId: order.member_id,
    dueMinutes: property.approvalDueMinutes,
  })
  await sql.run(
    'insert into cancellation_request_lines (request_id, line_id) select $1, unnest($2::uuid[])',
    [id, preview.stays.map((stay) => stay.stayId)],
  )
  await tellOfCancellation(context, 'cancellation_requested', {
    orderId: input.orderId,
    stayIds: preview.stays.map((stay) => stay.stayId),
    about: id,
    fee: preview.fee,
    returned: preview.returned,
  })
  context.tell('cancellation', id)
  return id
}
