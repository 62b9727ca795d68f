import { DomainError } from '../../domain/platform/errors.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { openRequest } from '../approvals/open-request.ts'
import type { Context } from '../platform/context.ts'
import { houseAccount } from '../points/house-accounts.ts'
import { checkOut } from './check-out.ts'
import { lockOrdersAndStays } from './move-stay.ts'
import { type CancellationAnswer, nightsToRetain } from './preview-cancellation.ts'
import { previewEarlyDeparture } from './preview-departure.ts'
import { assertStayAllows, readSeatedStay, type SeatedStay } from './seated-stay.ts'

export type DepartEarly = {
  readonly stayId: string
  readonly reason: string
  /** Of the preview that was on screen. */
  readonly digest: string
}

/**
 * A guest leaves before his day (B-05): his nights are free at once. What the policy gives back asks for
 * approval as a cancellation does; where it gives nothing back, what it keeps is kept now.
 *
 * @returns the approval request's id, or null when nothing comes back
 */
export async function departEarly(
  context: Context,
  input: DepartEarly,
): Promise<{ approvalId: string | null }> {
  const { sql, now } = context
  await sql.run(
    'select lock_wallets(o.member_id) from orders o join order_lines l on l.order_id = o.id where l.id = $1',
    [input.stayId],
  )
  await lockOrdersAndStays(context, [input.stayId], [])
  const stay = await readSeatedStay(context, input.stayId)
  assertStayAllows(stay, 'depart_early')
  const answer = await previewEarlyDeparture(sql, {
    stayId: stay.id,
    leavesAt: now,
    status: 'in_house',
  })
  if (answer.digest !== input.digest) throw new DomainError('digest_mismatch')
  await checkOut(context, { stayId: stay.id })
  const approvalId = answer.needsApproval ? await ask(context, input, stay, answer) : null
  if (approvalId === null) await keep(context, stay, answer)
  await sql.run('update orders set version = version + 1 where id = $1', [stay.orderId])
  context.audit({
    verb: 'stay.departed_early',
    subject: { kind: 'stay', id: stay.id },
    related: [
      { kind: 'order', id: stay.orderId },
      { kind: 'member', id: stay.memberId },
    ],
    propertyId: stay.propertyId,
    before: { checkOut: stay.checkOut },
    after: {
      leavesOn: stay.businessDate,
      fee: answer.preview.fee,
      returned: answer.preview.returned,
      ...(approvalId && { approvalId }),
    },
    reason: input.reason,
  })
  return { approvalId }
}

async function ask(
  context: Context,
  input: DepartEarly,
  stay: SeatedStay,
  { preview, digest }: CancellationAnswer,
): Promise<string> {
  const { sql, now } = context
  const property = await propertyFacts(sql, stay.propertyId, now)
  const id = await openRequest(context, {
    kind: 'cancellation',
    propertyId: stay.propertyId,
    subject: { kind: 'order', id: stay.orderId },
    amount: preview.returned,
    reason: input.reason,
    preview,
    digest,
    beneficiaryId: stay.memberId,
    dueMinutes: property.approvalDueMinutes,
  })
  await sql.run('insert into cancellation_request_lines (request_id, line_id) values ($1, $2)', [
    id,
    stay.id,
  ])
  context.tell('cancellation', id)
  return id
}

async function keep(
  context: Context,
  stay: SeatedStay,
  { preview }: CancellationAnswer,
): Promise<void> {
  const { sql, now, requestId } = context
  const kept = nightsToRetain(preview.stays)
  const advance = await houseAccount(sql, 'advance_received', stay.propertyId)
  const revenue = await houseAccount(sql, 'cancellation_revenue', stay.propertyId)
  await sql.run('update order_lines set fee = $2 where id = $1', [stay.id, preview.fee])
  await sql.run(
    `select ledger_move($1, 'retain_fee', $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], $10)`,
    [
      `retain_fee:departure:${stay.id}`,
      advance,
      revenue,
      now,
      stay.propertyId,
      stay.orderId,
      kept.lines,
      kept.nights,
      kept.amounts,
      requestId,
    ],
  )
}
