import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { auditCleaning } from './lock-cleaning.ts'

/** The room should be ready and is not, whether uncleaned or uninspected: a case, once for each deadline. */
export async function raiseCleaningOverrun(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  const cleaning = await sql.maybe<{
    propertyId: string
    roomId: string
    dueAt: string
    state: string
  }>(
    `select property_id as "propertyId", room_id as "roomId", due_at as "dueAt", state from cleanings
     where id = $1 and done_at is null and due_at <= $2 for update`,
    [input.id, now],
  )
  if (!cleaning) return
  const opened = await openCase(context, {
    kind: 'cleaning_overrun',
    subject: { kind: 'cleaning', id: input.id },
    propertyId: cleaning.propertyId,
    cause: `due ${cleaning.dueAt}`,
  })
  if (!opened) return
  auditCleaning(
    context,
    'room.cleaning_overran',
    { ...cleaning, id: input.id },
    { after: { dueAt: cleaning.dueAt, state: cleaning.state } },
  )
}
