import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'

/** A block is about to end: the house is told in time to extend it, or to sell the room again. Once. */
export async function warnBlockEnding(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  const block = await sql.maybe<{ propertyId: string; roomId: string; untilNight: string }>(
    `update room_blocks set warned_at = $2
     where id = $1 and released_at is null and warned_at is null and warn_at <= $2
     returning property_id as "propertyId", room_id as "roomId", until_night as "untilNight"`,
    [input.id, now],
  )
  if (!block) return
  await openCase(context, {
    kind: 'block_ending',
    subject: { kind: 'room', id: block.roomId },
    propertyId: block.propertyId,
    cause: `last night ${block.untilNight}`,
  })
  context.audit({
    verb: 'room.block_ending',
    subject: { kind: 'room', id: block.roomId },
    related: [{ kind: 'room_block', id: input.id }],
    propertyId: block.propertyId,
    after: { blockId: input.id, untilNight: block.untilNight },
  })
}
