import { DomainError } from '../../domain/platform/errors.ts'
import { ordersHolding } from '../../db/lodging/room-facts.ts'
import type { Context } from '../platform/context.ts'
import { roomConflict, roomSold } from './room-refusals.ts'

type RetireRoom = { readonly roomId: string; readonly reason: string }

/** The room is sold no more and leaves board and lists; what happened in it stays. Not while it is sold. */
export async function retireRoom(context: Context, input: RetireRoom): Promise<void> {
  const { sql, now } = context
  const room = await lockRoom(context, input.roomId)
  if (room.retired) throw await roomConflict(context, input.roomId)
  const orders = await ordersHolding(sql, input.roomId, { from: room.today })
  if (orders.length > 0) throw await roomSold(context, input.roomId, orders)
  await sql.run('update rooms set retired_at = $2, version = version + 1 where id = $1', [
    input.roomId,
    now,
  ])
  writeTrail(context, 'room.retired', input, room.propertyId)
}

/** It comes back as it was, and can be sold from now on. */
export async function unretireRoom(context: Context, input: RetireRoom): Promise<void> {
  const room = await lockRoom(context, input.roomId)
  if (!room.retired) throw await roomConflict(context, input.roomId)
  await context.sql.run('update rooms set retired_at = null, version = version + 1 where id = $1', [
    input.roomId,
  ])
  writeTrail(context, 'room.unretired', input, room.propertyId)
}

type Locked = { readonly propertyId: string; readonly today: string; readonly retired: boolean }

/** The type's lock first, as whoever sells its rooms; then what the books say. */
async function lockRoom({ sql, now }: Context, roomId: string): Promise<Locked> {
  await sql.run('select lock_room_types(array[r.room_type_id]) from rooms r where r.id = $1', [
    roomId,
  ])
  const room = await sql.maybe<Locked>(
    `select r.property_id as "propertyId", business_date(p, $2) as today, r.retired_at is not null as retired
     from rooms r join properties p on p.id = r.property_id where r.id = $1 for no key update of r`,
    [roomId, now],
  )
  if (!room) throw new DomainError('not_found')
  return room
}

function writeTrail(context: Context, verb: string, input: RetireRoom, propertyId: string): void {
  context.audit({
    verb,
    subject: { kind: 'room', id: input.roomId },
    propertyId,
    reason: input.reason,
  })
}
