import { Type } from 'typebox'
import { permittedRoomActions } from '../../domain/lodging/room-record-actions.ts'
import { ROOM_STATUSES } from '../../domain/lodging/room-status.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { findRoom, type RoomRow } from '../../db/lodging/room-queries.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from '../platform/found.ts'
import { Actions, Id, OrNull, Shape, Version } from '../platform/schemas.ts'

export const Room = Shape(
  {
    id: Id,
    propertyId: Id,
    dwellingId: Id,
    roomTypeId: Id,
    roomTypeName: Type.String(),
    roomTypeNameEn: Type.String(),
    number: Type.String(),
    floor: Type.Integer(),
    areaM2: OrNull(Type.Number({ description: 'Floor area in square metres.' })),
    ownCapacity: OrNull(Type.Integer({ description: "Its own; null: its type's." })),
    capacity: Type.Integer({
      description: "Its own or its type's, and never more than its area allows.",
    }),
    equipment: Type.Array(Type.String(), { description: 'Codes of GET /v1/equipment.' }),
    description: Type.String(),
    pictures: Type.Array(Shape({ id: Id, width: Type.Integer(), height: Type.Integer() }), {
      description: 'In their order; the first is its face. The pictures: GET /v1/pictures/{id}.',
    }),
    status: Type.Enum([...ROOM_STATUSES]),
    retired: Type.Boolean(),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Room' },
)

export function roomRecord(actor: Actor, row: RoomRow) {
  const { issuerId, occupied, cleaning, block, ...room } = row
  const belonging = { issuerId, propertyId: room.propertyId, memberId: null }
  const facts = { occupied, cleaning, blocked: block !== null, retired: room.retired }
  return { ...room, allowedActions: permittedRoomActions(actor, facts, belonging) }
}

export async function answerRoom(context: Context, id: string) {
  const row = found(await findRoom(context.sql, id))
  return roomRecord(context.actor, row)
}
