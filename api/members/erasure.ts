import { Type } from 'typebox'
import { erasureObstacles } from '../../domain/members/erasure.ts'
import { readErasureFacts } from '../../db/members/erasure-query.ts'
import { findMember } from '../../db/members/member-queries.ts'
import { eraseMember } from '../../activities/members/erase-member.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, query } from '../platform/route.ts'
import { IdParams, Points, Reason, Shape } from '../platform/schemas.ts'
import { Member, memberRecord } from './member-record.ts'

const previewErasureRoute = query({
  method: 'get',
  path: '/v1/members/{id}/erasure-preview',
  operationId: 'previewErasure',
  tag: 'members',
  permission: 'member.erase',
  summary: 'Whether a member can be erased now, and what stands in the way',
  params: IdParams,
  subject: byId('member'),
  output: Shape({
    possible: Type.Boolean(),
    obstacles: Type.Array(Type.Enum(['open_stays', 'points_left', 'open_requests'])),
    openStays: Type.Integer(),
    points: Points,
    openRequests: Type.Integer(),
  }),
  async handle({ sql }, { params }) {
    const facts = await readErasureFacts(sql, params.id)
    const obstacles = erasureObstacles(facts)
    return { ...facts, obstacles, possible: obstacles.length === 0 }
  },
})

const eraseMemberRoute = command({
  method: 'post',
  path: '/v1/members/{id}/erase',
  operationId: 'eraseMember',
  tag: 'members',
  permission: 'member.erase',
  ifMatch: true,
  summary: 'Forgets a person for good; orders and points stay, of nobody',
  params: IdParams,
  subject: byId('member'),
  body: Shape({ reason: Reason }),
  output: Member,
  problems: ['member_not_erasable', 'version_mismatch'],
  async handle(context, { params, body, version }) {
    await eraseMember(context, { memberId: params.id, version, reason: body.reason })
    // Nothing personal is left in the answer, and no key to seal it under.
    return memberRecord(context.actor, found(await findMember(context.sql, params.id)))
  },
})

export const erasureRoutes = [previewErasureRoute, eraseMemberRoute]
