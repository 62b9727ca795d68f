import type { Context } from '../platform/context.ts'
import { lockBlock } from './lock-block.ts'
import { endBlock } from './release-room.ts'

/** The last night of a block is over: the room comes back by itself. */
export async function endBlockInTime(context: Context, input: { id: string }): Promise<void> {
  const block = await lockBlock(context, input.id)
  if (block.released || block.untilNight >= block.today) return
  await endBlock(context, block, null)
}
