import { LockMode } from '@mikro-orm/core'
import { DomainError } from '../../domain/platform/errors.ts'
import { Room } from '../../db/lodging/room.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

export type NewRoom = {
  readonly propertyId: string
  readonly roomTypeId: string
  readonly number: string
  readonly floor: number
}
export type RoomChanges = Partial<Pick<NewRoom, 'number' | 'floor'>>

const shown = ({ number, floor, roomTypeId }: Room) => ({ number, floor, roomTypeId })

/** A room joins the property's dwelling and can be sold from then on. */
export async function createRoom(context: Context, input: NewRoom): Promise<{ roomId: string }> {
  const place = await context.sql.maybe<{ dwelling_id: string }>(
    `select d.id as dwelling_id from room_types t join dwellings d on d.property_id = t.property_id
     where t.id = $1 and t.property_id = $2 order by d.id limit 1`,
    [input.roomTypeId, input.propertyId],
  )
  if (!place) throw new DomainError('not_found')
  const room = context.em.create(Room, { id: newId(), ...input, dwellingId: place.dwelling_id })
  await context.em.flush()
  context.audit({
    verb: 'room.created',
    subject: { kind: 'room', id: room.id },
    propertyId: input.propertyId,
    after: shown(room),
  })
  return { roomId: room.id }
}

export async function editRoom(
  context: Context,
  input: { readonly id: string; readonly version: number; readonly changes: RoomChanges },
): Promise<void> {
  const room = await context.em.findOne(Room, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!room) throw new DomainError('not_found')
  if (room.version !== input.version) throw new DomainError('version_mismatch')
  const before = shown(room)
  context.em.assign(room, input.changes)
  await context.em.flush()
  context.audit({
    verb: 'room.edited',
    subject: { kind: 'room', id: room.id },
    propertyId: room.propertyId,
    before,
    after: shown(room),
  })
}
