import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { propertiesFor, TOKEN_SCOPE_NAMES } from '../../domain/platform/permissions.ts'
import { findToken, listTokens, type TokenRow } from '../../db/platform/staff-queries.ts'
import { issueToken, revokeToken } from '../../activities/platform/api-tokens.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from './found.ts'
import { belongingOf, byId } from './belongings.ts'
import { command, query } from './route.ts'
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
  TEXT,
  Version,
} from './schemas.ts'

const fields = {
  id: Id,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  propertyId: Id,
  createdAt: Moment,
  expiresAt: Moment,
  revokedAt: OrNull(Moment),
  version: Version,
  allowedActions: Actions,
}
const Token = Shape(fields, { title: 'Token' })

function tokenRecord(actor: Actor, row: TokenRow): Answer<typeof Token> {
  const may = row.revokedAt === null && propertiesFor(actor, 'token.edit').includes(row.propertyId)
  return { ...row, allowedActions: may ? ['revoke'] : [] }
}

async function answerToken({ sql, actor }: Context, id: string) {
  const row = found(await findToken(sql, id))
  return tokenRecord(actor, row)
}

const listTokensRoute = query({
  method: 'get',
  path: '/v1/api-tokens',
  operationId: 'listTokens',
  tag: 'platform',
  permission: 'token.read',
  summary: "Machines' credentials",
  query: listQuery(['-createdAt'], {}),
  output: listOf(Token),
  async handle({ sql, actor }, { query: wish }) {
    const page = await listTokens(sql, propertiesFor(actor, 'token.read'), wish)
    return { ...page, data: page.data.map((row) => tokenRecord(actor, row)) }
  },
})

const issueTokenRoute = command({
  method: 'post',
  path: '/v1/api-tokens',
  operationId: 'issueToken',
  tag: 'platform',
  permission: 'token.edit',
  status: 201,
  summary:
    "A machine's credential, limited to scopes and one property; the token is shown this once",
  body: Shape({
    name: Text(100),
    propertyId: Id,
    scopes: Type.Array(Type.Enum([...TOKEN_SCOPE_NAMES], TEXT), {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
    }),
    validDays: Type.Integer({ minimum: 1, maximum: 730, default: 90 }),
  }),
  output: Shape({ ...fields, token: Type.String() }),
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  async handle(context, { body }) {
    const { tokenId, token } = await issueToken(context, body)
    return { ...(await answerToken(context, tokenId)), token }
  },
})

const revokeTokenRoute = command({
  method: 'post',
  path: '/v1/api-tokens/{id}/revoke',
  operationId: 'revokeToken',
  tag: 'platform',
  permission: 'token.edit',
  summary: 'Ends a credential at once',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('token'),
  output: Token,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await revokeToken(context, { tokenId: params.id, ...body })
    return answerToken(context, params.id)
  },
})

export const tokenRoutes = [listTokensRoute, issueTokenRoute, revokeTokenRoute]
