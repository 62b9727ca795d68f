import { Type } from 'typebox'
import {
  PROBLEM_OUTCOMES,
  type ProblemAction,
  problemActions,
} from '../../domain/housekeeping/problem-outcome.ts'
import { NIGHTS_MAX } from '../../domain/lodging/stay-dates.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { type Action, mayDo } from '../../domain/platform/permissions.ts'
import {
  findProblem,
  findProblemPicture,
  listProblems,
  PROBLEM_SORTS,
  type ProblemRow,
} from '../../db/housekeeping/problem-queries.ts'
import {
  checkPicture,
  PICTURE_BYTES_MAX,
  PICTURE_TYPES,
} from '../../activities/gateways/pictures.ts'
import {
  putIntoMaintenance,
  resolveProblem,
} from '../../activities/housekeeping/close-room-problem.ts'
import {
  addProblemPicture,
  reportRoomProblem,
} from '../../activities/housekeeping/report-room-problem.ts'
import type { Context } from '../../activities/platform/context.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, download, query, upload } from '../platform/route.ts'
import {
  Actions,
  type Answer,
  Id,
  IdParams,
  listOf,
  listQuery,
  Moment,
  OrNull,
  Reason,
  Shape,
  Text,
  Version,
} from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'

const RoomProblem = Shape(
  {
    id: Id,
    propertyId: Id,
    roomId: Id,
    roomNumber: Type.String(),
    report: Type.String(),
    pictureId: OrNull(Id),
    reportedByName: Type.String(),
    reportedAt: Moment,
    outcome: OrNull(Type.Enum([...PROBLEM_OUTCOMES])),
    outcomeNote: OrNull(Type.String()),
    closedByName: OrNull(Type.String()),
    closedAt: OrNull(Moment),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'RoomProblem' },
)

const PERMISSION_OF: Readonly<Record<ProblemAction, Action>> = {
  add_picture: 'room_problem.report',
  resolve: 'room_problem.resolve',
  put_into_maintenance: 'room.block',
}

function problemRecord(actor: Actor, { issuerId, ...row }: ProblemRow): Answer<typeof RoomProblem> {
  const belonging = { issuerId, propertyId: row.propertyId, memberId: null }
  const actions = problemActions({
    closed: row.closedAt !== null,
    hasPicture: row.pictureId !== null,
  })
  return {
    ...row,
    allowedActions: actions.filter((action) => mayDo(actor, PERMISSION_OF[action], belonging)),
  }
}

async function answerProblem(context: Context, id: string) {
  const row = found(await findProblem(context.sql, id))
  return problemRecord(context.actor, row)
}

const listProblemsRoute = query({
  method: 'get',
  path: '/v1/room-problems',
  operationId: 'listRoomProblems',
  tag: 'housekeeping',
  permission: 'room_problem.read',
  summary: 'What was found in rooms, the latest first',
  query: listQuery(PROBLEM_SORTS, {
    propertyId: Type.Optional(Id),
    roomId: Type.Optional(Id),
    status: Type.Optional(Type.Enum(['open', 'closed'])),
  }),
  output: listOf(RoomProblem),
  async handle({ sql, actor }, { query: wish }) {
    const { propertyIds = [] } = limitedTo(actor, 'room_problem.read', wish)
    const open = wish.status === undefined ? undefined : wish.status === 'open'
    const page = await listProblems(sql, { propertyIds, roomId: wish.roomId, open }, wish)
    return { ...page, data: page.data.map((row) => problemRecord(actor, row)) }
  },
})

const getProblemRoute = query({
  method: 'get',
  path: '/v1/room-problems/{id}',
  operationId: 'getRoomProblem',
  tag: 'housekeeping',
  permission: 'room_problem.read',
  summary: 'One of them',
  params: IdParams,
  subject: byId('room_problem'),
  output: RoomProblem,
  async handle({ sql, actor }, { params }) {
    const row = found(await findProblem(sql, params.id))
    return problemRecord(actor, row)
  },
})

const reportProblemRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/problems',
  operationId: 'reportRoomProblem',
  tag: 'housekeeping',
  permission: 'room_problem.report',
  status: 201,
  summary: 'Something is wrong in the room: a case until a person says what became of it',
  params: IdParams,
  body: Shape({ report: Text(500) }),
  subject: byId('room'),
  output: RoomProblem,
  async handle(context, { params, body }) {
    const { problemId } = await reportRoomProblem(context, { roomId: params.id, ...body })
    return answerProblem(context, problemId)
  },
})

const addPictureRoute = upload({
  path: '/v1/room-problems/{id}/picture',
  operationId: 'addProblemPicture',
  tag: 'housekeeping',
  permission: 'room_problem.report',
  status: 201,
  summary: 'A photo of what was found, once',
  params: IdParams,
  upload: { mediaTypes: PICTURE_TYPES, bytesMax: PICTURE_BYTES_MAX },
  prepare: checkPicture,
  subject: byId('room_problem'),
  output: RoomProblem,
  problems: ['state_conflict', 'already_exists', 'picture_unreadable'],
  async handle(context, { params, prepared }) {
    await addProblemPicture(context, { problemId: params.id, picture: prepared })
    return answerProblem(context, params.id)
  },
})

/** A photo is sent once and never changed. */
const getPictureRoute = download({
  path: '/v1/room-problems/{id}/picture',
  operationId: 'getProblemPicture',
  tag: 'housekeeping',
  permission: 'room_problem.read',
  summary: 'The photo of what was found',
  params: IdParams,
  media: ['image/webp'],
  subject: byId('room_problem'),
  async handle({ sql }, { params }) {
    const { bytes } = found(await findProblemPicture(sql, params.id))
    return {
      mediaType: 'image/webp',
      fileName: `${params.id}.webp`,
      bytes,
      inline: true,
      cacheControl: 'private, max-age=31536000, immutable',
    }
  },
})

const resolveRoute = command({
  method: 'post',
  path: '/v1/room-problems/{id}/resolve',
  operationId: 'resolveRoomProblem',
  tag: 'housekeeping',
  permission: 'room_problem.resolve',
  summary: 'It is mended, or was nothing: the case closes',
  params: IdParams,
  body: Shape({ note: Reason }),
  subject: byId('room_problem'),
  output: RoomProblem,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await resolveProblem(context, { problemId: params.id, ...body })
    return answerProblem(context, params.id)
  },
})

const maintenanceRoute = command({
  method: 'post',
  path: '/v1/room-problems/{id}/put-into-maintenance',
  operationId: 'putIntoMaintenance',
  tag: 'housekeeping',
  permission: 'room.block',
  summary: 'Takes the room out of use from tonight because of it: メンテナンス中',
  params: IdParams,
  body: Shape({ nights: Type.Integer({ minimum: 1, maximum: NIGHTS_MAX }) }),
  subject: byId('room_problem'),
  output: RoomProblem,
  problems: ['state_conflict', 'room_sold', 'room_not_available'],
  async handle(context, { params, body }) {
    await putIntoMaintenance(context, { problemId: params.id, ...body })
    return answerProblem(context, params.id)
  },
})

export const roomProblemRoutes = [
  listProblemsRoute,
  getProblemRoute,
  reportProblemRoute,
  addPictureRoute,
  getPictureRoute,
  resolveRoute,
  maintenanceRoute,
]
