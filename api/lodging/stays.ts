import { Type } from 'typebox'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { findStay, listStays, STAY_SORTS } from '../../db/lodging/stay-queries.ts'
import { found } from '../platform/found.ts'
import { byId } from '../platform/belongings.ts'
import { query } from '../platform/route.ts'
import { Id, IdParams, IdsFilter, listOf, listQuery, LocalDate } from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'
import { Stay, stayRecord } from './stay-record.ts'

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

export const stayRoutes = [listStaysRoute, getStayRoute]
