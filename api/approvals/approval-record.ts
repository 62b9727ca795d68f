import { Type } from 'typebox'
import { REQUEST_STATUSES } from '../../domain/approvals/request-status.ts'
import { type RequestAction, requestActions } from '../../domain/approvals/request-actions.ts'
import { CANCELLATION_REASONS } from '../../domain/lodging/cancellation-reason.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { type Action, mayDo } from '../../domain/platform/permissions.ts'
import type { ApprovalRow } from '../../db/approvals/approval-queries.ts'
import { CancellationPreviewRecord, Digest } from '../lodging/cancellation-record.ts'
import {
  type Answer,
  Actions,
  Id,
  Moment,
  OrNull,
  Points,
  Shape,
  Version,
} from '../platform/schemas.ts'

export const Approval = Shape(
  {
    id: Id,
    kind: Type.Enum(['cancellation']),
    status: Type.Enum([...REQUEST_STATUSES]),
    propertyId: Id,
    amount: Points,
    requestedAt: Moment,
    dueAt: Moment,
    decidedAt: OrNull(Moment),
    settledAt: OrNull(Moment),
    requesterName: Type.String(),
    beneficiaryName: Type.String(),
    beneficiaryMemberId: Id,
    reason: Type.String(),
    reasonCode: OrNull(Type.Enum([...CANCELLATION_REASONS])),
    subject: Shape({ kind: Type.Enum(['order']), id: Id, label: Type.String() }),
    preview: CancellationPreviewRecord,
    digest: Digest,
    decisions: Type.Array(
      Shape({
        decision: Type.Enum(['approve', 'reject']),
        deciderName: Type.String(),
        reason: OrNull(Type.String()),
        decidedAt: Moment,
      }),
    ),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Approval' },
)

const PERMISSION_OF: Readonly<Record<RequestAction, Action>> = {
  approve: 'approval.decide',
  reject: 'approval.decide',
  withdraw: 'approval.withdraw',
}

export function approvalRecord(actor: Actor, row: ApprovalRow): Answer<typeof Approval> {
  const { issuerId, requesterId, actedForId, beneficiaryId, ...asked } = row
  const { subjectKind, subjectId, subjectLabel, decisions, ...shown } = asked
  const belonging = { issuerId, propertyId: row.propertyId, memberId: beneficiaryId }
  return {
    ...shown,
    beneficiaryMemberId: beneficiaryId,
    subject: { kind: subjectKind, id: subjectId, label: subjectLabel },
    decisions: decisions.map(({ deciderId, ...decision }) => decision),
    allowedActions: requestActions(actor, row).filter((action) =>
      mayDo(actor, PERMISSION_OF[action], belonging),
    ),
  }
}
