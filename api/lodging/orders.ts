import { Type } from 'typebox'
import { CANCELLATION_REASONS } from '../../domain/lodging/cancellation-reason.ts'
import { CHANNELS, channelOf } from '../../domain/lodging/channel.ts'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { findOrder, listOrders, ORDER_SORTS } from '../../db/lodging/order-queries.ts'
import { findApproval } from '../../db/approvals/approval-queries.ts'
import { cancelOrder } from '../../activities/lodging/cancel-order.ts'
import { placeOrder, ROOMS_PER_ORDER_MAX } from '../../activities/lodging/place-order.ts'
import { previewCancellation } from '../../activities/lodging/preview-cancellation.ts'
import { Approval, approvalRecord } from '../approvals/approval-record.ts'
import { found } from '../platform/found.ts'
import { belongingOf, byId, forMember } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  Id,
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  LocalDate,
  OrNull,
  Reason,
  Shape,
} from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'
import { CancellationAnswerRecord, Digest } from './cancellation-record.ts'
import { Order, orderRecord } from './order-record.ts'

const StayIds = Type.Array(Id, { minItems: 1, maxItems: ROOMS_PER_ORDER_MAX, uniqueItems: true })

export const listOrdersRoute = query({
  method: 'get',
  path: '/v1/orders',
  operationId: 'listOrders',
  tag: 'lodging',
  permission: 'order.read',
  summary: 'Orders, newest first; members see their own',
  query: listQuery(ORDER_SORTS, {
    ...IdsFilter,
    propertyId: Type.Optional(Id),
    memberId: Type.Optional(Id),
    status: Type.Optional(Type.Array(Type.Enum([...LINE_STATUSES]))),
    channel: Type.Optional(Type.Array(Type.Enum([...CHANNELS]))),
    checkIn: Type.Optional(LocalDate),
    checkInFrom: Type.Optional(LocalDate),
    checkInUntil: Type.Optional(LocalDate),
    checkOutFrom: Type.Optional(LocalDate),
    checkOutUntil: Type.Optional(LocalDate),
    number: Type.Optional(Type.String({ maxLength: 20 })),
    memberNumber: Type.Optional(Type.String({ maxLength: 20 })),
    roomNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'Part of a name or kana (hiragana finds katakana), or a number.',
      }),
    ),
  }),
  output: listOf(Order),
  async handle({ sql, actor }, { query: wish }) {
    const page = await listOrders(sql, { ...wish, ...limitedTo(actor, 'order.read', wish) }, wish)
    return { ...page, data: page.data.map((row) => orderRecord(actor, row)) }
  },
})

export const getOrderRoute = query({
  method: 'get',
  path: '/v1/orders/{id}',
  operationId: 'getOrder',
  tag: 'lodging',
  permission: 'order.read',
  summary: 'One order with its stays and what each night cost',
  params: IdParams,
  subject: byId('order'),
  output: Order,
  async handle({ sql, actor }, { params }) {
    const row = found(await findOrder(sql, params.id))
    return orderRecord(actor, row)
  },
})

export const placeOrderRoute = command({
  method: 'post',
  path: '/v1/orders',
  operationId: 'placeOrder',
  tag: 'lodging',
  permission: 'order.place',
  status: 201,
  summary: 'A cart becomes one order: paid and confirmed at once, or waiting for points',
  body: Shape({
    propertyId: Id,
    memberId: Id,
    channel: Type.Optional(
      Type.Enum([...CHANNELS], { description: 'Where a member or a machine says it comes from.' }),
    ),
    stays: Type.Array(
      Shape({
        roomTypeId: Id,
        checkIn: LocalDate,
        checkOut: LocalDate,
        count: Type.Integer({ minimum: 1, maximum: ROOMS_PER_ORDER_MAX }),
        guestsPerRoom: Type.Integer({ minimum: 1, maximum: 50 }),
      }),
      { minItems: 1, maxItems: ROOMS_PER_ORDER_MAX },
    ),
  }),
  output: Order,
  problems: [
    'dates_impossible',
    'capacity_exceeded',
    'rate_missing',
    'room_not_available',
    'seats_fixed',
    'limit_exceeded',
  ],
  subject: async (sql, { body }) =>
    forMember(await belongingOf(sql, 'property', body.propertyId), body.memberId),
  async handle(context, { body }) {
    const channel = channelOf(context.actor, body.channel)
    const { orderId } = await placeOrder(context, { ...body, channel })
    context.concerns(body.memberId)
    const row = found(await findOrder(context.sql, orderId))
    return orderRecord(context.actor, row)
  },
})

export const previewCancellationRoute = query({
  method: 'get',
  path: '/v1/orders/{id}/cancellation-preview',
  operationId: 'previewCancellation',
  tag: 'lodging',
  permission: 'order.cancel',
  summary: 'What cancelling these rooms now would keep and return; changes nothing',
  params: IdParams,
  query: Shape({ stayIds: StayIds }),
  subject: byId('order'),
  output: CancellationAnswerRecord,
  problems: ['state_conflict'],
  async handle({ sql }, { params, query: { stayIds } }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const { preview, digest, needsApproval } = await previewCancellation(sql, {
      orderId: params.id,
      stayIds,
      requestedAt: new Date(now),
      lock: false,
    })
    return { ...preview, digest, needsApproval }
  },
})

export const cancelOrderRoute = command({
  method: 'post',
  path: '/v1/orders/{id}/cancel',
  operationId: 'cancelOrder',
  tag: 'lodging',
  permission: 'order.cancel',
  summary: 'Cancels rooms as previewed: at once while unpaid, else a request for approval',
  params: IdParams,
  body: Shape({
    stayIds: StayIds,
    reason: Reason,
    reasonCode: Type.Optional(
      Type.Enum([...CANCELLATION_REASONS], { description: 'The kind of reason, to be counted.' }),
    ),
    digest: Digest,
  }),
  output: Shape({ order: Order, approval: OrNull(Approval) }),
  problems: ['state_conflict', 'digest_mismatch', 'request_already_open'],
  subject: byId('order'),
  async handle(context, { params, body }) {
    const { approvalId } = await cancelOrder(context, {
      orderId: params.id,
      reasonCode: null,
      ...body,
    })
    const order = found(await findOrder(context.sql, params.id))
    context.concerns(order.memberId)
    const approval = approvalId === null ? null : await findApproval(context.sql, approvalId)
    return {
      order: orderRecord(context.actor, order),
      approval: approval && approvalRecord(context.actor, approval),
    }
  },
})

export const orderRoutes = [
  listOrdersRoute,
  getOrderRoute,
  placeOrderRoute,
  previewCancellationRoute,
  cancelOrderRoute,
]
