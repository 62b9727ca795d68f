import { Type } from 'typebox'
import { CLEANING_STATES } from '../../domain/housekeeping/cleaning-state.ts'
import {
  CLEANING_SORTS,
  findCleaning,
  listCleanings,
} from '../../db/housekeeping/cleaning-queries.ts'
import { completeCleaning } from '../../activities/housekeeping/complete-cleaning.ts'
import { passInspection, sendBackCleaning } from '../../activities/housekeeping/inspect-cleaning.ts'
import { putBackCleaning } from '../../activities/housekeeping/put-back-cleaning.ts'
import { reopenCleaning } from '../../activities/housekeeping/reopen-cleaning.ts'
import { requestCleaning } from '../../activities/housekeeping/request-cleaning.ts'
import { startCleaning } from '../../activities/housekeeping/start-cleaning.ts'
import type { Context, Verb } from '../../activities/platform/context.ts'
import type { Action } from '../../domain/platform/permissions.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, query } from '../platform/route.ts'
import {
  Id,
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  Nothing,
  Reason,
  Shape,
  Text,
} from '../platform/schemas.ts'
import { limitedTo } from '../platform/visible.ts'
import { Cleaning, cleaningRecord } from './cleaning-record.ts'

async function answerCleaning(context: Context, id: string) {
  const row = found(await findCleaning(context.sql, id))
  return cleaningRecord(context.actor, row)
}

const listCleaningsRoute = query({
  method: 'get',
  path: '/v1/cleanings',
  operationId: 'listCleanings',
  tag: 'housekeeping',
  permission: 'cleaning.read',
  summary:
    'Cleanings, the most urgent first: where a guest arrives today, other open ones, those done',
  query: listQuery(CLEANING_SORTS, {
    ...IdsFilter,
    propertyId: Type.Optional(Id),
    assignedTo: Type.Optional(Id),
    floor: Type.Optional(Type.Integer({ minimum: -5, maximum: 100 })),
    state: Type.Optional(Type.Array(Type.Enum([...CLEANING_STATES]))),
  }),
  output: listOf(Cleaning),
  async handle({ sql, actor }, { query: wish }) {
    const filter = { ...wish, ...limitedTo(actor, 'cleaning.read', wish) }
    const page = await listCleanings(sql, filter, wish)
    return { ...page, data: page.data.map((row) => cleaningRecord(actor, row)) }
  },
})

const getCleaningRoute = query({
  method: 'get',
  path: '/v1/cleanings/{id}',
  operationId: 'getCleaning',
  tag: 'housekeeping',
  permission: 'cleaning.read',
  summary: 'One cleaning',
  params: IdParams,
  subject: byId('cleaning'),
  output: Cleaning,
  async handle({ sql, actor }, { params }) {
    const row = found(await findCleaning(sql, params.id))
    return cleaningRecord(actor, row)
  },
})

/** A step of a cleaning that needs no words. */
const step = (
  path: string,
  operationId: string,
  permission: Action,
  summary: string,
  verb: Verb<{ cleaningId: string }, { cleaningId: string } | void>,
  problems: readonly ('state_conflict' | 'cleaning_taken' | 'own_cleaning')[] = ['state_conflict'],
) =>
  command({
    method: 'post',
    path: `/v1/cleanings/{id}/${path}`,
    operationId,
    tag: 'housekeeping',
    permission,
    summary,
    params: IdParams,
    body: Nothing,
    subject: byId('cleaning'),
    output: Cleaning,
    problems,
    async handle(context, { params }) {
      const next = await verb(context, { cleaningId: params.id })
      return answerCleaning(context, next?.cleaningId ?? params.id)
    },
  })

const sendBackRoute = command({
  method: 'post',
  path: '/v1/cleanings/{id}/send-back',
  operationId: 'sendBackCleaning',
  tag: 'housekeeping',
  permission: 'cleaning.inspect',
  summary: 'Inspected and not good enough: it waits again, with new deadlines',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('cleaning'),
  output: Cleaning,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await sendBackCleaning(context, { cleaningId: params.id, ...body })
    return answerCleaning(context, params.id)
  },
})

const requestCleaningRoute = command({
  method: 'post',
  path: '/v1/rooms/{id}/request-cleaning',
  operationId: 'requestCleaning',
  tag: 'housekeeping',
  permission: 'cleaning.request',
  status: 201,
  summary:
    'An extra cleaning of a room: of one somebody lives in, or of an empty one, which then is 清掃中',
  params: IdParams,
  body: Shape({ note: Type.Optional(Text(500)) }),
  subject: byId('room'),
  output: Cleaning,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    const { cleaningId } = await requestCleaning(context, {
      roomId: params.id,
      note: body.note ?? null,
    })
    return answerCleaning(context, cleaningId)
  },
})

export const cleaningRoutes = [
  listCleaningsRoute,
  getCleaningRoute,
  step(
    'start',
    'startCleaning',
    'cleaning.work',
    'Begins to clean; from now on it is the work of whoever asks',
    startCleaning,
    ['state_conflict', 'cleaning_taken'],
  ),
  step('put-back', 'putBackCleaning', 'cleaning.work', 'Not begun after all', putBackCleaning),
  step(
    'finish',
    'completeCleaning',
    'cleaning.work',
    'Cleaned: 清掃中 → 空室, or to its inspection where the property wants one',
    completeCleaning,
  ),
  step(
    'reopen',
    'reopenCleaning',
    'cleaning.work',
    'Not finished after all; of a room already free a cleaning that takes its place',
    reopenCleaning,
  ),
  step(
    'pass',
    'passInspection',
    'cleaning.inspect',
    'Inspected by a second person: 清掃中 → 空室',
    passInspection,
    ['state_conflict', 'own_cleaning'],
  ),
  sendBackRoute,
  requestCleaningRoute,
]
