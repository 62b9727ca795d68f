import { Type } from 'typebox'
import { correctTimes } from '../../activities/lodging/correct-times.ts'
import { undoCheckIn } from '../../activities/lodging/undo-check-in.ts'
import { undoCheckOut } from '../../activities/lodging/undo-check-out.ts'
import { byId } from '../platform/belongings.ts'
import { command } from '../platform/route.ts'
import { IdParams, Moment, Reason, Shape } from '../platform/schemas.ts'
import { answerStay, Stay } from './stay-record.ts'

const undoCheckInRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/undo-check-in',
  operationId: 'undoCheckIn',
  tag: 'lodging',
  permission: 'stay.correct_recent',
  summary:
    'A wrong check-in is taken back: 入室中 → 予約済. The front within minutes, the manager later',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('stay'),
  output: Stay,
  problems: ['state_conflict', 'correction_too_late'],
  async handle(context, { params, body }) {
    await undoCheckIn(context, { stayId: params.id, ...body })
    return answerStay(context, params.id)
  },
})

const undoCheckOutRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/undo-check-out',
  operationId: 'undoCheckOut',
  tag: 'lodging',
  permission: 'stay.correct_recent',
  summary: 'A wrong check-out is taken back: 清掃中 → 入室中, while the room is still free',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('stay'),
  output: Stay,
  problems: ['state_conflict', 'correction_too_late', 'room_taken', 'room_not_ready'],
  async handle(context, { params, body }) {
    await undoCheckOut(context, { stayId: params.id, ...body })
    return answerStay(context, params.id)
  },
})

const correctTimesRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/correct-times',
  operationId: 'correctTimes',
  tag: 'lodging',
  permission: 'stay.correct_recent',
  summary: 'Puts a wrongly recorded time right; the state stays as it is',
  params: IdParams,
  body: Shape(
    { checkedInAt: Type.Optional(Moment), checkedOutAt: Type.Optional(Moment), reason: Reason },
    { minProperties: 2 },
  ),
  subject: byId('stay'),
  output: Stay,
  problems: ['state_conflict', 'correction_too_late', 'time_impossible'],
  async handle(context, { params, body }) {
    await correctTimes(context, { stayId: params.id, ...body })
    return answerStay(context, params.id)
  },
})

export const correctionRoutes = [undoCheckInRoute, undoCheckOutRoute, correctTimesRoute]
