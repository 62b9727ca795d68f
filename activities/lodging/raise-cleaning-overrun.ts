import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'

/** A cleaning takes longer than it should: a case, once. */
export async function raiseCleaningOverrun(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  const cleaning = await sql.maybe<{ property_id: string; room_id: string; due_at: string }>(
    'select property_id, room_id, due_at from cleanings where id = $1 and done_at is null and due_at <= $2 for update',
    [input.id, now],
  )
  if (!cleaning) return
  const opened = await openCase(context, {
    kind: 'cleaning_overrun',
    subject: { kind: 'cleaning', id: input.id },
    propertyId: cleaning.property_id,
    cause: `due ${cleaning.due_at}`,
  })
  if (!opened) return
  context.audit({
    verb: 'room.cleaning_overran',
    subject: { kind: 'room', id: cleaning.room_id },
    propertyId: cleaning.property_id,
    after: { cleaningId: input.id, dueAt: cleaning.due_at },
  })
}
