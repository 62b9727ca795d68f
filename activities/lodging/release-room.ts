import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { type OpenBlock, lockBlock } from './lock-block.ts'
import { roomConflict } from './room-refusals.ts'

/** The block of a room that is out of use now, or next, ends: its nights from today on are free. */
export async function releaseRoom(
  context: Context,
  input: { roomId: string; reason: string },
): Promise<void> {
  const { sql, now } = context
  const next = await sql.maybe<{ id: string }>(
    `select b.id from room_blocks b join properties p on p.id = b.property_id
     where b.room_id = $1 and b.released_at is null and b.until_night >= business_date(p, $2)
     order by b.from_night limit 1`,
    [input.roomId, now],
  )
  if (!next) throw await roomConflict(context, input.roomId)
  await releaseBlock(context, { id: next.id, reason: input.reason })
}

/** One block ends by a person's hand, however long it was meant to last. */
export async function releaseBlock(
  context: Context,
  input: { id: string; reason: string },
): Promise<void> {
  const block = await lockBlock(context, input.id)
  if (block.released) throw await roomConflict(context, block.roomId, 'released')
  await endBlock(context, block, input.reason)
}

/**
 * The room is what it was before: 空室 when it is clean, 清掃中 while a cleaning is open. Whether work in
 * it calls for a cleaning is for a person to say.
 */
export async function endBlock(
  context: Context,
  block: OpenBlock,
  reason: string | null,
): Promise<void> {
  const { sql, now } = context
  await sql.run('delete from room_nights where block_id = $1 and night >= $2', [
    block.id,
    block.today,
  ])
  await sql.run('update room_blocks set released_at = $2, version = version + 1 where id = $1', [
    block.id,
    now,
  ])
  await closeCase(context, 'block_ending', { kind: 'room', id: block.roomId })
  context.audit({
    verb: reason === null ? 'room.block_ended' : 'room.released',
    subject: { kind: 'room', id: block.roomId },
    related: [{ kind: 'room_block', id: block.id }],
    propertyId: block.propertyId,
    before: { blockId: block.id, untilNight: block.untilNight },
    reason,
  })
  context.tell('block', block.id)
}
