import type { Context } from '../platform/context.ts'
import { auditCleaning, lockCleaning, movedOn } from './lock-cleaning.ts'

/** Begun by mistake, or left for later: it waits again, for the same person. Its deadlines stay. */
export async function putBackCleaning(
  context: Context,
  input: { cleaningId: string },
): Promise<void> {
  const cleaning = await lockCleaning(context, input.cleaningId)
  const changed = await context.sql.run(
    `update cleanings set begun_at = null, begun_by = null, version = version + 1
     where id = $1 and state = 'begun'`,
    [cleaning.id],
  )
  if (changed === 0) throw movedOn(cleaning, context)
  auditCleaning(context, 'room.cleaning_put_back', cleaning, {
    before: { state: 'begun' },
    after: { state: 'waiting' },
  })
  context.tell('cleaning', cleaning.id)
}
