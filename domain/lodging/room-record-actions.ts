import type { Actor } from '../platform/actor.ts'
import { type Action, type Belonging, mayDo } from '../platform/permissions.ts'
import { roomActions } from './stay-actions.ts'

export type RoomRecordFacts = {
  readonly occupied: boolean
  readonly cleaning: boolean
  /** Out of use on the day in question. */
  readonly blocked: boolean
  readonly retired: boolean
}
export type RoomRecordAction =
  | 'edit'
  | 'check_out'
  | 'finish_cleaning'
  | 'block'
  | 'release'
  | 'retire'
  | 'unretire'

/** What the state of a room allows now, arrivals apart: those are the board's. */
export function roomRecordActions(room: RoomRecordFacts): RoomRecordAction[] {
  if (room.retired) return ['unretire']
  const now = roomActions({ ...room, arrivalReady: false }).filter((one) => one !== 'check_in')
  return ['edit', ...now, ...(room.occupied ? [] : (['retire'] as const))]
}

const PERMISSION_OF: Readonly<Record<RoomRecordAction, Action>> = {
  edit: 'room.edit',
  check_out: 'stay.check_out',
  finish_cleaning: 'room.finish_cleaning',
  block: 'room.block',
  release: 'room.block',
  retire: 'room.edit',
  unretire: 'room.edit',
}

/** What this person may do of it: the buttons, and what a refusal offers instead. */
export const permittedRoomActions = (actor: Actor, room: RoomRecordFacts, belonging: Belonging) =>
  roomRecordActions(room).filter((action) => mayDo(actor, PERMISSION_OF[action], belonging))
