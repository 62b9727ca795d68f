import { DomainError } from '../../domain/platform/errors.ts'
import { openDepartureCleaning } from '../housekeeping/open-cleaning.ts'
import type { Context } from '../platform/context.ts'
import { giveRooms } from './give-rooms.ts'
import { assertRoomFree, assertRoomReady } from './room-in-the-way.ts'
import {
  assertStayAllows,
  firstMovableNight,
  readSeatedStay,
  type SeatedStay,
} from './seated-stay.ts'

export type MoveStay = {
  readonly stayId: string
  readonly roomId: string
  /** Required where the room is of another type: the agreed price stays. */
  readonly reason: string | null
}

/**
 * A stay to another room: of its type, or of another as a free upgrade or downgrade. A guest who is in
 * the house moves from the business date on; the room he leaves wants cleaning.
 *
 * @throws DomainError room_taken naming the order, room_not_ready, capacity_exceeded, state_conflict with
 *   what is possible instead
 */
export async function moveStay(context: Context, input: MoveStay): Promise<void> {
  const { sql } = context
  const target = await lockForMove(context, input)
  const stay = await readSeatedStay(context, input.stayId)
  assertStayAllows(stay, 'move')
  assertFits(stay, target, input)
  const change = {
    stayId: stay.id,
    roomId: input.roomId,
    fromNight: firstMovableNight(stay),
    checkOut: stay.checkOut,
  }
  await assertRoomFree(context, change, [stay.id])
  const inside = stay.status === 'in_house'
  if (inside) await assertRoomReady(context, input.roomId)
  await giveRooms(context, [change])
  const cleaningId = inside ? await leaveDirty(context, stay) : null
  await sql.run('update orders set version = version + 1 where id = $1', [stay.orderId])
  context.audit({
    verb: 'stay.moved',
    subject: { kind: 'stay', id: stay.id },
    related: [
      { kind: 'order', id: stay.orderId },
      { kind: 'room', id: stay.roomId },
      { kind: 'room', id: input.roomId },
    ],
    propertyId: stay.propertyId,
    before: { roomId: stay.roomId, room: stay.roomNumber },
    after: {
      roomId: input.roomId,
      room: target.number,
      fromNight: change.fromNight,
      ...(cleaningId && { cleaningId }),
    },
    reason: input.reason,
  })
}

/** The room a guest moves out of wants cleaning, as after a check-out. Returns the cleaning's id. */
export async function leaveDirty(context: Context, stay: SeatedStay): Promise<string> {
  const id = await openDepartureCleaning(context, { roomId: stay.roomId, stayId: stay.id })
  context.tell('cleaning', id)
  return id
}

type Target = { id: string; number: string; room_type_id: string; capacity: number }

/** Types, then the order, the stay and the rooms (ARCHITECTURE.md); read afterwards. */
async function lockForMove({ sql }: Context, input: MoveStay): Promise<Target> {
  const [target] = await sql.rows<Target>(
    `select r.id, r.number, r.room_type_id, room_capacity(r, t.capacity) as capacity,
       lock_room_types(array[r.room_type_id, o.room_type_id]) from order_lines l join rooms o on o.id = l.room_id
     join rooms r on r.property_id = l.property_id and r.id = $2 and r.retired_at is null
     join room_types t on t.id = r.room_type_id where l.id = $1`,
    [input.stayId, input.roomId],
  )
  if (!target) throw new DomainError('not_found')
  await lockOrdersAndStays({ sql }, [input.stayId], [input.roomId])
  return target
}

/** Orders, stays, rooms, each in order of id; the rooms the stays are in and those they want. */
export async function lockOrdersAndStays(
  { sql }: Pick<Context, 'sql'>,
  stayIds: readonly string[],
  roomIds: readonly string[],
): Promise<void> {
  await sql.run(
    `select from orders where id in (select order_id from order_lines where id = any($1::uuid[])) order by id for no key update`,
    [stayIds],
  )
  await sql.run(
    'select from order_lines where id = any($1::uuid[]) order by id for no key update',
    [stayIds],
  )
  await sql.run(
    `select from rooms where id = any($2::uuid[]) or id in (select room_id from order_lines where id = any($1::uuid[]))
     order by id for no key update`,
    [stayIds, roomIds],
  )
}

function assertFits(stay: SeatedStay, target: Target, input: MoveStay): void {
  if (target.id === stay.roomId) throw new DomainError('state_conflict', { state: target.number })
  if (stay.guests > target.capacity)
    throw new DomainError('capacity_exceeded', { capacity: target.capacity })
  if (target.room_type_id !== stay.roomTypeId && !input.reason) {
    throw new DomainError(
      'validation_failed',
      {},
      { fields: [{ pointer: '/reason', code: 'required', message: 'reason' }] },
    )
  }
}
