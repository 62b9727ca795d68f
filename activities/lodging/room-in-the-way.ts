import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type WantedRoom = {
  readonly roomId: string
  readonly fromNight: LocalDate
  readonly checkOut: LocalDate
}

/**
 * Refuses a room that somebody else holds on one of these nights, and says who: the order's number, or
 * that the room is out of use. Asked under the lock of the room's type.
 *
 * @param except stays that are about to leave it
 * @throws DomainError room_taken
 */
export async function assertRoomFree(
  { sql }: Pick<Context, 'sql'>,
  wanted: WantedRoom,
  except: readonly string[],
): Promise<void> {
  const holder = await sql.maybe<{
    room: string
    order_number: string | null
    block: string | null
  }>(
    `select r.number as room, o.number as order_number, b.kind as block from room_nights n
     join rooms r on r.id = n.room_id left join order_lines l on l.id = n.line_id left join orders o on o.id = l.order_id
     left join room_blocks b on b.id = n.block_id
     where n.room_id = $1 and n.night >= $2 and n.night < $3 and (n.line_id is null or n.line_id <> all($4::uuid[]))
     order by n.night limit 1`,
    [wanted.roomId, wanted.fromNight, wanted.checkOut, except],
  )
  if (!holder) return
  const { room, order_number, block } = holder
  if (order_number === null) throw new DomainError('room_not_ready', { state: block ?? 'blocked' })
  throw new DomainError('room_taken', { room, holder: order_number })
}

/** A guest who is inside goes to a room that is clean and empty. @throws DomainError room_not_ready */
export async function assertRoomReady(
  { sql }: Pick<Context, 'sql'>,
  roomId: string,
): Promise<void> {
  const state = await sql.one<{ cleaning: boolean; occupied: boolean }>(
    `select exists (select from cleanings where room_id = $1 and done_at is null) as cleaning,
       exists (select from order_lines where room_id = $1 and status = 'in_house') as occupied`,
    [roomId],
  )
  if (state.cleaning || state.occupied) {
    throw new DomainError('room_not_ready', { state: state.cleaning ? 'cleaning' : 'occupied' })
  }
}
