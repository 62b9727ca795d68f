import { Type } from 'typebox'
import { REQUEST_STATUSES } from '../../domain/approvals/request-status.ts'
import { isExcluded } from '../../domain/approvals/request-actions.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { APPROVAL_SORTS, findApproval, listApprovals } from '../../db/approvals/approval-queries.ts'
import { decideRequest } from '../../activities/approvals/decide-request.ts'
import { withdrawRequest } from '../../activities/approvals/withdraw-request.ts'
import type { Context } from '../../activities/platform/context.ts'
import { Digest } from '../lodging/cancellation-record.ts'
import { found } from '../platform/found.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { Id, IdParams, IdsFilter, listOf, listQuery, Reason, Shape } from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'
import { Approval, approvalRecord } from './approval-record.ts'

const listApprovalsRoute = query({
  method: 'get',
  path: '/v1/approvals',
  operationId: 'listApprovals',
  tag: 'approvals',
  permission: 'approval.read',
  summary: 'Requests for approval',
  query: listQuery(APPROVAL_SORTS, {
    ...IdsFilter,
    propertyId: Type.Optional(Id),
    status: Type.Optional(Type.Array(Type.Enum([...REQUEST_STATUSES]))),
    kind: Type.Optional(Type.Enum(['cancellation'])),
  }),
  output: listOf(Approval),
  async handle({ sql, actor }, { query: wish }) {
    const page = await listApprovals(
      sql,
      { ...wish, ...limitedTo(actor, 'approval.read', wish) },
      wish,
    )
    return { ...page, data: page.data.map((row) => approvalRecord(actor, row)) }
  },
})

const getApprovalRoute = query({
  method: 'get',
  path: '/v1/approvals/{id}',
  operationId: 'getApproval',
  tag: 'approvals',
  permission: 'approval.read',
  summary: 'One request, exactly as it was asked',
  params: IdParams,
  subject: byId('approval'),
  output: Approval,
  async handle({ sql, actor }, { params }) {
    const row = found(await findApproval(sql, params.id))
    return approvalRecord(actor, row)
  },
})

async function answerApproval(context: Context, id: string) {
  const row = found(await findApproval(context.sql, id))
  context.concerns(row.beneficiaryId)
  return approvalRecord(context.actor, row)
}

const decision = {
  tag: 'approvals',
  permission: 'approval.decide',
  ifMatch: true,
  method: 'post',
  params: IdParams,
  output: Approval,
  subject: byId('approval'),
  problems: ['state_conflict', 'version_mismatch', 'digest_mismatch', 'self_approval'],
} as const

const approveRoute = command({
  ...decision,
  path: '/v1/approvals/{id}/approve',
  operationId: 'approve',
  summary: 'Approves what was on screen, and nothing else',
  body: Shape({ digest: Digest, reason: Type.Optional(Reason) }),
  async handle(context, { params, body, version }) {
    await decideRequest(context, {
      requestId: params.id,
      version,
      decision: 'approve',
      digest: body.digest,
      reason: body.reason ?? null,
    })
    return answerApproval(context, params.id)
  },
})

const rejectRoute = command({
  ...decision,
  path: '/v1/approvals/{id}/reject',
  operationId: 'reject',
  summary: 'Rejects, with a reason',
  body: Shape({ digest: Digest, reason: Reason }),
  async handle(context, { params, body, version }) {
    await decideRequest(context, { requestId: params.id, version, decision: 'reject', ...body })
    return answerApproval(context, params.id)
  },
})

const withdrawRoute = command({
  ...decision,
  permission: 'approval.withdraw',
  path: '/v1/approvals/{id}/withdraw',
  operationId: 'withdraw',
  summary: 'Whoever asked takes it back before it is decided',
  body: Shape({ digest: Digest, reason: Reason }),
  async handle(context, { params, body, version }) {
    const row = await findApproval(context.sql, params.id)
    if (!row || !isExcluded(context.actor, row)) throw new DomainError('forbidden')
    await withdrawRequest(context, { requestId: params.id, version, ...body })
    return answerApproval(context, params.id)
  },
})

export const approvalRoutes = [
  listApprovalsRoute,
  getApprovalRoute,
  approveRoute,
  rejectRoute,
  withdrawRoute,
]
