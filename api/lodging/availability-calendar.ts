import { Type } from 'typebox'
import { addDays, nightsOf } from '../../domain/lodging/local-date.ts'
import { RATE_RULE_KINDS, weekdayOf } from '../../domain/lodging/night-rate.ts'
import { UNSELLABLE_REASONS, whyNotSold } from '../../domain/lodging/night-availability.ts'
import { assertRateRange } from '../../domain/lodging/rate-range.ts'
import { typeStock } from '../../db/lodging/availability-calendar-query.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { pricedNights } from '../../db/lodging/rate-queries.ts'
import { belongingOf } from '../platform/belongings.ts'
import { query } from '../platform/route.ts'
import { Id, LocalDate, OrNull, Points, Shape } from '../platform/schemas.ts'
import { DayName } from './night-record.ts'

const Count = Type.Integer({ minimum: 0 })

const CalendarDate = Shape(
  {
    date: LocalDate,
    weekday: Type.Integer({ minimum: 1, maximum: 7, description: 'ISO, Monday is 1.' }),
    holiday: OrNull(DayName),
    closed: OrNull(DayName),
  },
  { title: 'CalendarDate' },
)
const CalendarNight = Shape(
  {
    night: LocalDate,
    sold: Count,
    blocked: Count,
    free: Count,
    amount: OrNull(Points),
    ruleKind: Type.Enum([...RATE_RULE_KINDS]),
    whyNot: OrNull(
      Type.Enum([...UNSELLABLE_REASONS], { description: 'Null: the night can be sold.' }),
    ),
  },
  { title: 'CalendarNight' },
)

export const availabilityCalendarRoute = query({
  method: 'get',
  path: '/v1/availability-calendar',
  operationId: 'getAvailabilityCalendar',
  tag: 'lodging',
  permission: 'availability.read',
  summary: 'Per room type and night: what is free, what it costs, and why a night is not for sale',
  query: Shape({
    propertyId: Id,
    fromNight: LocalDate,
    untilNight: Type.String({ format: 'date', description: 'Included; at most 400 nights.' }),
  }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Shape({
    businessDate: LocalDate,
    dates: Type.Array(CalendarDate),
    roomTypes: Type.Array(
      Shape({
        roomTypeId: Id,
        code: Type.String(),
        name: Type.String(),
        nameEn: Type.String(),
        capacity: Type.Integer(),
        rooms: Count,
        nights: Type.Array(CalendarNight),
      }),
    ),
  }),
  problems: ['range_impossible'],
  async handle({ sql }, { query: { propertyId, fromNight, untilNight } }) {
    assertRateRange(fromNight, untilNight)
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const [{ businessDate }, stock, { calendar, types }] = await Promise.all([
      propertyFacts(sql, propertyId, new Date(now)),
      typeStock(sql, propertyId, fromNight, untilNight),
      pricedNights(sql, { propertyId, from: fromNight, until: untilNight }),
    ])
    const dates = nightsOf(fromNight, addDays(untilNight, 1)).map((date) => ({
      date,
      weekday: weekdayOf(date),
      holiday: calendar.holidayOn(date),
      closed: calendar.closedOn(date),
    }))
    const roomTypes = stock.map(({ taken, ...type }) => {
      const priced = types.find((one) => one.roomTypeId === type.roomTypeId)?.nights ?? []
      const nights = priced.map((rate) => {
        const { sold, blocked } = taken[rate.night] ?? { sold: 0, blocked: 0 }
        return {
          night: rate.night,
          sold,
          blocked,
          free: Math.max(0, type.rooms - sold - blocked),
          amount: rate.amount,
          ruleKind: rate.rule.kind,
          whyNot: whyNotSold(rate, { rooms: type.rooms, sold, blocked }, businessDate),
        }
      })
      return { ...type, nights }
    })
    return { businessDate, dates, roomTypes }
  },
})
