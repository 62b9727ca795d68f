import { LockMode } from '@mikro-orm/core'
import { DomainError } from '../../domain/platform/errors.ts'
import { RoomType } from '../../db/lodging/room-type.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

export type NewRoomType = {
  readonly propertyId: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly capacity: number
}
export type RoomTypeChanges = Partial<Pick<NewRoomType, 'name' | 'nameEn' | 'capacity'>>

const shown = ({ code, name, nameEn, capacity }: RoomType) => ({ code, name, nameEn, capacity })

export async function createRoomType(
  context: Context,
  input: NewRoomType,
): Promise<{ roomTypeId: string }> {
  const type = context.em.create(RoomType, { id: newId(), ...input })
  await context.em.flush()
  context.audit({
    verb: 'room_type.created',
    subject: { kind: 'room_type', id: type.id },
    propertyId: input.propertyId,
    after: shown(type),
  })
  return { roomTypeId: type.id }
}

/** What is sold keeps its terms; a smaller capacity holds for new orders. */
export async function editRoomType(
  context: Context,
  input: { readonly id: string; readonly version: number; readonly changes: RoomTypeChanges },
): Promise<void> {
  const type = await context.em.findOne(RoomType, input.id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  })
  if (!type) throw new DomainError('not_found')
  if (type.version !== input.version) throw new DomainError('version_mismatch')
  const before = shown(type)
  context.em.assign(type, input.changes)
  await context.em.flush()
  context.audit({
    verb: 'room_type.edited',
    subject: { kind: 'room_type', id: type.id },
    propertyId: type.propertyId,
    before,
    after: shown(type),
  })
}
