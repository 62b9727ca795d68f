import { cleaningActions, type CleaningState } from '../../domain/housekeeping/cleaning-state.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type LockedCleaning = {
  readonly id: string
  readonly propertyId: string
  readonly roomId: string
  readonly kind: string
  readonly lineId: string | null
  readonly state: CleaningState
  readonly assignedTo: string | null
  readonly note: string | null
}

/** What is done to a room's cleaning, and going into the room, come one after the other: the room is held. */
export async function lockRoom({ sql }: Context, roomId: string): Promise<{ propertyId: string }> {
  const room = await sql.maybe<{ propertyId: string }>(
    'select property_id as "propertyId" from rooms where id = $1 for no key update',
    [roomId],
  )
  if (!room) throw new DomainError('not_found')
  return room
}

/** Holds the cleaning's room, then reads the cleaning: in a statement of its own, so that it sees what was done meanwhile. */
export async function lockCleaning(context: Context, id: string): Promise<LockedCleaning> {
  const { sql } = context
  const place = await sql.maybe<{ room_id: string }>(
    'select room_id from cleanings where id = $1',
    [id],
  )
  if (!place) throw new DomainError('not_found')
  await lockRoom(context, place.room_id)
  return sql.one<LockedCleaning>(
    `select id, property_id as "propertyId", room_id as "roomId", kind, line_id as "lineId", state,
       assigned_to as "assignedTo", note from cleanings where id = $1`,
    [id],
  )
}

/** It has moved on: what it is now, and what is possible instead. */
export const movedOn = (cleaning: LockedCleaning, context: Context): DomainError =>
  new DomainError(
    'state_conflict',
    { state: cleaning.state },
    { allowedActions: allowedNow(cleaning, context) },
  )

export const allowedNow = (
  { state, assignedTo }: LockedCleaning,
  context: Context,
): readonly string[] =>
  cleaningActions({ state, cleanerId: assignedTo, reopenable: false }, context.actor.id)

/** The staff person who acts, if it is one. */
export const staffIdOf = ({ actor }: Context): string | null =>
  actor.kind === 'staff' ? actor.id : null

/** A step of a cleaning in the trail, under its room and its own name. */
export function auditCleaning(
  context: Context,
  verb: string,
  { id, propertyId, roomId }: Pick<LockedCleaning, 'id' | 'propertyId' | 'roomId'>,
  facts: {
    before?: Record<string, string | null>
    after?: Record<string, string | null>
    reason?: string
  } = {},
): void {
  context.audit({
    verb,
    subject: { kind: 'room', id: roomId },
    related: [{ kind: 'cleaning', id }],
    propertyId,
    ...(facts.before && { before: facts.before }),
    after: { ...facts.after, cleaningId: id },
    ...(facts.reason && { reason: facts.reason }),
  })
}
