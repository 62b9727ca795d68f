import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { Context } from '../platform/context.ts'

export type SeatChange = {
  readonly stayId: string
  readonly roomId: string
  readonly fromNight: LocalDate
  readonly checkOut: LocalDate
}

/**
 * Moves nights between rooms: all of them taken away first, then given in date order, so that stays
 * which trade rooms never stand in each other's way. The types are locked by the caller; the primary key
 * of room_nights has the last word.
 *
 * @throws DomainError room_not_available, room_not_ready where somebody else is inside
 */
export async function giveRooms(
  { sql }: Pick<Context, 'sql'>,
  changes: readonly SeatChange[],
): Promise<void> {
  const columns = [
    changes.map((change) => change.stayId),
    changes.map((change) => change.roomId),
    changes.map((change) => change.fromNight),
    changes.map((change) => change.checkOut),
  ]
  const moved =
    'unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[]) c(line_id, room_id, from_night, check_out)'
  await sql.run(
    `delete from room_nights n using ${moved}
     where n.line_id = c.line_id and n.night >= c.from_night`,
    columns,
  )
  await sql.run(
    `insert into room_nights (room_id, night, line_id)
     select c.room_id, d::date, c.line_id from ${moved}
     cross join generate_series(c.from_night::timestamp, c.check_out::timestamp - interval '1 day', interval '1 day') d
     order by d, c.room_id`,
    columns,
  )
  await sql.run(
    `update order_lines l set room_id = c.room_id, version = version + 1
     from unnest($1::uuid[], $2::uuid[]) c(line_id, room_id) where l.id = c.line_id`,
    [columns[0], columns[1]],
  )
}
