import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'

/** A guest has not left by check-out plus grace: a case for the desk, once. */
export async function raiseOverdueDeparture(
  context: Context,
  input: { id: string },
): Promise<void> {
  const { sql, now } = context
  const stay = await sql.maybe<{ property_id: string; overdue_at: string; order_id: string }>(
    `select property_id, overdue_at, order_id from order_lines
     where id = $1 and status = 'in_house' and overdue_at <= $2 for update`,
    [input.id, now],
  )
  if (!stay) return
  const subject = { kind: 'stay', id: input.id } as const
  const opened = await openCase(context, {
    kind: 'overdue_departure',
    subject,
    propertyId: stay.property_id,
    cause: `due ${stay.overdue_at}`,
  })
  if (!opened) return
  context.audit({
    verb: 'stay.overdue',
    subject,
    related: [{ kind: 'order', id: stay.order_id }],
    propertyId: stay.property_id,
    after: { overdueAt: stay.overdue_at },
  })
}
