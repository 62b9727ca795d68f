import type { Channel } from '../../domain/lodging/channel.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

export type RegisterMember = {
  readonly issuerId: string
  readonly name: string
  readonly kana: string
  readonly phone: string
  readonly email: string | null
  readonly birthDate: string
  readonly channel: Channel
  readonly passwordHash?: string
}

/** A person becomes a member: with wallets, and a key of its own for what is personal (decision 29). */
export async function registerMember(
  context: Context,
  input: RegisterMember,
): Promise<{ memberId: string }> {
  const { sql, now } = context
  assertBirthDate(input.birthDate, now)
  const memberId = newId()
  await sql.run(
    `insert into members (id, issuer_id, name, kana, phone, email, birth_date, channel, password_hash, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      memberId,
      input.issuerId,
      input.name,
      input.kana,
      input.phone,
      input.email,
      input.birthDate,
      input.channel,
      input.passwordHash ?? null,
      now,
    ],
  )
  await sql.run('insert into member_keys (member_id, wrapped_key) values ($1, $2)', [
    memberId,
    context.vault.newWrappedKey(),
  ])
  await sql.run('select open_wallets($1, $2)', [input.issuerId, memberId])
  const { name, kana, phone, email, birthDate } = input
  context.audit({
    verb: 'member.registered',
    subject: { kind: 'member', id: memberId },
    after: { channel: input.channel },
    personal: { memberId, after: { name, kana, phone, email, birthDate } },
  })
  context.concerns(memberId)
  return { memberId }
}

/** Nobody is born in the future or more than 130 years ago. */
export function assertBirthDate(birthDate: string, now: Date): void {
  const born = Date.parse(`${birthDate}T00:00:00Z`)
  const oldest = now.getTime() - 130 * 366 * 86_400_000
  if (!(born <= now.getTime() && born >= oldest)) {
    throw new DomainError(
      'validation_failed',
      {},
      {
        fields: [{ pointer: '/birthDate', code: 'impossible', message: 'birthDate' }],
      },
    )
  }
}
