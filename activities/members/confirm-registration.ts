import { readCode } from '../../domain/members/confirmation-code.ts'
import { DomainError, type Language } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { registerMember } from './register-member.ts'
import { codeFingerprint, type TypedIn } from './request-registration.ts'

/**
 * The mail is answered: what was typed becomes a member, once, and what was sealed for it goes.
 *
 * @throws DomainError registration_link_ended for a code that is unknown, used or too old; already_exists when
 *   the document or the address became somebody's meanwhile
 */
export async function confirmRegistration(
  context: Context,
  input: { code: string; passwordHash: string },
): Promise<{ memberId: string; number: string }> {
  const { sql, now, vault } = context
  const plain = readCode(input.code)
  const asked =
    plain &&
    (await sql.maybe<{
      id: string
      issuer_id: string
      property_id: string
      locale: Language
      sealed: Buffer
    }>(
      `select id, issuer_id, property_id, locale, sealed from registrations
       where token_hash = $1 and status = 'pending' and expires_at > $2 for update`,
      [codeFingerprint(vault, plain), now],
    ))
  const text = asked && (await vault.open(sql, null, asked.sealed))
  if (!asked || !text) throw new DomainError('registration_link_ended')
  const { memberId } = await registerMember(context, {
    ...(JSON.parse(text) as TypedIn),
    issuerId: asked.issuer_id,
    locale: asked.locale,
    channel: 'web',
    passwordHash: input.passwordHash,
  })
  await sql.run(
    "update registrations set status = 'confirmed', sealed = null, ended_at = $2, member_id = $3 where id = $1",
    [asked.id, now, memberId],
  )
  await sql.run('select forget_registration_mails($1)', [asked.id])
  const { number } = await sql.one<{ number: string }>('select number from members where id = $1', [
    memberId,
  ])
  context.audit({
    verb: 'registration.confirmed',
    subject: { kind: 'registration', id: asked.id },
    related: [{ kind: 'member', id: memberId }],
    propertyId: asked.property_id,
  })
  context.tell('registration', asked.id)
  return { memberId, number }
}
