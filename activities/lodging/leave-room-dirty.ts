import { openDepartureCleaning } from '../housekeeping/open-cleaning.ts'
import type { Context } from '../platform/context.ts'
import type { SeatedStay } from './seated-stay.ts'

/** The room a guest moves out of wants cleaning, as after a check-out. Returns the cleaning's id. */
export async function leaveRoomDirty(context: Context, stay: SeatedStay): Promise<string> {
  const id = await openDepartureCleaning(context, { roomId: stay.roomId, stayId: stay.id })
  context.tell('cleaning', id)
  return id
}
