import type { Context } from '../platform/context.ts'
import { auditCleaning, lockRoom } from './lock-cleaning.ts'
import { openCleaning } from './open-cleaning.ts'

/**
 * The desk wants a room cleaned beside what departures bring: of a guest who lives in it, or of an empty
 * room, which then is 清掃中 until it is done. One that is being cleaned already is refused by the books.
 */
export async function requestCleaning(
  context: Context,
  input: { roomId: string; note: string | null },
): Promise<{ cleaningId: string }> {
  const { roomId, note } = input
  const { propertyId } = await lockRoom(context, roomId)
  const inside = await context.sql.maybe<{ id: string }>(
    "select id from order_lines where room_id = $1 and status = 'in_house'",
    [roomId],
  )
  const kind = inside ? 'stayover' : 'extra'
  const lineId = inside?.id ?? null
  const cleaningId = await openCleaning(context, { roomId, kind, lineId, note })
  const cleaning = { id: cleaningId, propertyId, roomId }
  auditCleaning(context, 'room.cleaning_requested', cleaning, { after: { kind, note } })
  context.tell('cleaning', cleaningId)
  return { cleaningId }
}
