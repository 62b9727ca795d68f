import { LockMode, OptimisticLockError } from '@mikro-orm/core'
import { DomainError } from '../../domain/platform/errors.ts'
import { Member } from '../../db/members/member.ts'
import type { Context } from '../platform/context.ts'
import { assertBirthDate } from './register-member.ts'

export type EditMember = {
  readonly memberId: string
  readonly version: number
  readonly changes: {
    readonly name?: string
    readonly kana?: string
    readonly phone?: string
    readonly email?: string | null
    readonly birthDate?: string
  }
}

const EDITABLE = ['name', 'kana', 'phone', 'email', 'birthDate'] as const

/** Changes a member's own data; what was sold before keeps what it was sold under. */
export async function editMember(context: Context, input: EditMember): Promise<void> {
  const { em, now } = context
  if (input.changes.birthDate !== undefined) assertBirthDate(input.changes.birthDate, now)
  const member = await em.findOne(Member, input.memberId, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!member) throw new DomainError('not_found')
  if (member.version !== input.version) throw new DomainError('version_mismatch')
  const snapshot = () => Object.fromEntries(EDITABLE.map((field) => [field, member[field] ?? null]))
  const before = snapshot()
  em.assign(member, { ...input.changes })
  try {
    await em.flush()
  } catch (error) {
    if (error instanceof OptimisticLockError)
      throw new DomainError('version_mismatch', {}, { cause: error })
    throw error
  }
  context.audit({
    verb: 'member.edited',
    subject: { kind: 'member', id: member.id },
    after: { fields: Object.keys(input.changes) },
    personal: { memberId: member.id, before, after: snapshot() },
  })
  context.concerns(member.id)
}
