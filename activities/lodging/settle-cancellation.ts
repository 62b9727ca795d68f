import type { CancellationPreview } from '../../domain/lodging/cancellation-preview.ts'
import type { CancellationReason } from '../../domain/lodging/cancellation-reason.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { closeCase } from '../platform/cases.ts'
import { tellOfCancellation } from '../messages/tell-guest.ts'
import type { Context } from '../platform/context.ts'
import { houseAccount } from '../points/house-accounts.ts'
import { nightsToRetain, nightsToReturn } from './preview-cancellation.ts'
import { recordCancelledLines } from './record-cancelled-lines.ts'
import { settlePendingOrders } from './settle-pending-orders.ts'

type Approved = {
  property_id: string
  member_id: string
  order_id: string
  reason_code: CancellationReason | null
  preview: CancellationPreview
}

/**
 * An approved cancellation takes effect: points to their lots, the fee to revenue, rooms free; orders that
 * waited for such points are paid. Runs any number of times with one effect; what it frees it re-checks
 * under lock.
 *
 * @throws DomainError state_conflict when a room is no longer cancellable; nothing is returned then
 */
export async function settleCancellation(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  const request = await lockApproved(context, input.id)
  if (!request) return
  const stayIds = request.preview.stays.map((stay) => stay.stayId)
  // A guest who left early has left: his nights are free already, and his stay is no cancelled one.
  const hasLeft = request.preview.leavesOn !== undefined
  const cancelled = await sql.rows<{ room_id: string }>(
    `update order_lines l set status = $4, fee = s.fee, returned = s.returned, version = version + 1
     from unnest($1::uuid[], $2::int[], $3::int[]) s(id, fee, returned)
     where l.id = s.id and l.status = $5 returning l.room_id`,
    [
      stayIds,
      request.preview.stays.map((stay) => stay.fee),
      request.preview.stays.map((stay) => stay.returned),
      hasLeft ? 'departed' : 'cancelled',
      hasLeft ? 'departed' : 'confirmed',
    ],
  )
  if (cancelled.length !== stayIds.length)
    throw new DomainError('state_conflict', { state: 'changed' })
  await post(context, input.id, request)
  if (!hasLeft) await cancelLines(context, input.id, request, stayIds)
  await sql.run('update orders set version = version + 1 where id = $1', [request.order_id])
  await sql.run('update cancellation_request_lines set open = false where request_id = $1', [
    input.id,
  ])
  await sql.run(
    `update approval_requests set status = 'settled', settled_at = $2, version = version + 1 where id = $1`,
    [input.id, now],
  )
  await closeCase(context, 'overdue_request', { kind: 'approval', id: input.id })
  await closeCase(context, 'process_failed', { kind: 'cancellation', id: input.id })
  context.audit({
    verb: 'cancellation.settled',
    subject: { kind: 'approval', id: input.id },
    related: [
      { kind: 'order', id: request.order_id },
      { kind: 'member', id: request.member_id },
      ...cancelled.map((row) => ({ kind: 'room' as const, id: row.room_id })),
    ],
    propertyId: request.property_id,
    before: { status: 'approved' },
    after: {
      status: 'settled',
      stays: stayIds,
      returned: request.preview.returned,
      fee: request.preview.fee,
    },
  })
  for (const id of await settlePendingOrders(context, request.member_id)) context.tell('order', id)
}

async function cancelLines(
  context: Context,
  id: string,
  request: Approved,
  stayIds: string[],
): Promise<void> {
  const { fee, returned, stays } = request.preview
  await context.sql.run('delete from room_nights where line_id = any($1::uuid[])', [stayIds])
  await recordCancelledLines(context, {
    propertyId: request.property_id,
    reasonCode: request.reason_code,
    requestId: id,
    stays,
  })
  const told = { orderId: request.order_id, stayIds, about: id, fee, returned }
  await tellOfCancellation(context, 'cancellation_settled', told)
}

async function lockApproved({ sql }: Context, id: string): Promise<Approved | null> {
  // Wallets before everything else, as in every verb that moves a member's points.
  await sql.run('select lock_wallets(beneficiary_id) from approval_requests where id = $1', [id])
  const request = await sql.maybe<Approved & { status: string }>(
    `select property_id, beneficiary_id as member_id, subject_id as order_id, reason_code, preview, status
     from approval_requests where id = $1 and kind = 'cancellation' for update`,
    [id],
  )
  return request?.status === 'approved' ? request : null
}

async function post(context: Context, id: string, request: Approved): Promise<void> {
  const { sql, now } = context
  const { property_id, member_id, order_id, preview } = request
  const advance = await houseAccount(sql, 'advance_received', property_id)
  const revenue = await houseAccount(sql, 'cancellation_revenue', property_id)
  const back = nightsToReturn(preview.stays)
  await sql.run(
    `select points_return($1, $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], $10)`,
    [
      `return:cancellation:${id}`,
      member_id,
      advance,
      now,
      property_id,
      order_id,
      back.lines,
      back.nights,
      back.amounts,
      context.requestId,
    ],
  )
  const kept = nightsToRetain(preview.stays)
  await sql.run(
    `select ledger_move($1, 'retain_fee', $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], $10)`,
    [
      `retain_fee:cancellation:${id}`,
      advance,
      revenue,
      now,
      property_id,
      order_id,
      kept.lines,
      kept.nights,
      kept.amounts,
      context.requestId,
    ],
  )
}
