import { Type } from 'typebox'
import { moveOptions } from '../../db/lodging/move-options-query.ts'
import { moveStay } from '../../activities/lodging/move-stay.ts'
import { pinStay } from '../../activities/lodging/pin-stay.ts'
import { swapStays } from '../../activities/lodging/swap-stays.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { Id, IdParams, OrNull, Reason, Shape } from '../platform/schemas.ts'
import { answerStay, Stay } from './stay-record.ts'

const MoveOption = Shape(
  {
    roomId: Id,
    roomNumber: Type.String(),
    floor: Type.Integer(),
    roomTypeId: Id,
    roomTypeName: Type.String(),
    roomTypeNameEn: Type.String(),
    sameType: Type.Boolean({ description: 'Another type needs a reason; the agreed price stays.' }),
    capacity: Type.Integer(),
    free: Type.Boolean({ description: 'Nobody holds it on the nights to come.' }),
    ready: Type.Boolean({ description: 'Clean and empty now: a guest in the house may move in.' }),
    orderNumber: OrNull(Type.String({ description: 'The first order in the way.' })),
    swapStayId: OrNull(Id),
  },
  { title: 'MoveOption' },
)

const moveOptionsRoute = query({
  method: 'get',
  path: '/v1/stays/{id}/move-options',
  operationId: 'getMoveOptions',
  tag: 'lodging',
  permission: 'stay.move',
  summary:
    'Every other room that would hold the party, free or with whom to swap; the moment it is asked',
  params: IdParams,
  subject: byId('stay'),
  output: Shape({ rooms: Type.Array(MoveOption) }),
  async handle({ sql }, { params }) {
    return { rooms: await moveOptions(sql, params.id) }
  },
})

const change = {
  method: 'post',
  tag: 'lodging',
  permission: 'stay.move',
  params: IdParams,
  subject: byId('stay'),
  output: Stay,
} as const

const moveStayRoute = command({
  ...change,
  path: '/v1/stays/{id}/move',
  operationId: 'moveStay',
  summary:
    'To another room for the nights to come; across types with a reason, at the agreed price',
  body: Shape({ roomId: Id, reason: Type.Optional(Reason) }),
  problems: [
    'state_conflict',
    'request_already_open',
    'room_taken',
    'room_not_ready',
    'capacity_exceeded',
  ],
  async handle(context, { params, body }) {
    await moveStay(context, { stayId: params.id, roomId: body.roomId, reason: body.reason ?? null })
    return answerStay(context, params.id)
  },
})

const swapStaysRoute = command({
  ...change,
  path: '/v1/stays/{id}/swap',
  operationId: 'swapStays',
  summary: 'Two stays that share nights trade their rooms',
  body: Shape({ withStayId: Id, reason: Type.Optional(Reason) }),
  problems: [
    'state_conflict',
    'request_already_open',
    'room_taken',
    'room_not_ready',
    'capacity_exceeded',
  ],
  async handle(context, { params, body }) {
    const reason = body.reason ?? null
    await swapStays(context, { stayId: params.id, withStayId: body.withStayId, reason })
    return answerStay(context, params.id)
  },
})

const pinStayRoute = command({
  ...change,
  path: '/v1/stays/{id}/pin',
  operationId: 'pinStay',
  summary: 'The guest wants this very room: it is not re-seated, nor moved before it is unpinned',
  body: Shape({ reason: Type.Optional(Reason) }),
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await pinStay(context, { stayId: params.id, pinned: true, reason: body.reason ?? null })
    return answerStay(context, params.id)
  },
})

const unpinStayRoute = command({
  ...change,
  path: '/v1/stays/{id}/unpin',
  operationId: 'unpinStay',
  summary: 'Any room of its type will do again',
  body: Shape({ reason: Type.Optional(Reason) }),
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await pinStay(context, { stayId: params.id, pinned: false, reason: body.reason ?? null })
    return answerStay(context, params.id)
  },
})

export const stayMoveRoutes = [
  moveOptionsRoute,
  moveStayRoute,
  swapStaysRoute,
  pinStayRoute,
  unpinStayRoute,
]
