import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { type Action, mayDo, propertiesFor } from '../../domain/platform/permissions.ts'
import { findRoom, listRooms, ROOM_SORTS, type RoomRow } from '../../db/lodging/room-queries.ts'
import { blockRoom } from '../../activities/lodging/block-room.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { releaseRoom } from '../../activities/lodging/release-room.ts'
import { createRoom, editRoom } from '../../activities/lodging/rooms.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from '../platform/found.ts'
import { belongingOf, byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  Actions,
  Id,
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  LocalDate,
  Nothing,
  Reason,
  Shape,
  Text,
  Version,
} from '../platform/schemas.ts'

const RoomNumber = Text(20)
const Floor = Type.Integer({ minimum: -5, maximum: 100 })
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
    capacity: Type.Integer(),
    retired: Type.Boolean(),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Room' },
)

const VERBS = { edit: 'room.edit', block: 'room.block' } as const satisfies Record<string, Action>

function roomRecord(actor: Actor, { issuerId, ...room }: RoomRow) {
  const belonging = { issuerId, propertyId: room.propertyId, memberId: null }
  return {
    ...room,
    allowedActions: Object.entries(VERBS).flatMap(([verb, action]) =>
      mayDo(actor, action, belonging) ? [verb] : [],
    ),
  }
}

async function answerRoom(context: Context, id: string) {
  const row = found(await findRoom(context.sql, id))
  return roomRecord(context.actor, row)
}

const listRoomsRoute = query({
  method: 'get',
  path: '/v1/rooms',
  operationId: 'listRooms',
  tag: 'lodging',
  permission: 'room.read',
  summary: 'Rooms',
  query: listQuery(ROOM_SORTS, {
    ...IdsFilter,
    propertyId: Type.Optional(Id),
    roomTypeId: Type.Optional(Id),
    retired: Type.Optional(Type.Boolean()),
  }),
  output: listOf(Room),
  async handle({ sql, actor }, { query: wish }) {
    const mine = propertiesFor(actor, 'room.read')
    const propertyIds = wish.propertyId ? mine.filter((id) => id === wish.propertyId) : mine
    const page = await listRooms(sql, { ...wish, propertyIds }, wish)
    return { ...page, data: page.data.map((row) => roomRecord(actor, row)) }
  },
})

const getRoomRoute = query({
  method: 'get',
  path: '/v1/rooms/{id}',
  operationId: 'getRoom',
  tag: 'lodging',
  permission: 'room.read',
  summary: 'One room',
  params: IdParams,
  subject: byId('room'),
  output: Room,
  async handle({ sql, actor }, { params }) {
    const row = found(await findRoom(sql, params.id))
    return roomRecord(actor, row)
  },
})

const createRoomRoute = command({
  method: 'post',
  path: '/v1/rooms',
  operationId: 'createRoom',
  tag: 'lodging',
  permission: 'room.edit',
  status: 201,
  summary: 'A new room',
  body: Shape({ propertyId: Id, roomTypeId: Id, number: RoomNumber, floor: Floor }),
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  output: Room,
  problems: ['already_exists'],
  handle: async (context, { body }) =>
    answerRoom(context, (await createRoom(context, body)).roomId),
})

const editRoomRoute = command({
  method: 'patch',
  path: '/v1/rooms/{id}',
  operationId: 'editRoom',
  tag: 'lodging',
  permission: 'room.edit',
  ifMatch: true,
  summary: 'Changes a room',
  params: IdParams,
  body: Shape(
    { number: Type.Optional(RoomNumber), floor: Type.Optional(Floor) },
    { minProperties: 1 },
  ),
  subject: byId('room'),
  output: Room,
  problems: ['already_exists', 'version_mismatch'],
  async handle(context, { params, body, version }) {
    await editRoom(context, { id: params.id, version, changes: body })
    return answerRoom(context, params.id)
  },
})

const finishCleaningRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/finish-cleaning',
  operationId: 'finishCleaning',
  tag: 'lodging',
  permission: 'room.finish_cleaning',
  summary: 'The room is clean: 清掃中 → 空室',
  params: IdParams,
  body: Nothing,
  subject: byId('room'),
  output: Room,
  problems: ['state_conflict'],
  async handle(context, { params }) {
    await finishCleaning(context, { roomId: params.id })
    return answerRoom(context, params.id)
  },
})

const blockRoomRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/block',
  operationId: 'blockRoom',
  tag: 'lodging',
  permission: 'room.block',
  summary: 'Takes the room out of use: メンテナンス中 or 利用不可',
  params: IdParams,
  subject: byId('room'),
  output: Room,
  body: Shape({
    kind: Type.Enum(['maintenance', 'unavailable']),
    fromNight: LocalDate,
    untilNight: LocalDate,
    reason: Reason,
  }),
  problems: ['dates_impossible', 'room_not_available'],
  async handle(context, { params, body }) {
    await blockRoom(context, { roomId: params.id, ...body })
    return answerRoom(context, params.id)
  },
})

const releaseRoomRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/release',
  operationId: 'releaseRoom',
  tag: 'lodging',
  permission: 'room.block',
  summary: 'Ends the block of a room',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('room'),
  output: Room,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await releaseRoom(context, { roomId: params.id, ...body })
    return answerRoom(context, params.id)
  },
})

export const roomRoutes = [
  listRoomsRoute,
  getRoomRoute,
  createRoomRoute,
  editRoomRoute,
  finishCleaningRoute,
  blockRoomRoute,
  releaseRoomRoute,
]
