import type { DiscountRule } from '../../domain/lodging/birthday-benefit.ts'
import type { RateRule } from '../../domain/lodging/night-rate.ts'
import type { LineStatus } from '../../domain/lodging/order-status.ts'
import { Conditions, listPage, type Page, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

/** What a night was agreed to cost, and why; what was sold before rules were kept has none. */
export type StayNight = {
  night: string
  listRate: number
  rule: RateRule | null
  discount: number
  discountRule: DiscountRule | null
  amount: number
}

/** A line of an order: a party's nights in one room. */
export type StayRow = {
  id: string
  orderId: string
  orderNumber: string
  propertyId: string
  issuerId: string
  memberId: string
  memberName: string
  roomTypeId: string
  roomTypeName: string
  roomTypeNameEn: string
  roomId: string
  roomNumber: string
  checkIn: string
  checkOut: string
  guests: number
  status: LineStatus
  amount: number
  fee: number
  returned: number
  nights: StayNight[]
  checkedInAt: string | null
  checkedOutAt: string | null
  openRequestId: string | null
  openRequestApproved: boolean
  pinned: boolean
  businessDate: string
  /** The front may still put the last check-in or check-out right. */
  recentlyRecorded: boolean
  /** A night of it has become revenue. */
  earned: boolean
  version: number
}

const SELECT = `l.id, l.order_id as "orderId", o.number as "orderNumber", l.property_id as "propertyId",
  o.issuer_id as "issuerId", o.member_id as "memberId", m.name as "memberName", l.room_type_id as "roomTypeId",
  t.name as "roomTypeName", t.name_en as "roomTypeNameEn", l.room_id as "roomId", r.number as "roomNumber",
  l.check_in as "checkIn", l.check_out as "checkOut", l.guests, l.status, l.amount, l.fee, l.returned,
  (select jsonb_agg(jsonb_build_object('night', n.night, 'amount', n.amount, 'listRate', n.list_rate, 'rule', n.rule,
      'discount', n.discount, 'discountRule', n.discount_rule) order by n.night)
    from line_nights n where n.line_id = l.id) as nights,
  l.checked_in_at as "checkedInAt", l.checked_out_at as "checkedOutAt", q.id as "openRequestId",
  coalesce(q.status = 'approved', false) as "openRequestApproved", l.pinned, business_date(p, house_now()) as "businessDate",
  coalesce(l.recorded_at + p.desk_correction_minutes * interval '1 minute' >= house_now(), false) as "recentlyRecorded",
  exists (select from recognised_nights n where n.line_id = l.id) as earned, l.version`
const FROM = `order_lines l join orders o on o.id = l.order_id join members m on m.id = o.member_id
  join rooms r on r.id = l.room_id join room_types t on t.id = l.room_type_id join properties p on p.id = l.property_id
  left join cancellation_request_lines c on c.line_id = l.id and c.open left join approval_requests q on q.id = c.request_id`

export const STAY_SORTS = ['checkIn', 'checkOut', 'roomNumber'] as const

export type StayFilter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds?: readonly string[] | undefined
  readonly memberId?: string | undefined
  readonly status?: readonly LineStatus[] | undefined
  readonly checkIn?: string | undefined
  readonly checkOut?: string | undefined
  readonly roomId?: string | undefined
}

export async function listStays(
  sql: Sql,
  filter: StayFilter,
  wish: PageWish,
): Promise<Page<StayRow>> {
  const where = new Conditions()
    .when(filter.ids, 'l.id = any(?::uuid[])')
    .when(filter.propertyIds, 'l.property_id = any(?::uuid[])')
    .when(filter.memberId, 'o.member_id = ?::uuid')
    .when(filter.status, 'l.status = any(?::text[])')
    .when(filter.checkIn, 'l.check_in = ?::date')
    .when(filter.checkOut, 'l.check_out = ?::date')
    .when(filter.roomId, 'l.room_id = ?::uuid')
  const sorts = { checkIn: 'l.check_in', checkOut: 'l.check_out', roomNumber: 'r.number' }
  return listPage<StayRow>(sql, { select: SELECT, from: FROM, where, sorts, key: 'l.id' }, wish)
}

export const findStay = (sql: Sql, id: string) =>
  sql.maybe<StayRow>(`select ${SELECT} from ${FROM} where l.id = $1`, [id])

export const staysOfOrders = (sql: Sql, orderIds: readonly string[]) =>
  sql.rows<StayRow>(
    `select ${SELECT} from ${FROM} where l.order_id = any($1::uuid[]) order by l.check_in, r.number, l.id`,
    [orderIds],
  )

export const staysById = (sql: Sql, ids: readonly string[]) =>
  sql.rows<StayRow>(
    `select ${SELECT} from ${FROM} where l.id = any($1::uuid[]) order by r.number, l.check_in, l.id`,
    [ids],
  )
