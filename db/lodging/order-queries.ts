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
  memberKana: string
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
  readonly channel?: readonly Channel[] | undefined
  readonly checkIn?: string | undefined
  readonly checkInFrom?: string | undefined
  readonly checkInUntil?: string | undefined
  readonly checkOutFrom?: string | undefined
  readonly checkOutUntil?: string | undefined
  readonly number?: string | undefined
  readonly memberNumber?: string | undefined
  readonly roomNumber?: string | undefined
  /** Part of a name, kana or number. */
  readonly q?: string | undefined
}

const SELECT = `o.id, o.number, o.property_id as "propertyId", o.issuer_id as "issuerId", o.member_id as "memberId",
  m.name as "memberName", m.kana as "memberKana", m.number as "memberNumber", o.channel, s.status, o.placed_at as "placedAt",
  o.pay_by as "payBy", o.settled_at as "settledAt", s.check_in as "checkIn", s.check_out as "checkOut", s.total,
  case when o.settled_at is null then 0 else s.total end as paid, s.fee, s.returned, o.version`
const COUNTED = 'order_summaries s'
const FROM = `${COUNTED} join orders o on o.id = s.order_id join members m on m.id = s.member_id`

export const ORDER_SORTS = ['-placedAt', 'checkIn', 'checkOut', 'number', 'total'] as const

/** An index gives its rows in order for one value, not for any of several. */
const one = (values: readonly string[] | undefined) =>
  values?.length === 1 ? values[0] : undefined
const several = (values: readonly string[] | undefined) =>
  values?.length === 1 ? undefined : values

/** Every condition is about the summary alone, so that its indexes find the page and count the rest (ADR 0008). */
export async function listOrders(
  sql: Sql,
  filter: OrderFilter,
  wish: PageWish,
): Promise<Page<OrderRow>> {
  const where = new Conditions()
    .when(filter.ids, 's.order_id = any(?::uuid[])')
    .when(one(filter.propertyIds), 's.property_id = ?::uuid')
    .when(several(filter.propertyIds), 's.property_id = any(?::uuid[])')
    .when(filter.memberId, 's.member_id = ?::uuid')
    .when(one(filter.status), 's.status = ?')
    .when(several(filter.status), 's.status = any(?::text[])')
    .when(filter.channel, 's.channel = any(?::text[])')
    .when(filter.checkIn, 's.check_in = ?::date')
    .when(filter.checkInFrom, 's.check_in >= ?::date')
    .when(filter.checkInUntil, 's.check_in <= ?::date')
    .when(filter.checkOutFrom, 's.check_out >= ?::date')
    .when(filter.checkOutUntil, 's.check_out <= ?::date')
    .when(filter.number, 's.number = ?')
    .when(filter.memberNumber, 's.member_id in (select id from members where number = upper(?))')
    .when(
      filter.roomNumber,
      `s.order_id in (select l.order_id from order_lines l join rooms r on r.id = l.room_id
         where upper(r.number) = upper(?))`,
    )
    .when(
      filter.q,
      // One or the other would be looked for in every row: two searches by index, put together.
      `s.order_id in (select order_id from order_summaries where number = ?
         union select f.order_id from order_summaries f join members m on m.id = f.member_id
           where m.number = upper(normalize(?, nfkc)) or m.name_key like '%' || like_text(search_key(?)) || '%'
             or m.kana_key like '%' || like_text(search_key(?)) || '%')`,
    )
  const sorts = {
    placedAt: 's.queue',
    checkIn: 's.check_in',
    checkOut: 's.check_out',
    number: 's.number',
    total: 's.total',
  }
  const page = await listPage<Omit<OrderRow, 'stays'>>(
    sql,
    { select: SELECT, from: FROM, counted: COUNTED, where, sorts, key: 's.order_id' },
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
