import { Type } from 'typebox'
import type { Language } from '../../domain/platform/errors.ts'
import {
  findStatement,
  type Statement as StatementFacts,
} from '../../db/lodging/statement-query.ts'
import { findStay } from '../../db/lodging/stay-queries.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { printStatement } from '../../activities/lodging/print-statement.ts'
import type { House } from '../../activities/platform/house.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { download, query } from '../platform/route.ts'
import { Id, IdParams, Points, Shape } from '../platform/schemas.ts'
import { Stay, stayRecord } from './stay-record.ts'

const LotUses = Type.Array(
  Shape({ lotClass: Type.Enum(['paid', 'bonus']), used: Points, returned: Points }),
)
const Statement = Shape(
  {
    orderId: Id,
    orderNumber: Type.String(),
    memberName: Type.String(),
    memberNumber: Type.String(),
    stays: Type.Array(Shape({ stay: Stay, points: LotUses })),
    total: Points,
    fee: Points,
    returned: Points,
    points: LotUses,
  },
  { title: 'Statement' },
)

function statementRecord(actor: Actor, facts: StatementFacts) {
  const { order, stays, timeZone: _, ...sums } = facts
  return {
    orderId: order.id,
    orderNumber: order.number,
    memberName: order.memberName,
    memberNumber: order.memberNumber,
    stays: stays.map(({ points, ...stay }) => ({ stay: stayRecord(actor, stay), points })),
    ...sums,
  }
}

async function ofStay(sql: Sql, stayId: string) {
  const { orderId } = found(await findStay(sql, stayId))
  return found(await findStatement(sql, orderId, stayId))
}
const ofOrder = async (sql: Sql, orderId: string) => found(await findStatement(sql, orderId, null))

const stayStatementRoute = query({
  method: 'get',
  path: '/v1/stays/{id}/statement',
  operationId: 'getStayStatement',
  tag: 'lodging',
  permission: 'order.read',
  summary:
    'What a stay came to: nights, what was kept and returned, the points that paid, the times',
  params: IdParams,
  subject: byId('stay'),
  output: Statement,
  handle: async ({ sql, actor }, { params }) =>
    statementRecord(actor, await ofStay(sql, params.id)),
})

const orderStatementRoute = query({
  method: 'get',
  path: '/v1/orders/{id}/statement',
  operationId: 'getOrderStatement',
  tag: 'lodging',
  permission: 'order.read',
  summary: 'What every room of an order came to, and all of them together',
  params: IdParams,
  subject: byId('order'),
  output: Statement,
  handle: async ({ sql, actor }, { params }) =>
    statementRecord(actor, await ofOrder(sql, params.id)),
})

const InLanguage = Shape({
  language: Type.Optional(
    Type.Enum(['ja', 'en'], { description: 'Without it, by Accept-Language.' }),
  ),
})

async function printed(sql: Sql, house: House, facts: StatementFacts, language: Language) {
  const paper = await printStatement(sql, facts, language, (characters) =>
    house.log.warn(
      { characters: characters.map((one) => one.codePointAt(0)?.toString(16)) },
      'characters the types do not have were printed as a geta mark',
    ),
  )
  return { ...paper, mediaType: 'application/pdf', inline: true } as const
}

const printStayStatementRoute = download({
  path: '/v1/stays/{id}/statement.pdf',
  operationId: 'printStayStatement',
  tag: 'lodging',
  permission: 'order.read',
  summary: "A stay's statement on paper",
  params: IdParams,
  query: InLanguage,
  media: ['application/pdf'],
  subject: byId('stay'),
  handle: async ({ sql, house }, { params, query: wish, language }) =>
    printed(sql, house, await ofStay(sql, params.id), wish.language ?? language),
})

const printOrderStatementRoute = download({
  path: '/v1/orders/{id}/statement.pdf',
  operationId: 'printOrderStatement',
  tag: 'lodging',
  permission: 'order.read',
  summary: "An order's statement on paper, for a group",
  params: IdParams,
  query: InLanguage,
  media: ['application/pdf'],
  subject: byId('order'),
  handle: async ({ sql, house }, { params, query: wish, language }) =>
    printed(sql, house, await ofOrder(sql, params.id), wish.language ?? language),
})

export const statementRoutes = [
  stayStatementRoute,
  printStayStatementRoute,
  orderStatementRoute,
  printOrderStatementRoute,
]
