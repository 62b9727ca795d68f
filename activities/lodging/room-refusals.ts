import { permittedRoomActions } from '../../domain/lodging/room-record-actions.ts'
import { roomStatus } from '../../domain/lodging/room-status.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { roomNow } from '../../db/lodging/room-facts.ts'
import type { Context } from '../platform/context.ts'

type RefusedTo = Pick<Context, 'sql' | 'actor'>

/** "Not now", with what is possible instead (003-05). `state`: what hinders it, without it the room's status. */
export async function roomConflict(
  { sql, actor }: RefusedTo,
  roomId: string,
  state?: string,
): Promise<DomainError> {
  const now = await roomNow(sql, roomId)
  if (!now) return new DomainError('not_found')
  const facts = { ...now, blocked: now.block !== null }
  const belonging = { issuerId: now.issuerId, propertyId: now.propertyId, memberId: null }
  const allowedActions = permittedRoomActions(actor, facts, belonging)
  const found = state ?? (now.retired ? 'retired' : roomStatus(now))
  return new DomainError('state_conflict', { state: found }, { allowedActions })
}

/** Sold: the orders are named, so that somebody can move them. */
export async function roomSold(
  context: RefusedTo,
  roomId: string,
  orders: readonly string[],
): Promise<DomainError> {
  const { allowedActions = [] } = await roomConflict(context, roomId)
  return new DomainError('room_sold', { orders: orders.join(', ') }, { allowedActions })
}
