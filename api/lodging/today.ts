import { Type } from 'typebox'
import { isOpen } from '../../domain/lodging/order-status.ts'
import { roomActions } from '../../domain/lodging/stay-actions.ts'
import { ROOM_READINESS, stayStep, TODAY_STEPS } from '../../domain/lodging/today.ts'
import type { Person } from '../../domain/platform/actor.ts'
import { type Belonging, mayDo } from '../../domain/platform/permissions.ts'
import { listApprovals } from '../../db/approvals/approval-queries.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import {
  type PendingPaymentRow,
  pendingPayments,
  todayCounts,
  todayStays,
  type TodayStayRow,
} from '../../db/lodging/today-query.ts'
import { listCases } from '../../db/platform/case-queries.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { Approval, approvalRecord } from '../approvals/approval-record.ts'
import { belongingOf } from '../platform/belongings.ts'
import { Case, caseRecord } from '../platform/cases.ts'
import { query } from '../platform/route.ts'
import {
  Actions,
  Id,
  LocalDate,
  Moment,
  PAGE_SIZE_MAX,
  Points,
  Shape,
} from '../platform/schemas.ts'
import { Stay, stayRecord } from './stay-record.ts'

const Next = Type.Enum([...TODAY_STEPS], { description: 'What the desk does next with it.' })

const TodayStay = Shape(
  {
    stay: Stay,
    room: Type.Enum([...ROOM_READINESS], { description: 'What keeps an arriving guest out.' }),
    overdue: Type.Boolean({ description: 'In the house although the time to leave has passed.' }),
    next: Next,
  },
  { title: 'TodayStay' },
)
const TodayPayment = Shape(
  {
    orderId: Id,
    orderNumber: Type.String(),
    memberId: Id,
    memberName: Type.String(),
    memberNumber: Type.String(),
    balance: Points,
    checkIn: LocalDate,
    checkOut: LocalDate,
    total: Points,
    missing: Points,
    payBy: Moment,
    next: Next,
    allowedActions: Actions,
  },
  { title: 'TodayPayment' },
)
const TodayRoom = Shape(
  {
    roomId: Id,
    number: Type.String(),
    room: Type.Enum([...ROOM_READINESS]),
    memberName: Type.String(),
    next: Next,
    allowedActions: Actions,
  },
  { title: 'TodayRoom' },
)

export const todayRoute = query({
  method: 'get',
  path: '/v1/today',
  operationId: 'getToday',
  tag: 'lodging',
  permission: 'today.read',
  summary:
    "The desk's day: who comes, who is in, who leaves, what waits, and the next step of each",
  query: Shape({ propertyId: Id }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Shape({
    businessDate: LocalDate,
    arrivals: Type.Array(TodayStay),
    departures: Type.Array(TodayStay),
    inHouse: Type.Array(TodayStay),
    rooms: Type.Array(TodayRoom),
    payments: Type.Array(TodayPayment),
    approvals: Type.Array(Approval),
    cases: Type.Array(Case),
    counts: Shape({
      arrived: Type.Integer(),
      departed: Type.Integer(),
      guests: Type.Integer(),
      cases: Type.Integer(),
    }),
  }),
  async handle({ sql, actor }, { query: { propertyId } }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const { businessDate, issuerId } = await propertyFacts(sql, propertyId, new Date(now))
    const belonging = { issuerId, propertyId, memberId: null }
    const [rows, counts, pending, approvals, cases] = await Promise.all([
      todayStays(sql, propertyId, businessDate),
      todayCounts(sql, propertyId, businessDate),
      pendingPayments(sql, propertyId, PAGE_SIZE_MAX),
      approvalsFor(sql, actor, belonging),
      openCases(sql, actor, belonging),
    ])
    const coming = rows.filter(({ status }) => status !== 'in_house' && isOpen(status))
    const inside = rows.filter(({ status }) => status === 'in_house')
    const todayStay = (row: TodayStayRow) => todayStayRecord(actor, row)
    return {
      businessDate,
      arrivals: coming.map(todayStay),
      departures: inside.filter(({ checkOut }) => checkOut <= businessDate).map(todayStay),
      inHouse: inside.filter(({ checkOut }) => checkOut > businessDate).map(todayStay),
      rooms: coming
        .filter(({ room }) => room !== 'ready')
        .map((row) => todayRoomRecord(actor, row, belonging)),
      payments: pending.map((row) => paymentRecord(actor, row, belonging)),
      approvals,
      cases: cases.data.map(caseRecord),
      counts: { ...counts, cases: cases.page.total },
    }
  },
})

function todayStayRecord(actor: Person, row: TodayStayRow) {
  const { room, overdue, toInspect: _, ...stay } = row
  return { stay: stayRecord(actor, stay), room, overdue, next: stayStep(row) }
}

function todayRoomRecord(actor: Person, row: TodayStayRow, belonging: Belonging) {
  const cleaning = row.room === 'cleaning'
  const possible = roomActions({
    occupied: row.room === 'occupied',
    cleaning,
    toInspect: row.toInspect,
    blocked: row.room === 'blocked',
    arrivalReady: false,
    retired: false,
  })
  const mayFinish =
    possible.includes('finish_cleaning') && mayDo(actor, 'room.finish_cleaning', belonging)
  return {
    roomId: row.roomId,
    number: row.roomNumber,
    room: row.room,
    memberName: row.memberName,
    next: cleaning && !row.toInspect ? ('finish_cleaning' as const) : ('open' as const),
    allowedActions: mayFinish ? ['finish_cleaning'] : [],
  }
}

function paymentRecord(actor: Person, row: PendingPaymentRow, belonging: Belonging) {
  return {
    ...row,
    missing: Math.max(0, row.total - row.balance),
    next: 'top_up' as const,
    allowedActions: mayDo(actor, 'top_up.make', belonging) ? ['top_up'] : [],
  }
}

/** Only what this person may decide: his own requests wait for somebody else. */
async function approvalsFor(sql: Sql, actor: Person, belonging: Belonging) {
  if (!mayDo(actor, 'approval.decide', belonging)) return []
  const { data } = await listApprovals(
    sql,
    { propertyIds: [String(belonging.propertyId)], status: ['pending'] },
    { page: 1, perPage: PAGE_SIZE_MAX, sort: 'dueAt' },
  )
  return data
    .map((row) => approvalRecord(actor, row))
    .filter(({ allowedActions }) => allowedActions.includes('approve'))
}

async function openCases(sql: Sql, actor: Person, belonging: Belonging) {
  const wish = { page: 1, perPage: PAGE_SIZE_MAX, sort: 'openedAt' }
  if (!mayDo(actor, 'case.read', belonging))
    return { data: [], page: { number: 1, size: wish.perPage, total: 0 } }
  return listCases(sql, { propertyIds: [String(belonging.propertyId)], open: true }, wish)
}
