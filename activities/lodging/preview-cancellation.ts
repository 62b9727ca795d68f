import {
  type CancellableStay,
  type CancellationPreview,
  previewStay,
  type RefilledLot,
} from '../../domain/lodging/cancellation-preview.ts'
import type { LineStatus } from '../../domain/lodging/order-status.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { digestOf } from '../platform/digest.ts'

export type CancellationQuestion = {
  readonly orderId: string
  readonly stayIds: readonly string[]
  /** The moment the cancellation was asked for decides about its tier, not the moment it is decided. */
  readonly requestedAt: Date
  /** Hold the lines until the transaction ends: for whoever acts on the answer. */
  readonly lock: boolean
}
export type CancellationAnswer = {
  readonly preview: CancellationPreview
  readonly digest: string
  /** False for an order that still waits for payment. */
  readonly needsApproval: boolean
}

type LineRow = CancellableStay & { readonly status: LineStatus; readonly requestedOn: string }

/**
 * "What would it cost?" (B-05) and what is signed and settled: the same code.
 *
 * @throws DomainError not_found for a stay that is not of this order, state_conflict for one that can no
 *   longer be cancelled
 */
export async function previewCancellation(
  sql: Sql,
  question: CancellationQuestion,
): Promise<CancellationAnswer> {
  const lines = await loadLines(sql, question)
  const paid = lines[0]?.status === 'confirmed'
  for (const line of lines) {
    if (line.status !== (paid ? 'confirmed' : 'pending'))
      throw new DomainError('state_conflict', { state: line.status })
  }
  const stays = lines.map((line) => previewStay({ ...line, paid }, line.requestedOn))
  const total = (pick: (stay: (typeof stays)[number]) => number) =>
    stays.reduce((sum, stay) => sum + pick(stay), 0)
  const preview: CancellationPreview = {
    orderId: question.orderId,
    stays,
    lots: await refilledLots(sql, stays),
    paid: total((stay) => stay.paid),
    fee: total((stay) => stay.fee),
    returned: total((stay) => stay.returned),
    policyVersion: lines[0]?.policy.version ?? 0,
  }
  return { preview, digest: digestOf(preview), needsApproval: paid }
}

async function loadLines(sql: Sql, question: CancellationQuestion): Promise<LineRow[]> {
  const wanted = [...new Set(question.stayIds)]
  if (question.lock) {
    await sql.run(
      'select from order_lines where order_id = $1 and id = any($2::uuid[]) order by id for update',
      [question.orderId, wanted],
    )
  }
  const lines = await sql.rows<LineRow>(
    `select l.id, l.status, r.number as "roomNumber", t.name as "roomTypeName", l.check_in as "checkIn",
       l.check_out as "checkOut", l.policy, business_date(p, $3) as "requestedOn",
       (select jsonb_agg(jsonb_build_object('night', n.night, 'amount', n.amount) order by n.night)
        from line_nights n where n.line_id = l.id) as nights
     from order_lines l join rooms r on r.id = l.room_id join room_types t on t.id = l.room_type_id
     join properties p on p.id = l.property_id
     where l.order_id = $1 and l.id = any($2::uuid[]) order by r.number, l.check_in, l.id`,
    [question.orderId, wanted, question.requestedAt],
  )
  if (wanted.length === 0 || lines.length !== wanted.length) throw new DomainError('not_found')
  return lines
}

/** The lots these returns refill, with their old expiry. */
export async function refilledLots(
  sql: Sql,
  stays: CancellationPreview['stays'],
): Promise<RefilledLot[]> {
  const returns = nightsToReturn(stays)
  if (returns.amounts.length === 0) return []
  return sql.rows<RefilledLot>(
    `select l.id as "lotId", l.lot_class as "lotClass", l.expires_at as "expiresAt", sum(r.amount)::bigint as amount
     from plan_return($1::uuid[], $2::date[], $3::bigint[]) r join lots l on l.id = r.lot_id
     group by l.id order by l.expires_at nulls last, l.id`,
    [returns.lines, returns.nights, returns.amounts],
  )
}

/** The room-nights with something to return, as the posting functions take them. */
export function nightsToReturn(stays: CancellationPreview['stays']) {
  return columns(stays, (night) => night.returned)
}

/** The room-nights with something to keep. */
export function nightsToRetain(stays: CancellationPreview['stays']) {
  return columns(stays, (night) => night.fee)
}

type Night = CancellationPreview['stays'][number]['nights'][number]

function columns(stays: CancellationPreview['stays'], amountOf: (night: Night) => number) {
  const rows = stays
    .flatMap((stay) =>
      stay.nights.map((night) => ({
        line: stay.stayId,
        night: night.night,
        amount: amountOf(night),
      })),
    )
    .filter((row) => row.amount > 0)
  return {
    lines: rows.map((row) => row.line),
    nights: rows.map((row) => row.night),
    amounts: rows.map((row) => row.amount),
  }
}
