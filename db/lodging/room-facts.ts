import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { Sql } from '../platform/sql.ts'

/**
 * A room's axes on a day, as columns of `f`: for today as it stands, for another date by what is sold and
 * blocked. Needs `r` (rooms) and `p` (properties); `date` is an expression, null meaning today.
 */
export const roomFactsOn = (date: string) => `
  cross join lateral (select x.today, coalesce(${date}, x.today) as day from (select business_date(p, house_now()) as today) x) d
  cross join lateral (select
    d.day = d.today and exists (select from order_lines l where l.room_id = r.id and l.status = 'in_house') as occupied,
    (select k.kind from room_nights n join room_blocks k on k.id = n.block_id where n.room_id = r.id and n.night = d.day) as block,
    d.day = d.today and exists (select from cleanings c where c.room_id = r.id and c.done_at is null) as cleaning,
    exists (select from room_nights n join order_lines l on l.id = n.line_id where n.room_id = r.id and n.night = d.day
      and (d.day <> d.today or l.status in ('pending', 'confirmed'))) as reserved) f`

export type RoomNow = {
  readonly propertyId: string
  readonly issuerId: string
  readonly occupied: boolean
  readonly block: 'maintenance' | 'unavailable' | null
  readonly cleaning: boolean
  readonly reserved: boolean
  readonly retired: boolean
}

export const roomNow = (sql: Sql, roomId: string) =>
  sql.maybe<RoomNow>(
    `select r.property_id as "propertyId", p.issuer_id as "issuerId", f.occupied, f.block, f.cleaning, f.reserved,
       r.retired_at is not null as retired
     from rooms r join properties p on p.id = r.property_id ${roomFactsOn('null::date')} where r.id = $1`,
    [roomId],
  )

/** Numbers of the orders that hold a room from a night on, the earliest first; a guest inside counts. */
export async function ordersHolding(
  sql: Sql,
  roomId: string,
  span: { readonly from: LocalDate; readonly until?: LocalDate; readonly guestsAbove?: number },
): Promise<string[]> {
  const rows = await sql.rows<{ number: string }>(
    `select o.number from order_lines l join orders o on o.id = l.order_id
     where l.room_id = $1 and l.guests > $4 and (l.status = 'in_house' and $3::date is null
       or exists (select from room_nights n where n.line_id = l.id and n.room_id = $1 and n.night >= $2
         and ($3::date is null or n.night <= $3)))
     group by o.number order by min(l.check_in), o.number limit ${ORDERS_NAMED_MAX}`,
    [roomId, span.from, span.until ?? null, span.guestsAbove ?? 0],
  )
  return rows.map((row) => row.number)
}

/** As many as a sentence holds. */
const ORDERS_NAMED_MAX = 10
