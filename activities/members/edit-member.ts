import { LockMode, OptimisticLockError } from '@mikro-orm/core'
import { checkedIdentity, type IdentityDocument } from '../../domain/members/identity-document.ts'
import { checkedPerson, type Person } from '../../domain/members/person.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { Member } from '../../db/members/member.ts'
import { closeBounces } from '../messages/close-bounces.ts'
import type { Context } from '../platform/context.ts'
import { sealedIdentity, shownIdentity } from './sealed-identity.ts'

export type EditMember = {
  readonly memberId: string
  readonly version: number
  readonly changes: Partial<Person> & { readonly identity?: IdentityDocument }
  readonly reason?: string | null
}

const EDITABLE = ['name', 'kana', 'phone', 'email', 'birthDate'] as const
/** How somebody is reached is his own to change; who he is, the desk confirms with the document in hand. */
const OWN = new Set<string>(['phone', 'email'])

/**
 * Changes a member's data; what was sold before keeps what it was sold under. The trail keeps before and
 * after, sealed; of a document's number only what may be shown.
 *
 * @throws DomainError not_found, forbidden, version_mismatch, validation_failed, my_number_refused,
 *   member_exists, already_exists
 */
export async function editMember(context: Context, input: EditMember): Promise<void> {
  const { em, now, actor } = context
  const { identity: document, ...person } = input.changes
  if (actor.kind === 'member' && Object.keys(input.changes).some((field) => !OWN.has(field)))
    throw new DomainError('forbidden')
  const changes = checkedPerson(person, now)
  const identity = document && checkedIdentity(document)
  const member = await em.findOne(Member, input.memberId, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!member || member.erasedAt !== null) throw new DomainError('not_found')
  if (member.version !== input.version) throw new DomainError('version_mismatch')
  if ((changes.birthDate ?? member.birthDate) !== member.birthDate) assertReason(input.reason)
  const shown = () => ({
    ...Object.fromEntries(EDITABLE.map((field) => [field, member[field] ?? null])),
    ...(identity ? { identity: shownIdentity(member) } : {}),
  })
  const before = shown()
  const addressBefore = member.email
  em.assign(member, {
    ...changes,
    ...(identity ? await sealedIdentity(context, member, identity) : {}),
  })
  try {
    await em.flush()
  } catch (error) {
    if (error instanceof OptimisticLockError)
      throw new DomainError('version_mismatch', {}, { cause: error })
    throw error
  }
  if (changes.email && changes.email !== addressBefore) await closeBounces(context, member.id)
  context.audit({
    verb: 'member.edited',
    subject: { kind: 'member', id: member.id },
    after: { fields: Object.keys(input.changes) },
    personal: { memberId: member.id, before, after: shown() },
    reason: input.reason ?? null,
  })
  context.concerns(member.id)
}

/** A benefit hangs on it (003-15): whoever changes it says why. */
function assertReason(reason: string | null | undefined): void {
  if (reason?.trim()) return
  const fields = [{ pointer: '/reason', code: 'reason_needed', message: 'birthDate' }]
  throw new DomainError('validation_failed', {}, { fields })
}
