import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { mayDo, propertiesFor } from '../../domain/platform/permissions.ts'
import {
  findRoomType,
  listRoomTypes,
  ROOM_TYPE_SORTS,
  type RoomTypeRow,
} from '../../db/lodging/room-type-queries.ts'
import { createRoomType, editRoomType } from '../../activities/lodging/room-types.ts'
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
  Shape,
  Text,
  Version,
} from '../platform/schemas.ts'

const Capacity = Type.Integer({ minimum: 1, maximum: 50 })
const RoomType = Shape(
  {
    id: Id,
    propertyId: Id,
    code: Type.String(),
    name: Type.String(),
    nameEn: Type.String(),
    capacity: Type.Integer(),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'RoomType' },
)

function roomTypeRecord(actor: Actor, { issuerId, ...type }: RoomTypeRow) {
  const may = mayDo(actor, 'room.edit', { issuerId, propertyId: type.propertyId, memberId: null })
  return { ...type, allowedActions: may ? ['edit'] : [] }
}

async function answerType(context: Context, id: string) {
  const row = found(await findRoomType(context.sql, id))
  return roomTypeRecord(context.actor, row)
}

const listRoomTypesRoute = query({
  method: 'get',
  path: '/v1/room-types',
  operationId: 'listRoomTypes',
  tag: 'lodging',
  permission: 'room.read',
  summary: 'Room types',
  query: listQuery(ROOM_TYPE_SORTS, { ...IdsFilter, propertyId: Type.Optional(Id) }),
  output: listOf(RoomType),
  async handle({ sql, actor }, { query: wish }) {
    const mine = propertiesFor(actor, 'room.read')
    const propertyIds = wish.propertyId ? mine.filter((id) => id === wish.propertyId) : mine
    const page = await listRoomTypes(sql, { ids: wish.ids, propertyIds }, wish)
    return { ...page, data: page.data.map((row) => roomTypeRecord(actor, row)) }
  },
})

const getRoomTypeRoute = query({
  method: 'get',
  path: '/v1/room-types/{id}',
  operationId: 'getRoomType',
  tag: 'lodging',
  permission: 'room.read',
  summary: 'One room type',
  params: IdParams,
  subject: byId('room_type'),
  output: RoomType,
  async handle({ sql, actor }, { params }) {
    const row = found(await findRoomType(sql, params.id))
    return roomTypeRecord(actor, row)
  },
})

const createRoomTypeRoute = command({
  method: 'post',
  path: '/v1/room-types',
  operationId: 'createRoomType',
  tag: 'lodging',
  permission: 'room.edit',
  status: 201,
  summary: 'A new room type',
  body: Shape({
    propertyId: Id,
    code: Type.String({ pattern: '^[a-z0-9-]{2,30}$' }),
    name: Text(100),
    nameEn: Text(100),
    capacity: Capacity,
  }),
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  output: RoomType,
  problems: ['already_exists'],
  handle: async (context, { body }) =>
    answerType(context, (await createRoomType(context, body)).roomTypeId),
})

const editRoomTypeRoute = command({
  method: 'patch',
  path: '/v1/room-types/{id}',
  operationId: 'editRoomType',
  tag: 'lodging',
  permission: 'room.edit',
  ifMatch: true,
  summary: 'Changes a room type; what is sold keeps its terms',
  params: IdParams,
  body: Shape(
    {
      name: Type.Optional(Text(100)),
      nameEn: Type.Optional(Text(100)),
      capacity: Type.Optional(Capacity),
    },
    { minProperties: 1 },
  ),
  subject: byId('room_type'),
  output: RoomType,
  problems: ['version_mismatch'],
  async handle(context, { params, body, version }) {
    await editRoomType(context, { id: params.id, version, changes: body })
    return answerType(context, params.id)
  },
})

export const roomTypeRoutes = [
  listRoomTypesRoute,
  getRoomTypeRoute,
  createRoomTypeRoute,
  editRoomTypeRoute,
]
