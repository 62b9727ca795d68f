import { Type } from 'typebox'
import { LOT_CLASSES, TOP_UP_MAX, TOP_UP_MIN } from '../../domain/points/lots.ts'
import { listPointEntries, lotsOfMember } from '../../db/points/point-queries.ts'
import { topUp } from '../../activities/points/top-up.ts'
import { answerMember, Member } from '../members/member-record.ts'
import { belongingOf, byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  Id,
  IdParams,
  listOf,
  listQuery,
  Moment,
  OrNull,
  Points,
  Shape,
} from '../platform/schemas.ts'

const pointsRoute = query({
  method: 'get',
  path: '/v1/members/{id}/points',
  operationId: 'getPoints',
  tag: 'points',
  permission: 'points.read',
  summary: 'Balance by lot, in the order they are spent',
  params: IdParams,
  subject: byId('member'),
  output: Shape({
    balance: Points,
    lots: Type.Array(
      Shape({
        id: Id,
        lotClass: Type.Enum([...LOT_CLASSES]),
        issuedAt: Moment,
        expiresAt: OrNull(Moment),
        issued: Points,
        remaining: Points,
        expired: Type.Boolean(),
      }),
    ),
  }),
  async handle({ sql }, { params }) {
    const lots = await lotsOfMember(sql, params.id)
    const usable = lots.filter((lot) => !lot.expired)
    return { balance: usable.reduce((sum, lot) => sum + lot.remaining, 0), lots }
  },
})

const pointEntriesRoute = query({
  method: 'get',
  path: '/v1/members/{id}/point-entries',
  operationId: 'listPointEntries',
  tag: 'points',
  permission: 'points.read',
  summary: 'Earned, used and returned points with running balance',
  params: IdParams,
  subject: byId('member'),
  query: listQuery(['-at'], {}),
  output: listOf(
    Shape({
      id: Id,
      at: Moment,
      kind: Type.Enum(['top_up', 'spend', 'return']),
      amount: Points,
      balanceAfter: Points,
      orderId: OrNull(Id),
      orderNumber: OrNull(Type.String()),
    }),
  ),
  handle: ({ sql }, { params, query: wish }) => listPointEntries(sql, params.id, wish),
})

const topUpRoute = command({
  method: 'post',
  path: '/v1/members/{id}/top-ups',
  operationId: 'topUp',
  tag: 'points',
  permission: 'top_up.make',
  status: 201,
  summary: 'Cash at the desk becomes points; orders waiting for them are paid, oldest first',
  params: IdParams,
  body: Shape({
    propertyId: Id,
    amount: Type.Integer({ minimum: TOP_UP_MIN, maximum: TOP_UP_MAX }),
  }),
  output: Shape({ member: Member, topUpId: Id, settledOrderIds: Type.Array(Id) }),
  // The desk that takes the cash must be the actor's; the member may be any of the same issuer.
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  async handle(context, { params, body }) {
    const made = await topUp(context, { memberId: params.id, ...body })
    return { member: await answerMember(context, params.id), ...made }
  },
})

export const pointRoutes = [pointsRoute, pointEntriesRoute, topUpRoute]
