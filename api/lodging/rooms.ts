import { Type } from 'typebox'
import { addDays } from '../../domain/lodging/local-date.ts'
import { ROOM_STATUSES } from '../../domain/lodging/room-status.ts'
import { NIGHTS_MAX } from '../../domain/lodging/stay-dates.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { propertiesFor } from '../../domain/platform/permissions.ts'
import { findRoom, listEquipment, listRooms, ROOM_SORTS } from '../../db/lodging/room-queries.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { retireRoom, unretireRoom } from '../../activities/lodging/retire-room.ts'
import { createRoom, editRoom } from '../../activities/lodging/rooms.ts'
import { found } from '../platform/found.ts'
import { belongingOf, byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  Id,
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  LocalDate,
  Nothing,
  OrNull,
  Reason,
  Shape,
  Text,
  TEXT,
} from '../platform/schemas.ts'
import { answerRoom, Room, roomRecord } from './room-record.ts'

const EQUIPMENT_MAX = 50
const Equipment = Type.Array(Type.String({ pattern: '^[a-z0-9_]{2,30}$' }), {
  maxItems: EQUIPMENT_MAX,
})
const FACTS = {
  number: Text(20),
  floor: Type.Integer({ minimum: -5, maximum: 100 }),
  areaM2: Type.Optional(
    OrNull(Type.Number({ minimum: 3.3, maximum: 9_999, multipleOf: 0.01, examples: [18.5] })),
  ),
  ownCapacity: Type.Optional(OrNull(Type.Integer({ minimum: 1, maximum: 50 }))),
  equipment: Type.Optional(Equipment),
  description: Type.Optional(Text(1_000, 0)),
}

const listRoomsRoute = query({
  method: 'get',
  path: '/v1/rooms',
  operationId: 'listRooms',
  tag: 'lodging',
  permission: 'room.read',
  summary: 'Rooms, by what they are, in which status they are on a day, and whether they are free',
  query: listQuery(ROOM_SORTS, {
    ...IdsFilter,
    propertyId: Type.Optional(Id),
    roomTypeId: Type.Optional(Id),
    retired: Type.Optional(Type.Boolean()),
    q: Type.Optional(Type.String({ maxLength: 20, description: 'Part of the number.' })),
    status: Type.Optional(Type.Array(Type.Enum([...ROOM_STATUSES], TEXT), { maxItems: 6 })),
    date: Type.Optional(
      Type.String({ format: 'date', description: 'The day of the status; without it now.' }),
    ),
    capacityMin: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    floor: Type.Optional(Type.Integer({ minimum: -5, maximum: 100 })),
    equipment: Type.Optional(Equipment),
    freeFrom: Type.Optional(LocalDate),
    freeUntil: Type.Optional(LocalDate),
  }),
  output: listOf(Room),
  problems: ['dates_impossible'],
  async handle({ sql, actor }, { query: wish }) {
    const mine = propertiesFor(actor, 'room.read')
    const propertyIds = wish.propertyId ? mine.filter((id) => id === wish.propertyId) : mine
    const free = freeSpan(wish.freeFrom, wish.freeUntil)
    const page = await listRooms(sql, { ...wish, propertyIds, free }, wish)
    return { ...page, data: page.data.map((row) => roomRecord(actor, row)) }
  },
})

/** From arrival to departure; without a departure one night. */
function freeSpan(from?: string, until?: string) {
  if (from === undefined && until === undefined) return undefined
  if (from === undefined || (until !== undefined && until <= from))
    throw new DomainError('dates_impossible', { nightsMax: NIGHTS_MAX })
  return { from, until: until ?? addDays(from, 1) }
}

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

const listEquipmentRoute = query({
  method: 'get',
  path: '/v1/equipment',
  operationId: 'listEquipment',
  tag: 'lodging',
  permission: 'room.read',
  summary: 'What a room may have',
  output: Shape({
    data: Type.Array(Shape({ code: Type.String(), name: Type.String(), nameEn: Type.String() })),
  }),
  handle: async ({ sql }) => ({ data: await listEquipment(sql) }),
})

const createRoomRoute = command({
  method: 'post',
  path: '/v1/rooms',
  operationId: 'createRoom',
  tag: 'lodging',
  permission: 'room.edit',
  status: 201,
  summary: 'A new room',
  body: Shape({ propertyId: Id, roomTypeId: Id, ...FACTS }),
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  output: Room,
  problems: ['already_exists', 'capacity_beyond_area'],
  async handle(context, { body: { ownCapacity = null, ...room } }) {
    const { roomId } = await createRoom(context, { ...room, capacity: ownCapacity })
    return answerRoom(context, roomId)
  },
})

const editRoomRoute = command({
  method: 'patch',
  path: '/v1/rooms/{id}',
  operationId: 'editRoom',
  tag: 'lodging',
  permission: 'room.edit',
  ifMatch: true,
  summary: 'Changes a room; while it is sold neither its type nor its capacity below the party',
  params: IdParams,
  body: Shape(
    {
      ...FACTS,
      roomTypeId: Type.Optional(Id),
      number: Type.Optional(FACTS.number),
      floor: Type.Optional(FACTS.floor),
    },
    { minProperties: 1 },
  ),
  subject: byId('room'),
  output: Room,
  problems: ['already_exists', 'version_mismatch', 'capacity_beyond_area', 'room_sold'],
  async handle(context, { params, body: { ownCapacity, ...rest }, version }) {
    const changes = ownCapacity === undefined ? rest : { ...rest, capacity: ownCapacity }
    await editRoom(context, { id: params.id, version, changes })
    return answerRoom(context, params.id)
  },
})

const retireRoomRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/retire',
  operationId: 'retireRoom',
  tag: 'lodging',
  permission: 'room.edit',
  summary: 'Sold no more and off the board; refused while it is sold',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('room'),
  output: Room,
  problems: ['state_conflict', 'room_sold'],
  async handle(context, { params, body }) {
    await retireRoom(context, { roomId: params.id, ...body })
    return answerRoom(context, params.id)
  },
})

const unretireRoomRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/unretire',
  operationId: 'unretireRoom',
  tag: 'lodging',
  permission: 'room.edit',
  summary: 'A retired room comes back',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('room'),
  output: Room,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await unretireRoom(context, { roomId: params.id, ...body })
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

export const roomRoutes = [
  listRoomsRoute,
  getRoomRoute,
  listEquipmentRoute,
  createRoomRoute,
  editRoomRoute,
  retireRoomRoute,
  unretireRoomRoute,
  finishCleaningRoute,
]
