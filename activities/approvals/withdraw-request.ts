import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { lockPendingRequest, type Seen } from './lock-request.ts'
import { REQUEST_KINDS } from './request-kinds.ts'

/** Whoever asked thinks better of it, before anybody has decided. */
export async function withdrawRequest(
  context: Context,
  input: Seen & { reason: string },
): Promise<void> {
  const { sql, now } = context
  const request = await lockPendingRequest(context, input)
  const kind = REQUEST_KINDS[request.kind]
  await sql.run(
    `update approval_requests set status = 'withdrawn', decided_at = $2, version = version + 1 where id = $1`,
    [request.id, now],
  )
  await kind.release(context, request)
  await closeCase(context, 'overdue_request', { kind: 'approval', id: request.id })
  context.audit({
    verb: 'approval.withdrawn',
    subject: { kind: 'approval', id: request.id },
    related: [
      { kind: request.subjectKind, id: request.subjectId },
      { kind: 'member', id: request.beneficiaryId },
    ],
    propertyId: request.propertyId,
    before: { status: 'pending' },
    after: { status: 'withdrawn' },
    reason: input.reason,
  })
  context.tell(kind.process, request.id)
}
