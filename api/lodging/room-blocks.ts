import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { mayDo, propertiesFor } from '../../domain/platform/permissions.ts'
import {
  BLOCK_SORTS,
  type BlockRow,
  findBlock,
  listBlocks,
} from '../../db/lodging/block-queries.ts'
import { blockRoom } from '../../activities/lodging/block-room.ts'
import { changeBlock } from '../../activities/lodging/change-block.ts'
import { releaseBlock, releaseRoom } from '../../activities/lodging/release-room.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from '../platform/found.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  Actions,
  Id,
  IdParams,
  listOf,
  listQuery,
  LocalDate,
  Moment,
  OrNull,
  Reason,
  Shape,
  Version,
} from '../platform/schemas.ts'
import { answerRoom, Room } from './room-record.ts'

const Kind = Type.Enum(['maintenance', 'unavailable'])
const RoomBlock = Shape(
  {
    id: Id,
    propertyId: Id,
    roomId: Id,
    roomNumber: Type.String(),
    kind: Kind,
    fromNight: LocalDate,
    untilNight: LocalDate,
    reason: Type.String(),
    createdAt: Moment,
    warnAt: OrNull(Moment),
    releaseAt: Moment,
    releasedAt: OrNull(Moment),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'RoomBlock' },
)

function blockRecord(actor: Actor, { issuerId, ...block }: BlockRow) {
  const belonging = { issuerId, propertyId: block.propertyId, memberId: null }
  const may = block.releasedAt === null && mayDo(actor, 'room.block', belonging)
  return { ...block, allowedActions: may ? ['change', 'release'] : [] }
}

async function answerBlock(context: Context, id: string) {
  const row = found(await findBlock(context.sql, id))
  return blockRecord(context.actor, row)
}

const listRoomBlocksRoute = query({
  method: 'get',
  path: '/v1/room-blocks',
  operationId: 'listRoomBlocks',
  tag: 'lodging',
  permission: 'room.read',
  summary: 'When rooms were, are and will be out of use',
  query: listQuery(BLOCK_SORTS, {
    propertyId: Type.Optional(Id),
    roomId: Type.Optional(Id),
    status: Type.Optional(Type.Enum(['open', 'released'])),
  }),
  output: listOf(RoomBlock),
  async handle({ sql, actor }, { query: wish }) {
    const mine = propertiesFor(actor, 'room.read')
    const propertyIds = wish.propertyId ? mine.filter((id) => id === wish.propertyId) : mine
    const open = wish.status === undefined ? undefined : wish.status === 'open'
    const page = await listBlocks(sql, { propertyIds, roomId: wish.roomId, open }, wish)
    return { ...page, data: page.data.map((row) => blockRecord(actor, row)) }
  },
})

const blockRoomRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/block',
  operationId: 'blockRoom',
  tag: 'lodging',
  permission: 'room.block',
  summary:
    'Takes the room out of use: メンテナンス中 or 利用不可; it comes back after its last night',
  params: IdParams,
  subject: byId('room'),
  output: Room,
  body: Shape({ kind: Kind, fromNight: LocalDate, untilNight: LocalDate, reason: Reason }),
  problems: ['dates_impossible', 'room_sold', 'state_conflict'],
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

const changeBlockRoute = command({
  method: 'patch',
  path: '/v1/room-blocks/{id}',
  operationId: 'changeRoomBlock',
  tag: 'lodging',
  permission: 'room.block',
  ifMatch: true,
  summary: 'Moves the end of a block: longer or shorter',
  params: IdParams,
  body: Shape({ untilNight: LocalDate, reason: Reason }),
  subject: byId('room_block'),
  output: RoomBlock,
  problems: ['dates_impossible', 'room_sold', 'state_conflict'],
  async handle(context, { params, body, version }) {
    await changeBlock(context, { id: params.id, version, ...body })
    return answerBlock(context, params.id)
  },
})

const releaseBlockRoute = command({
  method: 'post',
  path: '/v1/room-blocks/{id}/release',
  operationId: 'releaseRoomBlock',
  tag: 'lodging',
  permission: 'room.block',
  summary: 'Ends this block now, also one that has not begun',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('room_block'),
  output: RoomBlock,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await releaseBlock(context, { id: params.id, ...body })
    return answerBlock(context, params.id)
  },
})

export const roomBlockRoutes = [
  listRoomBlocksRoute,
  blockRoomRoute,
  releaseRoomRoute,
  changeBlockRoute,
  releaseBlockRoute,
]
