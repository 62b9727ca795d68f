import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import type { SeatedStay } from './seated-stay.ts'

/** The room a guest moves out of wants cleaning, as after a check-out. Returns the cleaning's id. */
export async function leaveRoomDirty(context: Context, stay: SeatedStay): Promise<string> {
  const id = newId()
  await context.sql.run(
    `insert into cleanings (id, property_id, room_id, line_id, started_at, due_at)
     select $1, p.id, $2, $3, $4::timestamptz, $4::timestamptz + p.cleaning_minutes * interval '1 minute'
     from properties p where p.id = $5`,
    [id, stay.roomId, stay.id, context.now, stay.propertyId],
  )
  context.tell('cleaning', id)
  return id
}
