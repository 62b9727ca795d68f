import { Type } from 'typebox'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { confirmRegistration } from '../../activities/members/confirm-registration.ts'
import { requestRegistration } from '../../activities/members/request-registration.ts'
import {
  assertMayTry,
  countFailure,
  forgetFailures,
} from '../../activities/platform/login-limit.ts'
import { hashPassword } from '../../activities/platform/password.ts'
import { runVerb } from '../../activities/platform/run-verb.ts'
import { found } from '../platform/found.ts'
import { open } from '../platform/route.ts'
import { LocalDate, Moment, Shape, Text } from '../platform/schemas.ts'
import { Email, Identity, Phone } from './member-record.ts'

/** Forms that nobody has to sign in for: counted like sign-ins, so that nobody fills them in by machine. */
const PropertyCode = Type.String({ pattern: '^[a-z0-9-]{2,30}$', examples: ['kawabe'] })

const getRegistrationFormRoute = open({
  method: 'get',
  path: '/v1/registration-forms/{propertyCode}',
  operationId: 'getRegistrationForm',
  tag: 'members',
  summary: 'Whose form it is: what a page needs before somebody has signed in',
  params: Shape({ propertyCode: PropertyCode }),
  output: Shape({ propertyCode: PropertyCode, name: Type.String(), nameEn: Type.String() }),
  problems: ['not_found'],
  async handle(house, { params }) {
    const row = await house.database.sql.maybe<{ name: string; nameEn: string }>(
      'select name, name_en as "nameEn" from properties where code = $1',
      [params.propertyCode],
    )
    return { propertyCode: params.propertyCode, ...found(row) }
  },
})

const requestRegistrationRoute = open({
  method: 'post',
  path: '/v1/registrations',
  operationId: 'requestRegistration',
  tag: 'members',
  status: 201,
  summary:
    'Asks by web form to become a member: a mail with a code is on its way, whoever the address belongs to',
  body: Shape({
    propertyCode: PropertyCode,
    name: Text(100),
    kana: Text(100),
    phone: Phone,
    email: Email,
    birthDate: LocalDate,
    identity: Identity,
    locale: Type.Enum(['ja', 'en'], { default: 'ja' }),
  }),
  output: Shape({ expiresAt: Moment }),
  problems: ['my_number_refused', 'not_found', 'rate_limited'],
  async handle(house, { body }, request, response) {
    const attempt = { kind: 'registration', login: body.email, place: request.ip ?? 'unknown' }
    await assertMayTry(house, attempt)
    await countFailure(house, attempt)
    const call = { actor: SYSTEM_ACTOR, requestId: String(response.locals['requestId']) }
    const { publicUrl } = house
    const { output } = await runVerb(house, call, requestRegistration, { ...body, publicUrl })
    return output
  },
})

const confirmRegistrationRoute = open({
  method: 'post',
  path: '/v1/registrations/{code}/confirm',
  operationId: 'confirmRegistration',
  tag: 'members',
  status: 201,
  summary: "The mail's code and a password of one's own: a member from then on",
  params: Shape({ code: Type.String({ minLength: 1, maxLength: 60 }) }),
  body: Shape({ password: Type.String({ minLength: 10, maxLength: 200 }) }),
  output: Shape({ number: Type.String({ examples: ['M1024'] }) }),
  problems: ['registration_link_ended', 'already_exists', 'rate_limited'],
  async handle(house, { params, body }, request, response) {
    const attempt = { kind: 'code', login: params.code, place: request.ip ?? 'unknown' }
    await assertMayTry(house, attempt)
    const call = { actor: SYSTEM_ACTOR, requestId: String(response.locals['requestId']) }
    const input = { code: params.code, passwordHash: await hashPassword(body.password) }
    try {
      const { output } = await runVerb(house, call, confirmRegistration, input)
      await forgetFailures(house, attempt)
      return { number: output.number }
    } catch (error) {
      if (error instanceof DomainError && error.code === 'registration_link_ended')
        await countFailure(house, attempt)
      throw error
    }
  },
})

export const registrationRoutes = [
  getRegistrationFormRoute,
  requestRegistrationRoute,
  confirmRegistrationRoute,
]
