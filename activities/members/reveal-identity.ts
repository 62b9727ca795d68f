import type { IdentityType } from '../../domain/members/identity-document.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/**
 * Shows a document's whole number to somebody who may see it and says why. The stored answer is sealed under
 * the member's key like the number itself.
 *
 * @throws DomainError not_found where there is no document, or no longer a member
 */
export async function revealIdentity(
  context: Context,
  input: { memberId: string; reason: string },
): Promise<{ type: IdentityType; number: string }> {
  const { sql, vault } = context
  const kept = await sql.maybe<{ type: IdentityType; sealed: Buffer }>(
    `select identity_type as type, identity_sealed as sealed from members
     where id = $1 and identity_sealed is not null for share`,
    [input.memberId],
  )
  const number = kept && (await vault.open(sql, input.memberId, kept.sealed))
  if (!kept || number === null) throw new DomainError('not_found')
  context.audit({
    verb: 'member.identity_revealed',
    subject: { kind: 'member', id: input.memberId },
    after: { type: kept.type },
    reason: input.reason,
  })
  context.concerns(input.memberId)
  return { type: kept.type, number }
}
