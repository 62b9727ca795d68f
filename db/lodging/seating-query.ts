import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { FixedHold, SeatedParty, Seating, SeatRoom } from '../../domain/lodging/seating.ts'
import type { Sql } from '../platform/sql.ts'

/** Why a hold stays where it is, for the refusal that names it. */
export type NamedHold = FixedHold & {
  readonly roomNumber: string
  readonly orderNumber: string | null
}
export type TypeSeating = Omit<Seating, 'fixed'> & { readonly fixed: readonly NamedHold[] }

type HoldRow = NamedHold & {
  readonly stayId: string | null
  readonly guests: number
  readonly movable: boolean
}

/**
 * Who holds the rooms of a type from the business date on. Free to move: paid for or waiting, not yet
 * arrived, not pinned, and nobody decides about it.
 *
 * @param now the moment that decides about the business date
 */
export async function readSeating(sql: Sql, roomTypeId: string, now: Date): Promise<TypeSeating> {
  const rooms = await sql.rows<SeatRoom>(
    `select r.id, room_capacity(r, t.capacity) as capacity from rooms r join room_types t on t.id = r.room_type_id
     where r.room_type_id = $1 and r.retired_at is null order by r.number, r.id`,
    [roomTypeId],
  )
  const holds = await sql.rows<HoldRow>(
    `select n.room_id as "roomId", r.number as "roomNumber", o.number as "orderNumber", n.line_id as "stayId",
       coalesce(l.guests, 0) as guests,
       min(n.night) as "from", max(n.night) + 1 as "until",
       coalesce(l.status in ('pending', 'confirmed') and not l.pinned and l.check_in >= business_date(p, $2)
         and not exists (select from cancellation_request_lines c where c.line_id = l.id and c.open), false) as movable
     from rooms r join properties p on p.id = r.property_id
     join room_nights n on n.room_id = r.id and n.night >= business_date(p, $2)
     left join order_lines l on l.id = n.line_id left join orders o on o.id = l.order_id
     where r.room_type_id = $1 and r.retired_at is null
     group by n.room_id, r.number, n.line_id, n.block_id, o.number, l.id, p.id
     order by "from", r.number`,
    [roomTypeId, now],
  )
  const parties: SeatedParty[] = []
  const fixed: NamedHold[] = []
  for (const { stayId, guests, movable, ...hold } of holds) {
    if (stayId !== null && movable) parties.push({ stayId, guests, ...hold })
    else fixed.push(hold)
  }
  return { rooms, parties, fixed }
}

/** Rooms of a type not held on the fullest night of a period: what fits by count, however it is seated. */
export const freeByCount = async (
  sql: Sql,
  roomTypeId: string,
  checkIn: LocalDate,
  checkOut: LocalDate,
): Promise<number> => {
  const { free } = await sql.one<{ free: number }>(
    `select (select count(*)::int from rooms where room_type_id = $1 and retired_at is null) - coalesce(max(held), 0) as free
     from (select count(*)::int as held from rooms r join room_nights n on n.room_id = r.id
       where r.room_type_id = $1 and r.retired_at is null and n.night >= $2 and n.night < $3 group by n.night) h`,
    [roomTypeId, checkIn, checkOut],
  )
  return free
}
