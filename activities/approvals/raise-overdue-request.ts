import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'

/** Nobody decided in time: the request becomes a case, and goes on waiting. Raised once. */
export async function raiseOverdueRequest(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  const request = await sql.maybe<{ property_id: string; due_at: string; subject_id: string }>(
    `update approval_requests set overdue_raised_at = $2
     where id = $1 and status = 'pending' and overdue_raised_at is null and due_at <= $2
     returning property_id, due_at, subject_id`,
    [input.id, now],
  )
  if (!request) return
  await openCase(context, {
    kind: 'overdue_request',
    subject: { kind: 'approval', id: input.id },
    propertyId: request.property_id,
    cause: `due ${request.due_at}`,
  })
  context.audit({
    verb: 'approval.overdue',
    subject: { kind: 'approval', id: input.id },
    related: [{ kind: 'order', id: request.subject_id }],
    propertyId: request.property_id,
    after: { dueAt: request.due_at },
  })
}
