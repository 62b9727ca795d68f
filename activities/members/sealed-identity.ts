import {
  type IdentityDocument,
  maskedNumber,
  visibleTail,
} from '../../domain/members/identity-document.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/** A document as its member's record keeps it: the number sealed, findable by its fingerprint, shown by its tail. */
export type SealedIdentity = {
  readonly identityType: string
  readonly identitySealed: Buffer
  readonly identityIndex: Buffer
  readonly identityTail: string
}

/**
 * Seals a document under the member's own key. Equal documents of one issuer have equal fingerprints, which
 * nobody without the house's key can make.
 *
 * @throws DomainError member_exists to staff, with whose it is; already_exists to everybody else
 */
export async function sealedIdentity(
  context: Context,
  member: { readonly id: string; readonly issuerId: string },
  { type, number }: IdentityDocument,
): Promise<SealedIdentity> {
  const { sql, actor, vault } = context
  const identityIndex = vault.fingerprint('identity', `${member.issuerId}\0${type}\0${number}`)
  const holder = await sql.maybe<{ number: string }>(
    'select number from members where issuer_id = $1 and identity_index = $2 and id <> $3',
    [member.issuerId, identityIndex, member.id],
  )
  if (holder) {
    if (actor.kind === 'staff') throw new DomainError('member_exists', { number: holder.number })
    throw new DomainError('already_exists')
  }
  return {
    identityType: type,
    identitySealed: await vault.seal(sql, member.id, number),
    identityIndex,
    identityTail: visibleTail(number),
  }
}

/** As history keeps it. */
export const shownIdentity = (kept: {
  identityType?: string | null | undefined
  identityTail?: string | null | undefined
}) =>
  kept.identityType
    ? { type: kept.identityType, number: maskedNumber(kept.identityTail ?? '') }
    : null
