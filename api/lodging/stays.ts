import { Type } from 'typebox'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { findStay, listStays, STAY_SORTS } from '../../db/lodging/stay-queries.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { found } from '../platform/found.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  Id,
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  LocalDate,
  Nothing,
} from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'
import { answerStay, Stay, stayRecord } from './stay-record.ts'

export const listStaysRoute = query({
  method: 'get',
  path: '/v1/stays',
  operationId: 'listStays',
  tag: 'lodging',
  permission: 'order.read',
  summary: 'Arrivals, guests in the house, departures: the lines of all orders',
  query: listQuery(STAY_SORTS, {
    ...IdsFilter,
    propertyId: Type.Optional(Id),
    memberId: Type.Optional(Id),
    roomId: Type.Optional(Id),
    status: Type.Optional(Type.Array(Type.Enum([...LINE_STATUSES]))),
    checkIn: Type.Optional(LocalDate),
    checkOut: Type.Optional(LocalDate),
  }),
  output: listOf(Stay),
  async handle({ sql, actor }, { query: wish }) {
    const page = await listStays(sql, { ...wish, ...limitedTo(actor, 'order.read', wish) }, wish)
    return { ...page, data: page.data.map((row) => stayRecord(actor, row)) }
  },
})

export const getStayRoute = query({
  method: 'get',
  path: '/v1/stays/{id}',
  operationId: 'getStay',
  tag: 'lodging',
  permission: 'order.read',
  summary: 'One stay',
  params: IdParams,
  subject: byId('stay'),
  output: Stay,
  async handle({ sql, actor }, { params }) {
    const row = found(await findStay(sql, params.id))
    return stayRecord(actor, row)
  },
})

export const checkInRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/check-in',
  operationId: 'checkIn',
  tag: 'lodging',
  permission: 'stay.check_in',
  summary: 'The guest has come: 予約済 → 入室中',
  params: IdParams,
  body: Nothing,
  subject: byId('stay'),
  output: Stay,
  problems: ['state_conflict', 'check_in_too_early', 'room_not_ready'],
  async handle(context, { params }) {
    await checkIn(context, { stayId: params.id })
    return answerStay(context, params.id)
  },
})

export const checkOutRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/check-out',
  operationId: 'checkOut',
  tag: 'lodging',
  permission: 'stay.check_out',
  summary: 'The guest has left: 入室中 → 清掃中',
  params: IdParams,
  body: Nothing,
  subject: byId('stay'),
  output: Stay,
  problems: ['state_conflict'],
  async handle(context, { params }) {
    await checkOut(context, { stayId: params.id })
    return answerStay(context, params.id)
  },
})

export const stayRoutes = [listStaysRoute, getStayRoute, checkInRoute, checkOutRoute]
