import type { LineStatus, OrderStatus } from '../../domain/lodging/order-status.ts'
import type { Channel } from '../../domain/lodging/channel.ts'
import { Conditions, listPage, type Page, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'
import { type StayRow, staysOfOrders } from './stay-queries.ts'

export type OrderRow = {
  id: string
  number: string
  propertyId: string
  issuerId: string
  memberId: string
  memberName: string
  memberNumber: string
  channel: Channel
  status: OrderStatus
  placedAt: string
  payBy: string
  settledAt: string | null
  checkIn: string
  checkOut: string
  total: number
  paid: number
  fee: number
  returned: number
  version: number
  stays: StayRow[]
}

export type OrderFilter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds?: readonly string[] | undefined
  readonly memberId?: string | undefined
  readonly status?: readonly LineStatus[] | undefined
  readonly checkIn?: string | undefined
  readonly number?: string | undefined
  /** Part of a name, kana or number. */
  readonly q?: string | undefined
}

const SELECT = `o.id, o.number, o.property_id as "propertyId", o.issuer_id as "issuerId", o.member_id as "memberId",
  m.name as "memberName", m.number as "memberNumber", o.channel, s.status, o.placed_at as "placedAt", o.pay_by as "payBy",
  o.settled_at as "settledAt", s.check_in as "checkIn", s.check_out as "checkOut", s.total, s.paid, s.fee, s.returned, o.version`
const FROM = `orders o join members m on m.id = o.member_id join order_states s on s.order_id = o.id`

export const ORDER_SORTS = ['-placedAt', 'checkIn', 'number', 'total'] as const

export async function listOrders(
  sql: Sql,
  filter: OrderFilter,
  wish: PageWish,
): Promise<Page<OrderRow>> {
  const where = new Conditions()
    .when(filter.ids, 'o.id = any(?::uuid[])')
    .when(filter.propertyIds, 'o.property_id = any(?::uuid[])')
    .when(filter.memberId, 'o.member_id = ?::uuid')
    .when(filter.status, 's.status = any(?::text[])')
    .when(filter.checkIn, 's.check_in = ?::date')
    .when(filter.number, 'o.number = ?')
    .when(
      filter.q,
      `m.name ilike '%' || like_text(?) || '%' or m.kana ilike '%' || like_text(?) || '%'
      or o.number = ? or m.number = upper(?)`,
    )
  const sorts = { placedAt: 'o.queue', checkIn: 's.check_in', number: 'o.number', total: 's.total' }
  const page = await listPage<Omit<OrderRow, 'stays'>>(
    sql,
    { select: SELECT, from: FROM, where, sorts, key: 'o.id' },
    wish,
  )
  return { ...page, data: await withStays(sql, page.data) }
}

export async function findOrder(sql: Sql, id: string): Promise<OrderRow | null> {
  const rows = await sql.rows<Omit<OrderRow, 'stays'>>(
    `select ${SELECT} from ${FROM} where o.id = $1`,
    [id],
  )
  return (await withStays(sql, rows))[0] ?? null
}

async function withStays(sql: Sql, orders: Omit<OrderRow, 'stays'>[]): Promise<OrderRow[]> {
  const stays = await staysOfOrders(
    sql,
    orders.map((order) => order.id),
  )
  return orders.map((order) => ({
    ...order,
    stays: stays.filter((stay) => stay.orderId === order.id),
  }))
}
