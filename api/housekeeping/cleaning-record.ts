import { Type } from 'typebox'
import {
  type CleaningAction,
  cleaningActions,
  CLEANING_KINDS,
  CLEANING_STATES,
} from '../../domain/housekeeping/cleaning-state.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { type Action, mayDo } from '../../domain/platform/permissions.ts'
import type { CleaningRow } from '../../db/housekeeping/cleaning-queries.ts'
import { Actions, type Answer, Id, Moment, OrNull, Shape, Version } from '../platform/schemas.ts'

export const Cleaning = Shape(
  {
    id: Id,
    propertyId: Id,
    roomId: Id,
    roomNumber: Type.String(),
    floor: Type.Integer(),
    kind: Type.Enum([...CLEANING_KINDS]),
    state: Type.Enum([...CLEANING_STATES]),
    assignedTo: OrNull(Id),
    assignedToName: OrNull(Type.String()),
    urgency: Type.Integer({ description: '0: a guest arrives there today; 1: open; 2: done.' }),
    startedAt: Moment,
    beginBy: OrNull(Moment),
    dueAt: Moment,
    begunAt: OrNull(Moment),
    finishedAt: OrNull(Moment),
    doneAt: OrNull(Moment),
    sentBackReason: OrNull(Type.String()),
    note: OrNull(Type.String()),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Cleaning' },
)

const PERMISSION_OF: Readonly<Record<CleaningAction, Action>> = {
  start: 'cleaning.work',
  put_back: 'cleaning.work',
  finish: 'cleaning.work',
  reopen: 'cleaning.work',
  pass: 'cleaning.inspect',
  send_back: 'cleaning.inspect',
}

export function cleaningRecord(actor: Actor, row: CleaningRow): Answer<typeof Cleaning> {
  const { issuerId, reopenable, ...shown } = row
  const belonging = { issuerId, propertyId: row.propertyId, memberId: null }
  const facts = { state: row.state, reopenable, cleanerId: row.assignedTo }
  return {
    ...shown,
    allowedActions: cleaningActions(facts, actor.id).filter((action) =>
      mayDo(actor, PERMISSION_OF[action], belonging),
    ),
  }
}
