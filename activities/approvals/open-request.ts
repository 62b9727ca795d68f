import type { Actor } from '../../domain/platform/actor.ts'
import type { Context, SubjectKind } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

export type OpenRequest = {
  readonly kind: 'cancellation'
  readonly propertyId: string
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  readonly amount: number
  readonly reason: string
  /** Its kind, where the kinds of reasons are counted. */
  readonly reasonCode?: string | null
  readonly preview: object
  readonly digest: string
  /** Who gains by it; also the person acted for when staff ask on a member's behalf. */
  readonly beneficiaryId: string
  readonly dueMinutes: number
}

/** Something needs a second pair of eyes: frozen as it was on screen, with a deadline. Returns its id. */
export async function openRequest(context: Context, input: OpenRequest): Promise<string> {
  const { sql, now, actor } = context
  const id = newId()
  const requester = requesterOf(actor)
  await sql.run(
    `insert into approval_requests (id, kind, property_id, subject_kind, subject_id, amount, reason, preview, digest,
       requester_id, requester_kind, beneficiary_id, acted_for_id, requested_at, due_at, reason_code)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15)`,
    [
      id,
      input.kind,
      input.propertyId,
      input.subject.kind,
      input.subject.id,
      input.amount,
      input.reason,
      JSON.stringify(input.preview),
      input.digest,
      requester.id,
      requester.kind,
      input.beneficiaryId,
      now,
      new Date(now.getTime() + input.dueMinutes * 60_000),
      input.reasonCode ?? null,
    ],
  )
  context.audit({
    verb: 'approval.requested',
    subject: { kind: 'approval', id },
    related: [input.subject, { kind: 'member', id: input.beneficiaryId }],
    propertyId: input.propertyId,
    after: {
      kind: input.kind,
      amount: input.amount,
      digest: input.digest,
      reasonCode: input.reasonCode ?? null,
    },
    reason: input.reason,
  })
  return id
}

function requesterOf(actor: Actor): { id: string; kind: 'staff' | 'member' | 'token' } {
  if (actor.kind === 'system') throw new Error('the house itself asks for nothing')
  return { id: actor.id, kind: actor.kind }
}
