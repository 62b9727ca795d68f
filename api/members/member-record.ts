import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { CHANNELS } from '../../domain/lodging/channel.ts'
import { IDENTITY_TYPES, maskedNumber } from '../../domain/members/identity-document.ts'
import { type Action, mayDo } from '../../domain/platform/permissions.ts'
import { findMember, type MemberRow } from '../../db/members/member-queries.ts'
import type { Context } from '../../activities/platform/context.ts'
import { found } from '../platform/found.ts'
import {
  type Answer,
  Actions,
  Id,
  LocalDate,
  Moment,
  OrNull,
  Points,
  Shape,
  Text,
  Version,
} from '../platform/schemas.ts'

export const Phone = Type.String({ pattern: '^[0-9+() -]{5,30}$', examples: ['03-0000-0000'] })
export const Email = Type.String({ format: 'email', maxLength: 254 })
export const IdentityType = Type.Enum([...IDENTITY_TYPES])

/** A document as somebody hands it over; kept sealed, shown masked. */
export const Identity = Shape({ type: IdentityType, number: Text(60) })

export const MaskedIdentity = Shape({
  type: IdentityType,
  masked: Type.String({ examples: ['********78CD'] }),
})

export const Member = Shape(
  {
    id: Id,
    number: Type.String(),
    name: Type.String(),
    kana: Type.String(),
    phone: Type.String(),
    email: OrNull(Type.String()),
    birthDate: LocalDate,
    identity: OrNull(MaskedIdentity),
    channel: Type.Enum([...CHANNELS]),
    registeredAt: Moment,
    erasedAt: OrNull(Moment),
    balance: Points,
    balancePaid: Points,
    balanceBonus: Points,
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Member' },
)

const VERBS = {
  edit: 'member.edit',
  top_up: 'top_up.make',
  reveal_identity: 'member.reveal_identity',
  erase: 'member.erase',
} as const satisfies Record<string, Action>

export function memberRecord(actor: Actor, row: MemberRow): Answer<typeof Member> {
  const { issuerId, identityType, identityTail, ...member } = row
  // A top-up is made at a property: offered where the actor holds the role at any of this issuer's.
  const properties =
    actor.kind === 'staff'
      ? actor.roles.filter((held) => held.issuerId === issuerId).map((held) => held.propertyId)
      : []
  const may = (action: Action) =>
    [null, ...properties].some((propertyId) =>
      mayDo(actor, action, { issuerId, propertyId, memberId: member.id }),
    )
  const possible = (verb: string) =>
    member.erasedAt === null && (verb !== 'reveal_identity' || identityType !== null)
  return {
    ...member,
    identity:
      identityType === null
        ? null
        : { type: identityType, masked: maskedNumber(identityTail ?? '') },
    allowedActions: Object.entries(VERBS).flatMap(([verb, action]) =>
      possible(verb) && may(action) ? [verb] : [],
    ),
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
