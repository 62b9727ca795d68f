import type { RequestStatus } from '../../domain/approvals/request-status.ts'
import type { CancellationReason } from '../../domain/lodging/cancellation-reason.ts'
import type { CancellationPreview } from '../../domain/lodging/cancellation-preview.ts'
import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type ApprovalRow = {
  id: string
  kind: 'cancellation'
  status: RequestStatus
  propertyId: string
  issuerId: string
  amount: number
  requestedAt: string
  dueAt: string
  decidedAt: string | null
  settledAt: string | null
  requesterId: string
  requesterName: string
  beneficiaryId: string
  beneficiaryName: string
  actedForId: string
  reason: string
  reasonCode: CancellationReason | null
  subjectKind: 'order'
  subjectId: string
  subjectLabel: string
  preview: CancellationPreview
  digest: string
  decisions: {
    decision: 'approve' | 'reject'
    deciderId: string
    deciderName: string
    reason: string | null
    decidedAt: string
  }[]
  version: number
}

const SELECT = `q.id, q.kind, q.status, q.property_id as "propertyId", p.issuer_id as "issuerId", q.amount,
  q.requested_at as "requestedAt", q.due_at as "dueAt", q.decided_at as "decidedAt", q.settled_at as "settledAt",
  q.requester_id as "requesterId", coalesce(rs.display_name, rm.name, rt.name) as "requesterName",
  q.beneficiary_id as "beneficiaryId", bm.name as "beneficiaryName", q.acted_for_id as "actedForId", q.reason, q.reason_code as "reasonCode",
  q.subject_kind as "subjectKind", q.subject_id as "subjectId", o.number as "subjectLabel", q.preview, q.digest,
  coalesce((select jsonb_agg(jsonb_build_object('decision', d.decision, 'deciderId', d.decider_id, 'deciderName', s.display_name,
     'reason', d.reason, 'decidedAt', rfc3339(d.decided_at)) order by d.decided_at)
   from approval_decisions d join staff s on s.id = d.decider_id where d.request_id = q.id), '[]') as decisions, q.version`
const FROM = `approval_requests q join properties p on p.id = q.property_id join orders o on o.id = q.subject_id
  left join staff rs on rs.id = q.requester_id left join members rm on rm.id = q.requester_id
  left join api_tokens rt on rt.id = q.requester_id left join members bm on bm.id = q.beneficiary_id`

export const APPROVAL_SORTS = ['dueAt', 'requestedAt', 'amount'] as const

export type ApprovalFilter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds?: readonly string[] | undefined
  readonly memberId?: string | undefined
  readonly status?: readonly RequestStatus[] | undefined
  readonly kind?: string | undefined
}

export function listApprovals(sql: Sql, filter: ApprovalFilter, wish: PageWish) {
  const where = new Conditions()
    .when(filter.ids, 'q.id = any(?::uuid[])')
    .when(filter.propertyIds, 'q.property_id = any(?::uuid[])')
    .when(filter.memberId, 'q.beneficiary_id = ?::uuid')
    .when(filter.status, 'q.status = any(?::text[])')
    .when(filter.kind, 'q.kind = ?')
  const sorts = { dueAt: 'q.due_at', requestedAt: 'q.requested_at', amount: 'q.amount' }
  return listPage<ApprovalRow>(sql, { select: SELECT, from: FROM, where, sorts, key: 'q.id' }, wish)
}

export const findApproval = (sql: Sql, id: string) =>
  sql.maybe<ApprovalRow>(`select ${SELECT} from ${FROM} where q.id = $1`, [id])
