import { Type } from 'typebox'
import type { Person } from '../../domain/platform/actor.ts'
import { ROLES } from '../../domain/platform/actor.ts'
import { ACTIONS, mayEver } from '../../domain/platform/permissions.ts'
import { propertiesOfActor } from '../../db/platform/property-queries.ts'
import type { House } from '../../activities/platform/house.ts'
import { personOfSession, signIn, signOut } from '../../activities/platform/sessions.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { authenticate, clearSessionCookie, sessionToken, setSessionCookie } from './authenticate.ts'
import { open } from './route.ts'
import { Id, Shape } from './schemas.ts'
import { Property } from './properties.ts'

const Session = Shape(
  {
    actor: Shape({
      kind: Type.Enum(['staff', 'member', 'token']),
      id: Id,
      displayName: Type.String(),
      locale: Type.Enum(['ja', 'en']),
    }),
    roles: Type.Array(Shape({ role: Type.Enum([...ROLES]), propertyId: Id })),
    permissions: Type.Array(Type.String(), {
      description: 'Verbs the person may do to at least some record.',
    }),
    properties: Type.Array(Property),
    house: Type.Enum(['demo', 'test', 'production']),
  },
  { title: 'Session' },
)

async function sessionRecord(house: House, actor: Person) {
  const { sql } = house.database
  const { house: kind } = await sql.one<{ house: 'demo' | 'test' | 'production' }>(
    'select house from clock',
  )
  return {
    actor: { kind: actor.kind, id: actor.id, displayName: actor.displayName, locale: actor.locale },
    roles:
      actor.kind === 'staff'
        ? actor.roles.map(({ role, propertyId }) => ({ role, propertyId }))
        : [],
    permissions: ACTIONS.filter((action) => mayEver(actor, action)),
    properties: await propertiesOfActor(sql, actor),
    house: kind,
  }
}

const signInRoute = open({
  method: 'post',
  path: '/v1/session',
  operationId: 'signIn',
  tag: 'platform',
  status: 201,
  summary: 'Signs in; the session is a cookie no script can read',
  body: Shape({
    kind: Type.Enum(['staff', 'member'], { default: 'staff' }),
    login: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  output: Session,
  problems: ['credentials_wrong', 'rate_limited'],
  async handle(house, { body }, request, response) {
    const { token } = await signIn(house, { ...body, place: request.ip ?? 'unknown' })
    const actor = await personOfSession(house, token)
    if (!actor) throw new DomainError('unauthenticated')
    setSessionCookie(request, response, token)
    return sessionRecord(house, actor)
  },
})

const getSessionRoute = open({
  method: 'get',
  path: '/v1/session',
  operationId: 'getSession',
  tag: 'platform',
  summary: 'Who is signed in, and what may be done',
  output: Session,
  handle: async (house, _given, request) =>
    sessionRecord(house, await authenticate(house, request)),
})

const signOutRoute = open({
  method: 'delete',
  path: '/v1/session',
  operationId: 'signOut',
  tag: 'platform',
  summary: 'Ends the session',
  output: Shape({ signedOut: Type.Boolean() }),
  async handle(house, _given, request, response) {
    const token = sessionToken(request)
    if (token) await signOut(house, token)
    clearSessionCookie(request, response)
    return { signedOut: token !== null }
  },
})

export const sessionRoutes = [signInRoute, getSessionRoute, signOutRoute]
