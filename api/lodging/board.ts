import { Type } from 'typebox'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { daysBetween } from '../../domain/lodging/local-date.ts'
import { ROOM_STATUSES, type RoomStatus, roomStatus } from '../../domain/lodging/room-status.ts'
import { type RoomAction, roomActions } from '../../domain/lodging/stay-actions.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { type Action, type Belonging, mayDo } from '../../domain/platform/permissions.ts'
import { type BoardRow, boardRows } from '../../db/lodging/board-query.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { belongingOf } from '../platform/belongings.ts'
import { query } from '../platform/route.ts'
import { Actions, Id, LocalDate, Moment, OrNull, Shape } from '../platform/schemas.ts'

const BoardStay = Shape(
  {
    id: Id,
    // Whose stay it is: for those who may read orders. Who cleans needs numbers and dates.
    orderId: OrNull(Id),
    orderNumber: OrNull(Type.String()),
    memberName: OrNull(Type.String()),
    checkIn: LocalDate,
    checkOut: LocalDate,
    guests: Type.Integer(),
    status: Type.Enum([...LINE_STATUSES]),
  },
  { title: 'BoardStay' },
)
const BoardRoom = Shape(
  {
    id: Id,
    number: Type.String(),
    floor: Type.Integer(),
    roomTypeId: Id,
    roomTypeName: Type.String(),
    roomTypeNameEn: Type.String(),
    status: Type.Enum([...ROOM_STATUSES]),
    stay: OrNull(BoardStay),
    arrival: OrNull(BoardStay),
    cleaning: OrNull(
      Shape({
        id: Id,
        startedAt: Moment,
        dueAt: Moment,
        toInspect: Type.Boolean({ description: 'Finished, and not yet inspected.' }),
      }),
    ),
    block: OrNull(
      Shape({
        id: Id,
        kind: Type.Enum(['maintenance', 'unavailable']),
        reason: Type.String(),
        fromNight: LocalDate,
        untilNight: LocalDate,
      }),
    ),
    allowedActions: Actions,
  },
  { title: 'BoardRoom' },
)
const Counts = Shape(
  Object.fromEntries(ROOM_STATUSES.map((status) => [status, Type.Integer()])) as Record<
    RoomStatus,
    Type.TInteger
  >,
)

const PERMISSION_OF: Readonly<Record<RoomAction, Action>> = {
  check_in: 'stay.check_in',
  check_out: 'stay.check_out',
  finish_cleaning: 'room.finish_cleaning',
  block: 'room.block',
  release: 'room.block',
}

export const boardRoute = query({
  method: 'get',
  path: '/v1/board',
  operationId: 'getBoard',
  tag: 'lodging',
  permission: 'board.read',
  summary: 'Every room of a property in one of the six statuses, as of now or of a date',
  query: Shape({ propertyId: Id, date: Type.Optional(LocalDate) }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Shape({
    date: LocalDate,
    businessDate: LocalDate,
    counts: Counts,
    rooms: Type.Array(BoardRoom),
  }),
  async handle({ sql, actor }, { query: wish }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const property = await propertyFacts(sql, wish.propertyId, new Date(now))
    const date = wish.date ?? property.businessDate
    const isToday = date === property.businessDate
    const belonging = { issuerId: property.issuerId, propertyId: property.id, memberId: null }
    const rows = await boardRows(sql, property.id, date, isToday)
    const rooms = rows.map((row) => boardRoom(actor, row, belonging, isToday ? date : null))
    const counts = Object.fromEntries(
      ROOM_STATUSES.map((status) => [
        status,
        rooms.filter((room) => room.status === status).length,
      ]),
    ) as Record<RoomStatus, number>
    return { date, businessDate: property.businessDate, counts, rooms }
  },
})

function boardRoom(actor: Actor, row: BoardRow, belonging: Belonging, today: string | null) {
  const { occupied, block, cleaning, reserved, stay, arrival, cleaningTask, blockRecord, ...room } =
    row
  const arrivalReady =
    today !== null &&
    arrival !== null &&
    arrival.status === 'confirmed' &&
    !arrival.cancelling &&
    daysBetween(arrival.checkIn, today) >= 0
  const actions =
    today === null
      ? []
      : roomActions({
          occupied,
          cleaning,
          toInspect: cleaningTask?.toInspect ?? false,
          blocked: block !== null,
          arrivalReady,
          retired: false,
        })
  const knowsGuests = mayDo(actor, 'order.read', belonging)
  const shown = (found: BoardRow['stay']) => {
    if (!found) return null
    const { cancelling, ...rest } = found
    return knowsGuests ? rest : { ...rest, orderId: null, orderNumber: null, memberName: null }
  }
  return {
    ...room,
    status: roomStatus({ occupied, block, cleaning, reserved }),
    stay: shown(stay),
    arrival: shown(arrival),
    cleaning: cleaningTask,
    block: blockRecord,
    allowedActions: actions.filter((action) => mayDo(actor, PERMISSION_OF[action], belonging)),
  }
}
