import { Type } from 'typebox'
import { extendStay, previewExtension } from '../../activities/lodging/extend-stay.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { Id, IdParams, LocalDate, Points, Shape } from '../platform/schemas.ts'
import { Digest } from './cancellation-record.ts'
import { answerStay, Stay } from './stay-record.ts'

const problems = [
  'state_conflict',
  'dates_impossible',
  'rate_missing',
  'night_not_sold',
  'seats_fixed',
  'room_not_available',
] as const

const previewExtensionRoute = query({
  method: 'get',
  path: '/v1/stays/{id}/extension-preview',
  operationId: 'previewExtension',
  tag: 'lodging',
  permission: 'stay.extend',
  summary: 'What more nights at either end cost today, and whom they would give another room',
  params: IdParams,
  query: Shape({ checkIn: LocalDate, checkOut: LocalDate }),
  subject: byId('stay'),
  output: Shape(
    {
      stayId: Id,
      checkIn: LocalDate,
      checkOut: LocalDate,
      nights: Type.Array(Shape({ night: LocalDate, amount: Points })),
      total: Points,
      balance: Points,
      reseated: Type.Integer({ description: 'Other stays that would get another room.' }),
      digest: Digest,
    },
    { title: 'ExtensionPreview' },
  ),
  problems: [...problems],
  async handle({ sql }, { params, query: dates }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const answer = await previewExtension({ sql, now: new Date(now) }, params.id, dates)
    const { preview, digest, reseated, balance } = answer
    return { ...preview, digest, reseated, balance }
  },
})

const extendStayRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/extend',
  operationId: 'extendStay',
  tag: 'lodging',
  permission: 'stay.extend',
  summary: 'More nights in the same room as previewed, paid from points at once or not at all',
  params: IdParams,
  body: Shape({ checkIn: LocalDate, checkOut: LocalDate, digest: Digest }),
  subject: byId('stay'),
  output: Stay,
  problems: [...problems, 'digest_mismatch', 'insufficient_points'],
  async handle(context, { params, body }) {
    await extendStay(context, { stayId: params.id, ...body })
    return answerStay(context, params.id)
  },
})

export const stayExtensionRoutes = [previewExtensionRoute, extendStayRoute]
