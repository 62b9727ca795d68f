import { Type } from 'typebox'
import { assertRateRange } from '../../domain/lodging/rate-range.ts'
import { setRates } from '../../activities/lodging/set-rates.ts'
import { pricedNights } from '../../db/lodging/rate-queries.ts'
import { belongingOf } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { found } from '../platform/found.ts'
import { Id, LocalDate, Shape } from '../platform/schemas.ts'
import { ListedNight } from './night-record.ts'

const listRatesRoute = query({
  method: 'get',
  path: '/v1/rates',
  operationId: 'listRates',
  tag: 'lodging',
  permission: 'rate.read',
  summary: 'The rate of each night of a room type; null where none is set and nothing can be sold',
  query: Shape({ roomTypeId: Id, fromNight: LocalDate, untilNight: LocalDate }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'room_type', wish.roomTypeId),
  output: Shape({
    roomTypeId: Id,
    nights: Type.Array(ListedNight),
  }),
  problems: ['range_impossible'],
  async handle({ sql }, { query: wish }) {
    assertRateRange(wish.fromNight, wish.untilNight)
    const { propertyId } = found(await belongingOf(sql, 'room_type', wish.roomTypeId))
    const { types } = await pricedNights(sql, {
      propertyId: propertyId ?? '',
      roomTypeIds: [wish.roomTypeId],
      from: wish.fromNight,
      until: wish.untilNight,
    })
    return { roomTypeId: wish.roomTypeId, nights: types[0]?.nights ?? [] }
  },
})

const setRatesRoute = command({
  method: 'post',
  path: '/v1/rates',
  operationId: 'setRates',
  tag: 'lodging',
  permission: 'rate.edit',
  summary: 'Sets the rate of a range of nights, all or some weekdays',
  body: Shape({
    roomTypeId: Id,
    fromNight: LocalDate,
    untilNight: LocalDate,
    amount: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
    weekdays: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
        minItems: 1,
        maxItems: 7,
        uniqueItems: true,
        description: 'ISO, Monday is 1.',
      }),
    ),
  }),
  subject: (sql, { body }) => belongingOf(sql, 'room_type', body.roomTypeId),
  output: Shape({ nights: Type.Integer({ description: 'How many nights changed.' }) }),
  problems: ['range_impossible'],
  handle: (context, { body }) => setRates(context, body),
})

export const rateRoutes = [listRatesRoute, setRatesRoute]
