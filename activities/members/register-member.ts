import type { Channel } from '../../domain/lodging/channel.ts'
import { checkedIdentity, type IdentityDocument } from '../../domain/members/identity-document.ts'
import { checkedPerson, type Person } from '../../domain/members/person.ts'
import { DomainError, type Language } from '../../domain/platform/errors.ts'
import { findDuplicates } from '../../db/members/duplicate-query.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { sealedIdentity, shownIdentity } from './sealed-identity.ts'

export type RegisterMember = Person & {
  readonly issuerId: string
  readonly identity: IdentityDocument
  readonly channel: Channel
  readonly locale?: Language
  readonly passwordHash?: string
  /** The clerk has seen the similar members and says that it is somebody else. */
  readonly confirmDuplicates?: boolean
}

/**
 * A person becomes a member: with wallets, and a key of its own for what is personal (decision 29).
 *
 * @throws DomainError validation_failed, my_number_refused, member_exists, already_exists; to the desk also
 *   duplicates_unconfirmed
 */
export async function registerMember(
  context: Context,
  input: RegisterMember,
): Promise<{ memberId: string }> {
  const { sql, now, actor } = context
  const { issuerId, channel } = input
  const { name, kana, phone, email, birthDate } = checkedPerson(input, now)
  const identity = checkedIdentity(input.identity)
  if (actor.kind === 'staff' && input.confirmDuplicates !== true)
    await assertNobodySimilar(context, issuerId, { kana, phone, birthDate })
  const memberId = newId()
  await sql.run(
    `insert into members (id, issuer_id, name, kana, phone, email, birth_date, locale, channel, password_hash, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      memberId,
      issuerId,
      name,
      kana,
      phone,
      email,
      birthDate,
      input.locale ?? 'ja',
      channel,
      input.passwordHash ?? null,
      now,
    ],
  )
  await sql.run('insert into member_keys (member_id, wrapped_key) values ($1, $2)', [
    memberId,
    context.vault.newWrappedKey(),
  ])
  const kept = await sealedIdentity(context, { id: memberId, issuerId }, identity)
  await sql.run(
    'update members set identity_type = $2, identity_sealed = $3, identity_index = $4, identity_tail = $5 where id = $1',
    [memberId, kept.identityType, kept.identitySealed, kept.identityIndex, kept.identityTail],
  )
  await sql.run('select open_wallets($1, $2)', [issuerId, memberId])
  context.audit({
    verb: 'member.registered',
    subject: { kind: 'member', id: memberId },
    after: { channel },
    personal: {
      memberId,
      after: { name, kana, phone, email, birthDate, identity: shownIdentity(kept) },
    },
  })
  context.concerns(memberId)
  return { memberId }
}

async function assertNobodySimilar(
  { sql }: Context,
  issuerId: string,
  person: Pick<Person, 'kana' | 'phone' | 'birthDate'>,
): Promise<void> {
  const similar = await findDuplicates(sql, issuerId, person)
  if (similar.length === 0) return
  const numbers = similar.map((one) => one.number).join(', ')
  throw new DomainError('duplicates_unconfirmed', { numbers })
}
