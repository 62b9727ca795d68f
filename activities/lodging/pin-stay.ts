import type { Context } from '../platform/context.ts'
import { lockStay } from './lock-stay.ts'
import { assertStayAllows, readSeatedStay } from './seated-stay.ts'

export type PinStay = {
  readonly stayId: string
  readonly pinned: boolean
  readonly reason: string | null
}

/** The guest wishes for this very room, or no longer: a pinned stay is not re-seated, and not moved before it is unpinned. */
export async function pinStay(context: Context, input: PinStay): Promise<void> {
  await lockStay(context, input.stayId)
  const stay = await readSeatedStay(context, input.stayId)
  assertStayAllows(stay, input.pinned ? 'pin' : 'unpin')
  await context.sql.run(
    'update order_lines set pinned = $2, version = version + 1 where id = $1 and pinned <> $2',
    [stay.id, input.pinned],
  )
  context.audit({
    verb: input.pinned ? 'stay.pinned' : 'stay.unpinned',
    subject: { kind: 'stay', id: stay.id },
    related: [
      { kind: 'order', id: stay.orderId },
      { kind: 'room', id: stay.roomId },
    ],
    propertyId: stay.propertyId,
    before: { pinned: stay.pinned },
    after: { pinned: input.pinned },
    reason: input.reason,
  })
}
