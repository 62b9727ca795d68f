import type { RoomReadiness } from '../../domain/lodging/today.ts'
import type { Sql } from '../platform/sql.ts'
import { type StayRow, staysById } from './stay-queries.ts'

type StayToday = {
  readonly room: RoomReadiness
  /** Its cleaning is finished and waits for whoever inspects it. */
  readonly toInspect: boolean
  readonly overdue: boolean
}
export type TodayStayRow = StayRow & StayToday
export type TodayCounts = {
  readonly arrived: number
  readonly departed: number
  readonly guests: number
}
export type PendingPaymentRow = {
  orderId: string
  orderNumber: string
  memberId: string
  memberName: string
  memberNumber: string
  balance: number
  checkIn: string
  checkOut: string
  total: number
  payBy: string
}

/** Whoever is expected or inside today, with what the room says to it: set-based, two statements. */
export async function todayStays(
  sql: Sql,
  propertyId: string,
  date: string,
): Promise<TodayStayRow[]> {
  const found = await sql.rows<StayToday & { readonly id: string }>(
    `select l.id, l.status = 'in_house' and coalesce(l.overdue_at < house_now(), false) as overdue,
       case when l.status = 'in_house' then 'ready'
         when exists (select from order_lines i where i.room_id = l.room_id and i.status = 'in_house') then 'occupied'
         when exists (select from room_nights n where n.room_id = l.room_id and n.night = $2 and n.block_id is not null)
           then 'blocked'
         when exists (select from cleanings c where c.room_id = l.room_id and c.done_at is null) then 'cleaning'
         else 'ready' end as room,
       exists (select from cleanings c where c.room_id = l.room_id and c.state = 'to_inspect') as "toInspect"
     from order_lines l where l.property_id = $1 and (l.status = 'in_house'
       or (l.status in ('pending', 'confirmed') and l.check_in <= $2 and l.check_out > $2))`,
    [propertyId, date],
  )
  const stays = await staysById(
    sql,
    found.map(({ id }) => id),
  )
  const facts = new Map(found.map(({ id, ...today }) => [id, today]))
  return stays.map((stay) => ({
    ...stay,
    ...(facts.get(stay.id) ?? { room: 'ready' as const, toInspect: false, overdue: false }),
  }))
}

/** What of the day is done: stays that came and went since it began, and who sleeps here. */
export const todayCounts = (sql: Sql, propertyId: string, date: string) =>
  sql.one<TodayCounts>(
    `select (select count(*)::int from order_lines l where l.property_id = p.id and l.checked_in_at >= d.begins) as arrived,
       (select count(*)::int from order_lines l where l.property_id = p.id and l.checked_out_at >= d.begins) as departed,
       (select coalesce(sum(l.guests), 0)::int from order_lines l
         where l.property_id = p.id and l.status = 'in_house') as guests
     from properties p cross join lateral
       (select ($2::date + p.day_starts_at) at time zone p.time_zone as begins) d where p.id = $1`,
    [propertyId, date],
  )

/** Orders that wait for points, the one that ends soonest first. */
export const pendingPayments = (sql: Sql, propertyId: string, limit: number) =>
  sql.rows<PendingPaymentRow>(
    `select o.id as "orderId", o.number as "orderNumber", m.id as "memberId", m.name as "memberName",
       m.number as "memberNumber", b.balance, s.check_in as "checkIn", s.check_out as "checkOut", s.total,
       o.pay_by as "payBy"
     from order_summaries s join orders o on o.id = s.order_id join members m on m.id = s.member_id
     cross join lateral (select coalesce(sum(l.remaining), 0)::bigint as balance
       from accounts a join lots l on l.account_id = a.id
       where a.member_id = m.id and l.remaining > 0 and (l.expires_at is null or l.expires_at > house_now())) b
     where s.property_id = $1 and s.status = 'pending' order by o.pay_by, o.queue limit $2`,
    [propertyId, limit],
  )
