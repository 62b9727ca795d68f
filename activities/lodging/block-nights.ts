import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { ordersHolding } from '../../db/lodging/room-facts.ts'
import type { Context } from '../platform/context.ts'
import { roomConflict, roomSold } from './room-refusals.ts'

/**
 * Whether a block may have these nights; the type is locked. The primary key of room_nights would refuse
 * them too, but could not say who is in the way.
 *
 * @throws DomainError room_sold with the orders' numbers; state_conflict where another block lies
 */
export async function assertNightsFree(
  context: Pick<Context, 'sql' | 'actor'>,
  roomId: string,
  from: LocalDate,
  until: LocalDate,
): Promise<void> {
  const orders = await ordersHolding(context.sql, roomId, { from, until })
  if (orders.length > 0) throw await roomSold(context, roomId, orders)
  const other = await context.sql.maybe<{ kind: string }>(
    `select b.kind from room_nights n join room_blocks b on b.id = n.block_id
     where n.room_id = $1 and n.night between $2 and $3 order by n.night limit 1`,
    [roomId, from, until],
  )
  if (other) throw await roomConflict(context, roomId, other.kind)
}
