import { DomainError } from '../../domain/platform/errors.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { lockPendingRequest, type Seen } from './lock-request.ts'
import { REQUEST_KINDS } from './request-kinds.ts'

export type DecideRequest = Seen & {
  readonly decision: 'approve' | 'reject'
  /** Required for a rejection. */
  readonly reason: string | null
}

/**
 * A manager's decision is a fact: who, when, why, on what (decision 17). Approving holds only for what is
 * still true; the database refuses requester, beneficiary and the person acted for. The process is told
 * and acts.
 */
export async function decideRequest(context: Context, input: DecideRequest): Promise<void> {
  const { sql, now, actor } = context
  if (actor.kind !== 'staff') throw new DomainError('forbidden')
  if (input.decision === 'reject' && !input.reason) throw new DomainError('validation_failed')
  const request = await lockPendingRequest(context, input)
  const kind = REQUEST_KINDS[request.kind]
  await sql.run(
    `insert into approval_decisions (id, request_id, requester_id, beneficiary_id, acted_for_id, decision, decider_id,
       decider_member_id, reason, digest, decided_at)
     select $1, r.id, r.requester_id, r.beneficiary_id, r.acted_for_id, $3, $4, $4, $5, $6, $7
     from approval_requests r where r.id = $2`,
    [newId(), request.id, input.decision, actor.id, input.reason, input.digest, now],
  )
  if (input.decision === 'approve' && (await kind.digestNow(context, request)) !== input.digest) {
    throw new DomainError('digest_mismatch')
  }
  const status = input.decision === 'approve' ? 'approved' : 'rejected'
  await sql.run(
    'update approval_requests set status = $2, decided_at = $3, version = version + 1 where id = $1',
    [request.id, status, now],
  )
  if (input.decision === 'reject') {
    await kind.release(context, request)
    await kind.tellRejected(context, request)
    await closeCase(context, 'overdue_request', { kind: 'approval', id: request.id })
  }
  context.audit({
    verb: `approval.${status}`,
    subject: { kind: 'approval', id: request.id },
    related: [
      { kind: request.subjectKind, id: request.subjectId },
      { kind: 'member', id: request.beneficiaryId },
    ],
    propertyId: request.propertyId,
    before: { status: 'pending' },
    after: { status, digest: input.digest },
    reason: input.reason,
  })
  context.tell(kind.process, request.id)
}
