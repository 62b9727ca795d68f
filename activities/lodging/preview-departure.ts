import type {
  CancellableStay,
  CancellationPreview,
} from '../../domain/lodging/cancellation-preview.ts'
import { previewDeparture } from '../../domain/lodging/early-departure.ts'
import type { LineStatus } from '../../domain/lodging/order-status.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { digestOf } from '../platform/digest.ts'
import { type CancellationAnswer, refilledLots } from './preview-cancellation.ts'

export type DepartureQuestion = {
  readonly stayId: string
  /** The moment he leaves decides which nights he no longer sleeps. */
  readonly leavesAt: Date
  /** In the house while he asks; departed while a manager decides. */
  readonly status: Extract<LineStatus, 'in_house' | 'departed'>
}

type Leaving = CancellableStay & {
  readonly orderId: string
  readonly status: LineStatus
  readonly leavesOn: string
}

/**
 * "What would it cost to leave today?" (B-05), and what is signed and settled: the same code.
 *
 * @throws DomainError not_found, state_conflict for a guest who is not in the house or leaves on his day
 */
export async function previewEarlyDeparture(
  sql: Sql,
  question: DepartureQuestion,
): Promise<CancellationAnswer> {
  const stay = await sql.maybe<Leaving>(
    `select l.id, l.order_id as "orderId", l.status, r.number as "roomNumber", t.name as "roomTypeName",
       l.check_in as "checkIn", l.check_out as "checkOut", l.policy, business_date(p, $2) as "leavesOn",
       (select jsonb_agg(jsonb_build_object('night', n.night, 'amount', n.amount) order by n.night)
        from line_nights n where n.line_id = l.id) as nights
     from order_lines l join rooms r on r.id = l.room_id join room_types t on t.id = l.room_type_id
     join properties p on p.id = l.property_id where l.id = $1`,
    [question.stayId, question.leavesAt],
  )
  if (!stay) throw new DomainError('not_found')
  if (stay.status !== question.status)
    throw new DomainError('state_conflict', { state: stay.status })
  if (stay.leavesOn >= stay.checkOut) throw new DomainError('state_conflict', { state: 'due' })
  const outcome = previewDeparture(stay, stay.leavesOn)
  const preview: CancellationPreview = {
    orderId: stay.orderId,
    leavesOn: stay.leavesOn,
    stays: [outcome],
    lots: await refilledLots(sql, [outcome]),
    paid: outcome.paid,
    fee: outcome.fee,
    returned: outcome.returned,
    policyVersion: stay.policy.version,
  }
  return { preview, digest: digestOf(preview), needsApproval: outcome.returned > 0 }
}
