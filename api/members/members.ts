import { Type } from 'typebox'
import { channelOf } from '../../domain/lodging/channel.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { issuersFor } from '../../domain/platform/permissions.ts'
import { findMember, listMembers, MEMBER_SORTS } from '../../db/members/member-queries.ts'
import { editMember } from '../../activities/members/edit-member.ts'
import { linkChannel } from '../../activities/members/channel-session.ts'
import { registerMember } from '../../activities/members/register-member.ts'
import { found } from '../platform/found.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  LocalDate,
  OrNull,
  Reason,
  Shape,
  Text,
} from '../platform/schemas.ts'
import { answerMember, Email, Identity, Member, memberRecord, Phone } from './member-record.ts'

const listMembersRoute = query({
  method: 'get',
  path: '/v1/members',
  operationId: 'listMembers',
  tag: 'members',
  permission: 'member.read',
  summary: 'Members of the issuer',
  query: listQuery(MEMBER_SORTS, {
    ...IdsFilter,
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description:
          'Part of a name, a reading (hiragana finds katakana), a telephone number or a mail address; or a member number.',
      }),
    ),
  }),
  output: listOf(Member),
  async handle({ sql, actor }, { query: wish }) {
    const memberId = actor.kind === 'member' ? actor.id : undefined
    const page = await listMembers(
      sql,
      { ...wish, issuerIds: issuersFor(actor, 'member.read'), memberId },
      wish,
    )
    return { ...page, data: page.data.map((row) => memberRecord(actor, row)) }
  },
})

const getMemberRoute = query({
  method: 'get',
  path: '/v1/members/{id}',
  operationId: 'getMember',
  tag: 'members',
  permission: 'member.read',
  summary: 'One member with balance',
  params: IdParams,
  subject: byId('member'),
  output: Member,
  async handle({ sql, actor }, { params }) {
    const row = found(await findMember(sql, params.id))
    return memberRecord(actor, row)
  },
})

const registerMemberRoute = command({
  method: 'post',
  path: '/v1/members',
  operationId: 'registerMember',
  tag: 'members',
  permission: 'member.register',
  status: 201,
  summary: 'Registers a person: at the desk, or by an outside channel with a credential of its own',
  body: Shape({
    name: Text(100),
    kana: Text(100),
    phone: Phone,
    email: Type.Optional(OrNull(Email)),
    birthDate: LocalDate,
    identity: Identity,
    channel: Type.Optional(
      Type.Enum(['web', 'wechat', 'mini_program', 'line'], {
        description: 'Where a machine registers from; a person of the house is always at the desk.',
      }),
    ),
    channelTicket: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2_000,
        pattern: '^[\\w-]+$',
        description: 'From /v1/channel-sessions: the new member signs in with that account.',
      }),
    ),
    confirmDuplicates: Type.Boolean({
      default: false,
      description: 'The clerk has looked at the similar members, and it is somebody else.',
    }),
  }),
  output: Member,
  problems: [
    'already_exists',
    'member_exists',
    'duplicates_unconfirmed',
    'my_number_refused',
    'channel_code_wrong',
  ],
  async handle(context, { body: { channelTicket, ...body } }) {
    const [issuerId] = issuersFor(context.actor, 'member.register')
    if (issuerId === undefined) throw new DomainError('forbidden')
    const { memberId } = await registerMember(context, {
      ...body,
      email: body.email ?? null,
      issuerId,
      channel: channelOf(context.actor, body.channel),
    })
    if (channelTicket !== undefined) await linkChannel(context, { memberId, ticket: channelTicket })
    return answerMember(context, memberId)
  },
})

const editMemberRoute = command({
  method: 'patch',
  path: '/v1/members/{id}',
  operationId: 'editMember',
  tag: 'members',
  permission: 'member.edit',
  ifMatch: true,
  summary: "Changes a member's data; members themselves only how they are reached",
  params: IdParams,
  subject: byId('member'),
  output: Member,
  body: Shape(
    {
      name: Type.Optional(Text(100)),
      kana: Type.Optional(Text(100)),
      phone: Type.Optional(Phone),
      email: Type.Optional(OrNull(Email)),
      birthDate: Type.Optional(LocalDate),
      identity: Type.Optional(Identity),
      reason: Type.Optional(Reason),
    },
    { minProperties: 1 },
  ),
  problems: ['already_exists', 'member_exists', 'my_number_refused', 'version_mismatch'],
  async handle(context, { params, body: { reason, ...changes }, version }) {
    await editMember(context, { memberId: params.id, version, changes, reason: reason ?? null })
    return answerMember(context, params.id)
  },
})

export const memberRoutes = [listMembersRoute, getMemberRoute, registerMemberRoute, editMemberRoute]
