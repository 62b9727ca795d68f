import { Type } from 'typebox'
import { assertStayDates, NIGHTS_MAX } from '../../domain/lodging/stay-dates.ts'
import { type QuotedNight as Night, quoteSums } from '../../domain/lodging/price.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { ROOMS_PER_ORDER_MAX } from '../../activities/lodging/place-order.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { quoteStays } from '../../db/lodging/quote-stays.ts'
import { belongingOf, forMember } from '../platform/belongings.ts'
import { isDate } from '../platform/formats.ts'
import { query } from '../platform/route.ts'
import { Id, LocalDate, OrNull, Points, Shape, TEXT } from '../platform/schemas.ts'
import { QuotedNight } from './night-record.ts'

const STAY = /^([0-9a-f-]{36}):(\d{4}-\d\d-\d\d):(\d{4}-\d\d-\d\d):(\d{1,2})$/

const Sums = {
  list: OrNull(Points),
  discount: Points,
  amount: OrNull(Points),
}

export const quoteRoute = query({
  method: 'get',
  path: '/v1/quotes',
  operationId: 'getQuote',
  tag: 'lodging',
  permission: 'order.place',
  summary:
    'What a cart would cost a member now: each night with its rate, rule and discount; placing it asks the same',
  query: Shape({
    propertyId: Id,
    memberId: Type.Optional(Id),
    stays: Type.Array(
      Type.String({
        ...TEXT,
        pattern: STAY.source,
        examples: ['019a8f6e-6f00-7000-8000-000000000001:2026-12-24:2026-12-26:1'],
      }),
      {
        minItems: 1,
        maxItems: ROOMS_PER_ORDER_MAX,
        description: 'roomTypeId:checkIn:checkOut:rooms, comma separated.',
      },
    ),
  }),
  subject: async (sql, { query: wish }) => {
    const property = await belongingOf(sql, 'property', wish.propertyId)
    return wish.memberId === undefined ? property : forMember(property, wish.memberId)
  },
  output: Shape({
    stays: Type.Array(
      Shape({
        roomTypeId: Id,
        checkIn: LocalDate,
        checkOut: LocalDate,
        count: Type.Integer(),
        nights: Type.Array(QuotedNight, { description: 'Of one room.' }),
        perRoom: Shape(Sums),
      }),
    ),
    ...Sums,
    sellable: Type.Boolean({
      description: 'Every night is for sale. Whether a room is free, availability says.',
    }),
  }),
  problems: ['dates_impossible', 'limit_exceeded'],
  async handle({ sql }, { query: { propertyId, memberId, stays } }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const at = new Date(now)
    const { businessDate } = await propertyFacts(sql, propertyId, at)
    const wishes = stays.map(stayWish)
    if (wishes.reduce((sum, wish) => sum + wish.count, 0) > ROOMS_PER_ORDER_MAX)
      throw new DomainError('limit_exceeded', { limit: ROOMS_PER_ORDER_MAX })
    for (const wish of wishes) assertStayDates(wish.checkIn, wish.checkOut, businessDate)
    const quoted = await quoteStays(sql, {
      propertyId,
      memberId: memberId ?? null,
      stays: wishes,
      at,
    })
    const priced = wishes.map((wish, index) => {
      const nights = quoted[index]?.nights
      if (!nights) throw new DomainError('not_found')
      return { ...wish, nights, perRoom: quoteSums(nights) }
    })
    const everyNight = priced.flatMap(({ nights, count }) =>
      Array.from<readonly Night[]>({ length: count }).fill(nights).flat(),
    )
    return {
      stays: priced,
      ...quoteSums(everyNight),
      sellable: everyNight.every((night) => night.amount !== null),
    }
  },
})

function stayWish(text: string) {
  const [, roomTypeId = '', checkIn = '', checkOut = '', count = ''] = STAY.exec(text) ?? []
  if (Number(count) < 1) throw new DomainError('limit_exceeded', { limit: ROOMS_PER_ORDER_MAX })
  for (const day of [checkIn, checkOut])
    if (!isDate(day)) throw new DomainError('dates_impossible', { nightsMax: NIGHTS_MAX })
  return { roomTypeId, checkIn, checkOut, count: Number(count) }
}
