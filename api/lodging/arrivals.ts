import { Type } from 'typebox'
import { LICENCES } from '../../domain/lodging/guest-register.ts'
import { arrivalRows } from '../../db/lodging/arrival-queries.ts'
import { lastGuestRows } from '../../db/lodging/guest-queries.ts'
import { findOrder } from '../../db/lodging/order-queries.ts'
import { findStay } from '../../db/lodging/stay-queries.ts'
import { checkIn, checkInOrder } from '../../activities/lodging/check-in.ts'
import { checkOut, checkOutOrder } from '../../activities/lodging/check-out.ts'
import { ROOMS_PER_ORDER_MAX } from '../../activities/lodging/place-order.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from '../platform/found.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { Id, IdParams, OrNull, Shape } from '../platform/schemas.ts'
import { GuestInBrief, IdentityBody, PartyFields, RecordedTimeFields } from './desk-schemas.ts'
import { guestsInBrief } from './guest-record.ts'
import { Order, orderRecord } from './order-record.ts'
import { answerStay, Stay } from './stay-record.ts'

const LAST_GUESTS_MAX = 50

const ArrivalSheet = Shape(
  {
    order: Order,
    /** Where the register of each arriving room stands. */
    rooms: Type.Array(
      Shape({ stayId: Id, licence: Type.Enum([...LICENCES]), capacity: Type.Integer() }),
    ),
    lastGuests: Type.Array(GuestInBrief, {
      description: "What the member's party wrote at its last stay, offered to be copied.",
    }),
    member: Shape({ id: Id, name: Type.String(), phone: OrNull(Type.String()) }),
  },
  { title: 'ArrivalSheet' },
)

const arrivalSheetRoute = query({
  method: 'get',
  path: '/v1/stays/{id}/arrival',
  operationId: 'getArrival',
  tag: 'lodging',
  permission: 'stay.check_in',
  summary:
    'What the desk looks at before a check-in: order, register fields, what was written last time',
  params: IdParams,
  subject: byId('stay'),
  output: ArrivalSheet,
  async handle({ sql, actor, house }, { params }) {
    const stay = found(await findStay(sql, params.id))
    const order = found(await findOrder(sql, stay.orderId))
    const { rooms, member } = await arrivalRows(sql, stay.orderId)
    const last = await lastGuestRows(sql, params.id, LAST_GUESTS_MAX)
    return {
      order: orderRecord(actor, order),
      rooms,
      member,
      lastGuests: guestsInBrief(house.vault, last),
    }
  },
})

async function answerOrder(context: Context, id: string) {
  const row = found(await findOrder(context.sql, id))
  context.concerns(row.memberId)
  return orderRecord(context.actor, row)
}

const checkInRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/check-in',
  operationId: 'checkIn',
  tag: 'lodging',
  permission: 'stay.check_in',
  summary: 'The guests have come, were recognised and are in the register: 予約済 → 入室中',
  params: IdParams,
  body: Shape({ identity: IdentityBody, ...PartyFields, ...RecordedTimeFields }),
  subject: byId('stay'),
  output: Stay,
  problems: [
    'state_conflict',
    'check_in_too_early',
    'room_not_ready',
    'capacity_exceeded',
    'register_incomplete',
    'time_impossible',
  ],
  async handle(context, { params, body }) {
    await checkIn(context, { stayId: params.id, ...body })
    return answerStay(context, params.id)
  },
})

const checkInOrderRoute = command({
  method: 'post',
  path: '/v1/orders/{id}/check-in',
  operationId: 'checkInOrder',
  tag: 'lodging',
  permission: 'stay.check_in',
  summary: 'A group in one go: every arriving room of the order, or none',
  params: IdParams,
  body: Shape({
    identity: IdentityBody,
    rooms: Type.Array(Shape({ stayId: Id, ...PartyFields }), {
      minItems: 1,
      maxItems: ROOMS_PER_ORDER_MAX,
    }),
    ...RecordedTimeFields,
  }),
  subject: byId('order'),
  output: Order,
  problems: ['state_conflict', 'group_refused', 'time_impossible'],
  async handle(context, { params, body }) {
    await checkInOrder(context, { orderId: params.id, ...body })
    return answerOrder(context, params.id)
  },
})

const checkOutRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/check-out',
  operationId: 'checkOut',
  tag: 'lodging',
  permission: 'stay.check_out',
  summary: 'The guest has left: 入室中 → 清掃中',
  params: IdParams,
  body: Shape(RecordedTimeFields),
  subject: byId('stay'),
  output: Stay,
  problems: ['state_conflict', 'time_impossible'],
  async handle(context, { params, body }) {
    await checkOut(context, { stayId: params.id, ...body })
    return answerStay(context, params.id)
  },
})

const checkOutOrderRoute = command({
  method: 'post',
  path: '/v1/orders/{id}/check-out',
  operationId: 'checkOutOrder',
  tag: 'lodging',
  permission: 'stay.check_out',
  summary: 'A group leaves in one go: every room of the order with guests in it, or none',
  params: IdParams,
  body: Shape(RecordedTimeFields),
  subject: byId('order'),
  output: Order,
  problems: ['state_conflict', 'group_refused', 'time_impossible'],
  async handle(context, { params, body }) {
    await checkOutOrder(context, { orderId: params.id, ...body })
    return answerOrder(context, params.id)
  },
})

export const arrivalRoutes = [
  arrivalSheetRoute,
  checkInRoute,
  checkInOrderRoute,
  checkOutRoute,
  checkOutOrderRoute,
]
