import { Type } from 'typebox'
import { findApproval } from '../../db/approvals/approval-queries.ts'
import { departEarly } from '../../activities/lodging/depart-early.ts'
import { previewEarlyDeparture } from '../../activities/lodging/preview-departure.ts'
import { Approval, approvalRecord } from '../approvals/approval-record.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { IdParams, OrNull, Reason, Shape } from '../platform/schemas.ts'
import { CancellationAnswerRecord, Digest } from './cancellation-record.ts'
import { answerStay, Stay } from './stay-record.ts'

const previewRoute = query({
  method: 'get',
  path: '/v1/stays/{id}/early-departure-preview',
  operationId: 'previewEarlyDeparture',
  tag: 'lodging',
  permission: 'stay.check_out',
  summary: 'What leaving now would keep and return of the nights to come; changes nothing',
  params: IdParams,
  subject: byId('stay'),
  output: CancellationAnswerRecord,
  problems: ['state_conflict'],
  async handle({ sql }, { params }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const question = { stayId: params.id, leavesAt: new Date(now), status: 'in_house' } as const
    const { preview, digest, needsApproval } = await previewEarlyDeparture(sql, question)
    return { ...preview, digest, needsApproval }
  },
})

const departEarlyRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/depart-early',
  operationId: 'departEarly',
  tag: 'lodging',
  permission: 'stay.check_out',
  summary:
    'The guest leaves before his day, as previewed; points come back once a manager has approved',
  params: IdParams,
  body: Shape({ reason: Reason, digest: Digest }),
  subject: byId('stay'),
  output: Shape({ stay: Stay, approval: OrNull(Approval), atOnce: Type.Boolean() }),
  problems: ['state_conflict', 'digest_mismatch', 'request_already_open'],
  async handle(context, { params, body }) {
    const { approvalId } = await departEarly(context, { stayId: params.id, ...body })
    const approval = approvalId === null ? null : await findApproval(context.sql, approvalId)
    return {
      stay: await answerStay(context, params.id),
      approval: approval && approvalRecord(context.actor, approval),
      atOnce: approvalId === null,
    }
  },
})

export const stayDepartureRoutes = [previewRoute, departEarlyRoute]
