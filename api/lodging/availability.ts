import { Type } from 'typebox'
import { addDays, daysBetween } from '../../domain/lodging/local-date.ts'
import { assertStayDates } from '../../domain/lodging/stay-dates.ts'
import { availability } from '../../db/lodging/availability-query.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { pricedNights } from '../../db/lodging/rate-queries.ts'
import { belongingOf } from '../platform/belongings.ts'
import { query } from '../platform/route.ts'
import { Id, LocalDate, OrNull, Points, Shape } from '../platform/schemas.ts'
import { ListedNight } from './night-record.ts'

export const availabilityRoute = query({
  method: 'get',
  path: '/v1/availability',
  operationId: 'getAvailability',
  tag: 'lodging',
  permission: 'availability.read',
  summary:
    'Rooms a booking would get, and their price, per room type for a period; the moment it is asked, not a promise',
  query: Shape({ propertyId: Id, checkIn: LocalDate, checkOut: LocalDate }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Shape({
    checkIn: LocalDate,
    checkOut: LocalDate,
    nights: Type.Integer(),
    roomTypes: Type.Array(
      Shape({
        roomTypeId: Id,
        code: Type.String(),
        name: Type.String(),
        nameEn: Type.String(),
        capacity: Type.Integer(),
        rooms: Type.Integer(),
        free: Type.Integer(),
        amountPerRoom: OrNull(Points),
        nightlyAmounts: Type.Array(ListedNight),
        sellable: Type.Boolean({ description: 'A room is free and every night has a rate.' }),
      }),
    ),
  }),
  problems: ['dates_impossible'],
  async handle({ sql }, { query: wish }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const { businessDate } = await propertyFacts(sql, wish.propertyId, new Date(now))
    assertStayDates(wish.checkIn, wish.checkOut, businessDate)
    const [rows, { types }] = await Promise.all([
      availability(sql, wish.propertyId, wish.checkIn, wish.checkOut, new Date(now)),
      pricedNights(sql, {
        propertyId: wish.propertyId,
        from: wish.checkIn,
        until: addDays(wish.checkOut, -1),
      }),
    ])
    const roomTypes = rows.map((row) => {
      const nightlyAmounts = types.find((type) => type.roomTypeId === row.roomTypeId)?.nights ?? []
      const priced = nightlyAmounts.every((night) => night.amount !== null)
      const amountPerRoom = priced
        ? nightlyAmounts.reduce((sum, night) => sum + (night.amount ?? 0), 0)
        : null
      return { ...row, nightlyAmounts, amountPerRoom, sellable: priced && row.free > 0 }
    })
    return {
      checkIn: wish.checkIn,
      checkOut: wish.checkOut,
      nights: daysBetween(wish.checkIn, wish.checkOut),
      roomTypes,
    }
  },
})
