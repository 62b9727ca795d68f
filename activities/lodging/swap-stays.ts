import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { giveRooms } from './give-rooms.ts'
import { leaveDirty, lockOrdersAndStays } from './move-stay.ts'
import { assertRoomFree, assertRoomReady } from './room-in-the-way.ts'
import {
  assertStayAllows,
  firstMovableNight,
  readSeatedStays,
  type SeatedStay,
} from './seated-stay.ts'

export type SwapStays = {
  readonly stayId: string
  readonly withStayId: string
  readonly reason: string | null
}

/**
 * Two stays trade their rooms. They share at least a night; what each stays longer must be free in the room
 * it gets, so nobody moves twice. A guest who is in the house goes to a room that is ready.
 *
 * @throws DomainError room_taken naming the order, room_not_ready, capacity_exceeded, state_conflict
 */
export async function swapStays(context: Context, input: SwapStays): Promise<void> {
  const { sql } = context
  if (input.stayId === input.withStayId) throw notTogether()
  const ids = [input.stayId, input.withStayId]
  await sql.run(
    `select lock_room_types(array(select r.room_type_id from order_lines l join rooms r on r.id = l.room_id
       where l.id = any($1::uuid[])))`,
    [ids],
  )
  await lockOrdersAndStays(context, ids, [])
  const [one, other] = (await readSeatedStays(context, ids)) as [SeatedStay, SeatedStay]
  for (const stay of [one, other]) assertStayAllows(stay, 'move')
  await assertTradable(context, one, other, input.reason)
  const changes = [changeOf(one, other), changeOf(other, one)]
  for (const change of changes) await assertRoomFree(context, change, ids)
  for (const [stay, target] of [
    [one, other],
    [other, one],
  ] as const) {
    if (stay.status === 'in_house') await assertRoomReady(context, target.roomId)
  }
  await giveRooms(context, changes)
  for (const stay of [one, other]) if (stay.status === 'in_house') await leaveDirty(context, stay)
  await sql.run('update orders set version = version + 1 where id = any($1::uuid[])', [
    [one.orderId, other.orderId],
  ])
  for (const [stay, target] of [
    [one, other],
    [other, one],
  ] as const) {
    context.audit({
      verb: 'stay.swapped',
      subject: { kind: 'stay', id: stay.id },
      related: [
        { kind: 'order', id: stay.orderId },
        { kind: 'room', id: stay.roomId },
        { kind: 'room', id: target.roomId },
      ],
      propertyId: stay.propertyId,
      before: { roomId: stay.roomId, room: stay.roomNumber },
      after: { roomId: target.roomId, room: target.roomNumber, withStayId: target.id },
      reason: input.reason,
    })
  }
}

const changeOf = (stay: SeatedStay, target: SeatedStay) => ({
  stayId: stay.id,
  roomId: target.roomId,
  fromNight: firstMovableNight(stay),
  checkOut: stay.checkOut,
})

async function assertTradable(
  { sql }: Context,
  one: SeatedStay,
  other: SeatedStay,
  reason: string | null,
): Promise<void> {
  if (one.propertyId !== other.propertyId) throw new DomainError('not_found')
  const from = [firstMovableNight(one), firstMovableNight(other)].toSorted().at(-1) ?? ''
  const until = [one.checkOut, other.checkOut].toSorted()[0] ?? ''
  if (from >= until || one.roomId === other.roomId) throw notTogether()
  const rooms = await sql.rows<{ id: string; capacity: number }>(
    `select r.id, room_capacity(r, t.capacity) as capacity from rooms r join room_types t on t.id = r.room_type_id
     where r.id = any($1::uuid[])`,
    [[one.roomId, other.roomId]],
  )
  for (const [stay, target] of [
    [one, other],
    [other, one],
  ] as const) {
    const capacity = rooms.find((room) => room.id === target.roomId)?.capacity ?? 0
    if (stay.guests > capacity) throw new DomainError('capacity_exceeded', { capacity })
  }
  if (one.roomTypeId !== other.roomTypeId && !reason) {
    throw new DomainError(
      'validation_failed',
      {},
      { fields: [{ pointer: '/reason', code: 'required', message: 'reason' }] },
    )
  }
}

const notTogether = () => new DomainError('state_conflict', { state: 'not the same nights' })
