import { Type } from 'typebox'
import { DomainError } from '../../domain/platform/errors.ts'
import { linkChannel, openChannelSession } from '../../activities/members/channel-session.ts'
import { assertMayTry, countFailure } from '../../activities/platform/login-limit.ts'
import { setSessionCookie } from '../platform/authenticate.ts'
import { byId } from '../platform/belongings.ts'
import { command, open } from '../platform/route.ts'
import { IdParams, OrNull, Shape } from '../platform/schemas.ts'

const OutsideChannel = Type.Enum(['wechat', 'mini_program'])
export const Ticket = Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[\\w-]+$' })

const openChannelSessionRoute = open({
  method: 'post',
  path: '/v1/channel-sessions',
  operationId: 'openChannelSession',
  tag: 'members',
  status: 201,
  summary:
    "Signs a member in by an outside channel's code; somebody unknown gets a ticket to be registered or linked with",
  body: Shape({
    propertyCode: Type.String({ pattern: '^[a-z0-9-]{2,30}$' }),
    channel: OutsideChannel,
    code: Type.String({ minLength: 1, maxLength: 500, pattern: '^[\\x21-\\x7e]+$' }),
  }),
  output: Shape({
    signedIn: Type.Boolean(),
    ticket: OrNull(Type.String({ description: 'Good for an hour; for somebody not signed in.' })),
  }),
  problems: ['channel_not_set_up', 'channel_code_wrong', 'not_found', 'rate_limited'],
  async handle(house, { body }, request, response) {
    const attempt = { kind: body.channel, login: body.code, place: request.ip ?? 'unknown' }
    await assertMayTry(house, attempt)
    try {
      const { token, ticket } = await openChannelSession(house, body)
      if (token !== null) setSessionCookie(request, response, token)
      return { signedIn: token !== null, ticket }
    } catch (error) {
      if (error instanceof DomainError && error.code === 'channel_code_wrong')
        await countFailure(house, attempt)
      throw error
    }
  },
})

const linkChannelRoute = command({
  method: 'post',
  path: '/v1/members/{id}/link-channel',
  operationId: 'linkChannel',
  tag: 'members',
  permission: 'member.link_channel',
  summary: 'A member takes on an outside account: signing in with it works from then on',
  params: IdParams,
  subject: byId('member'),
  body: Shape({ ticket: Ticket }),
  output: Shape({ channel: OutsideChannel }),
  problems: ['channel_code_wrong', 'already_exists'],
  async handle(context, { params, body }) {
    return { channel: await linkChannel(context, { memberId: params.id, ticket: body.ticket }) }
  },
})

export const channelRoutes = [openChannelSessionRoute, linkChannelRoute]
