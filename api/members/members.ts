import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { CHANNELS } from '../../domain/lodging/channel.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { type Action, issuersFor, mayDo } from '../../domain/platform/permissions.ts'
import {
  findMember,
  listMembers,
  MEMBER_SORTS,
  type MemberRow,
} from '../../db/members/member-queries.ts'
import { editMember } from '../../activities/members/edit-member.ts'
import { registerMember } from '../../activities/members/register-member.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from '../platform/found.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import {
  type Answer,
  Actions,
  Id,
  IdParams,
  IdsFilter,
  listOf,
  listQuery,
  LocalDate,
  Moment,
  OrNull,
  Points,
  Shape,
  Text,
  Version,
} from '../platform/schemas.ts'

const Phone = Type.String({ pattern: '^[0-9+() -]{5,30}$', examples: ['03-0000-0000'] })
const Email = Type.String({ format: 'email', maxLength: 254 })

export const Member = Shape(
  {
    id: Id,
    number: Type.String(),
    name: Type.String(),
    kana: Type.String(),
    phone: Type.String(),
    email: OrNull(Type.String()),
    birthDate: LocalDate,
    channel: Type.Enum([...CHANNELS]),
    registeredAt: Moment,
    balance: Points,
    balancePaid: Points,
    balanceBonus: Points,
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Member' },
)

const VERBS = { edit: 'member.edit', top_up: 'top_up.make' } as const satisfies Record<
  string,
  Action
>

export function memberRecord(
  actor: Actor,
  { issuerId, ...member }: MemberRow,
): Answer<typeof Member> {
  // A top-up is made at a property: offered where the actor holds the role at any of this issuer's.
  const properties =
    actor.kind === 'staff'
      ? actor.roles.filter((held) => held.issuerId === issuerId).map((held) => held.propertyId)
      : []
  const may = (action: Action) =>
    [null, ...properties].some((propertyId) =>
      mayDo(actor, action, { issuerId, propertyId, memberId: member.id }),
    )
  return {
    ...member,
    allowedActions: Object.entries(VERBS).flatMap(([verb, action]) => (may(action) ? [verb] : [])),
  }
}

export async function answerMember(
  context: Pick<Context, 'sql' | 'actor' | 'concerns'>,
  id: string,
) {
  const row = found(await findMember(context.sql, id))
  context.concerns(id)
  return memberRecord(context.actor, row)
}

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
        description: 'Part of a name or kana, or a number.',
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
  summary: 'Registers a person at the desk',
  body: Shape({
    name: Text(100),
    kana: Text(100),
    phone: Phone,
    email: Type.Optional(OrNull(Email)),
    birthDate: LocalDate,
  }),
  output: Member,
  problems: ['already_exists'],
  async handle(context, { body }) {
    const [issuerId] = issuersFor(context.actor, 'member.register')
    if (issuerId === undefined) throw new DomainError('forbidden')
    const channel = context.actor.kind === 'token' ? 'web' : 'desk'
    const { memberId } = await registerMember(context, {
      ...body,
      email: body.email ?? null,
      issuerId,
      channel,
    })
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
  summary: "Changes a member's data",
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
    },
    { minProperties: 1 },
  ),
  problems: ['already_exists', 'version_mismatch'],
  async handle(context, { params, body, version }) {
    await editMember(context, { memberId: params.id, version, changes: body })
    return answerMember(context, params.id)
  },
})

export const memberRoutes = [listMembersRoute, getMemberRoute, registerMemberRoute, editMemberRoute]
