import { Type } from 'typebox'
import { addDays } from '../../domain/lodging/local-date.ts'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { timelineRooms, timelineSpans } from '../../db/lodging/timeline-query.ts'
import { belongingOf } from '../platform/belongings.ts'
import { query } from '../platform/route.ts'
import { Id, LocalDate, OrNull, Shape } from '../platform/schemas.ts'

const DAYS_MAX = 92

const TimelineStay = Shape(
  {
    id: Id,
    orderId: Id,
    orderNumber: Type.String(),
    memberName: Type.String(),
    checkIn: LocalDate,
    checkOut: LocalDate,
    guests: Type.Integer(),
    status: Type.Enum([...LINE_STATUSES]),
  },
  { title: 'TimelineStay' },
)
const TimelineSpan = Shape(
  {
    roomId: Id,
    from: LocalDate,
    until: LocalDate,
    stay: OrNull(TimelineStay),
    block: OrNull(
      Shape({
        id: Id,
        kind: Type.Enum(['maintenance', 'unavailable']),
        reason: Type.String(),
      }),
    ),
  },
  { title: 'TimelineSpan' },
)
const TimelineRoom = Shape(
  {
    id: Id,
    number: Type.String(),
    floor: Type.Integer(),
    roomTypeId: Id,
    roomTypeName: Type.String(),
    roomTypeNameEn: Type.String(),
  },
  { title: 'TimelineRoom' },
)

export const timelineRoute = query({
  method: 'get',
  path: '/v1/timeline',
  operationId: 'getTimeline',
  tag: 'lodging',
  permission: 'timeline.read',
  summary: 'Rooms × nights: who or what holds each room, for up to three months',
  query: Shape({
    propertyId: Id,
    from: Type.Optional(LocalDate),
    days: Type.Integer({ minimum: 1, maximum: DAYS_MAX, default: 30 }),
  }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Shape({
    businessDate: LocalDate,
    from: LocalDate,
    until: LocalDate,
    rooms: Type.Array(TimelineRoom),
    spans: Type.Array(TimelineSpan),
  }),
  async handle({ sql }, { query: wish }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const { businessDate } = await propertyFacts(sql, wish.propertyId, new Date(now))
    const from = wish.from ?? businessDate
    const until = addDays(from, wish.days)
    const [rooms, spans] = await Promise.all([
      timelineRooms(sql, wish.propertyId),
      timelineSpans(sql, wish.propertyId, from, until),
    ])
    return { businessDate, from, until, rooms, spans }
  },
})
