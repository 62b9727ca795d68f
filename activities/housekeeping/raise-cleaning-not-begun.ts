import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { auditCleaning } from './lock-cleaning.ts'

/** Nobody has begun in time: a case, once for each deadline. */
export async function raiseCleaningNotBegun(
  context: Context,
  input: { id: string },
): Promise<void> {
  const { sql, now } = context
  const cleaning = await sql.maybe<{ propertyId: string; roomId: string; beginBy: string }>(
    `select property_id as "propertyId", room_id as "roomId", begin_by as "beginBy" from cleanings
     where id = $1 and state = 'waiting' and begin_by <= $2 for update`,
    [input.id, now],
  )
  if (!cleaning) return
  const opened = await openCase(context, {
    kind: 'cleaning_not_begun',
    subject: { kind: 'cleaning', id: input.id },
    propertyId: cleaning.propertyId,
    cause: `to begin by ${cleaning.beginBy}`,
  })
  if (!opened) return
  auditCleaning(
    context,
    'room.cleaning_not_begun',
    { ...cleaning, id: input.id },
    { after: { beginBy: cleaning.beginBy } },
  )
}
