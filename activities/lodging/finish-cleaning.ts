import { completeLocked } from '../housekeeping/complete-cleaning.ts'
import { lockCleaning, lockRoom } from '../housekeeping/lock-cleaning.ts'
import type { Context } from '../platform/context.ts'
import { roomConflict } from './room-refusals.ts'

/** The desk says of a room that it is clean: whatever cleaning is open in it is finished. */
export async function finishCleaning(context: Context, input: { roomId: string }): Promise<void> {
  await lockRoom(context, input.roomId)
  const open = await context.sql.maybe<{ id: string }>(
    'select id from cleanings where room_id = $1 and done_at is null',
    [input.roomId],
  )
  if (!open) throw await roomConflict(context, input.roomId, 'clean')
  await completeLocked(context, await lockCleaning(context, open.id))
}
