import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { correctionActions } from '../../domain/lodging/stay-corrections.ts'
import { type StayAction, stayActions } from '../../domain/lodging/stay-actions.ts'
import { type Action, mayDo } from '../../domain/platform/permissions.ts'
import { findStay, type StayRow } from '../../db/lodging/stay-queries.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from '../platform/found.ts'
import { AgreedNight } from './night-record.ts'
import {
  type Answer,
  Actions,
  Id,
  LocalDate,
  Moment,
  OrNull,
  Points,
  Shape,
  Version,
} from '../platform/schemas.ts'

export const Stay = Shape(
  {
    id: Id,
    orderId: Id,
    orderNumber: Type.String(),
    propertyId: Id,
    memberId: Id,
    memberName: Type.String(),
    roomTypeId: Id,
    roomTypeName: Type.String(),
    roomTypeNameEn: Type.String(),
    roomId: Id,
    roomNumber: Type.String(),
    checkIn: LocalDate,
    checkOut: LocalDate,
    guests: Type.Integer(),
    status: Type.Enum([...LINE_STATUSES]),
    amount: Points,
    fee: Points,
    returned: Points,
    nights: Type.Array(AgreedNight),
    checkedInAt: OrNull(Moment),
    checkedOutAt: OrNull(Moment),
    openRequestId: OrNull(Id),
    pinned: Type.Boolean({ description: 'The guest wants this very room.' }),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Stay' },
)

const PERMISSION_OF: Readonly<Record<StayAction, Action>> = {
  check_in: 'stay.check_in',
  check_out: 'stay.check_out',
  cancel: 'order.cancel',
  depart_early: 'stay.check_out',
  extend: 'stay.extend',
  move: 'stay.move',
  pin: 'stay.move',
  unpin: 'stay.move',
}

export function stayRecord(actor: Actor, row: StayRow): Answer<typeof Stay> {
  const { issuerId, openRequestApproved, businessDate, recentlyRecorded, earned: _, ...shown } = row
  const belonging = { issuerId, propertyId: row.propertyId, memberId: row.memberId }
  const verbs = stayActions({ ...row, openRequestApproved, businessDate }).filter((action) =>
    mayDo(actor, PERMISSION_OF[action], belonging),
  )
  const mayCorrect = mayDo(
    actor,
    recentlyRecorded ? 'stay.correct_recent' : 'stay.correct',
    belonging,
  )
  return { ...shown, allowedActions: [...verbs, ...(mayCorrect ? correctionActions(row) : [])] }
}

/** The stay as the command left it. */
export async function answerStay(context: Context, id: string) {
  const row = found(await findStay(context.sql, id))
  context.concerns(row.memberId)
  return stayRecord(context.actor, row)
}
