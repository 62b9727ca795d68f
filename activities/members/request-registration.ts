import { randomBytes } from 'node:crypto'
import { codeOf, CODE_LENGTH, readCode } from '../../domain/members/confirmation-code.ts'
import { checkedIdentity, type IdentityDocument } from '../../domain/members/identity-document.ts'
import { checkedPerson, type Person } from '../../domain/members/person.ts'
import { registrationEnds } from '../../domain/members/registration-life.ts'
import { canonicalJson } from '../../domain/platform/canonical-json.ts'
import { DomainError, type Language } from '../../domain/platform/errors.ts'
import { sendMessage } from '../messages/send-message.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import type { Vault } from '../platform/vault.ts'

export type RequestRegistration = Person & {
  readonly email: string
  readonly identity: IdentityDocument
  readonly propertyCode: string
  readonly locale: Language
  /** Where the house's own pages are, as the world sees them; null: the mail carries the code alone. */
  readonly publicUrl: string | null
}

/** What is sealed until the mail is answered. */
export type TypedIn = Person & { readonly identity: IdentityDocument }

export const codeFingerprint = (vault: Vault, plainCode: string) =>
  vault.fingerprint('registration-code', plainCode)

/**
 * Somebody asks by web form to become a member: nothing is true before the mail is answered. An address that
 * belongs to a member gets another mail and the page the same answer, so that nobody learns who is one.
 *
 * @returns until when the code is good
 * @throws DomainError validation_failed, my_number_refused; not_found for a property there is none of
 */
export async function requestRegistration(
  context: Context,
  input: RequestRegistration,
): Promise<{ expiresAt: string }> {
  const { sql, now } = context
  const identity = checkedIdentity(input.identity)
  const { name, kana, phone, birthDate } = checkedPerson(input, now)
  const property = await sql.maybe<{ id: string; issuer_id: string; time_zone: string }>(
    'select id, issuer_id, time_zone from properties where code = $1',
    [input.propertyCode],
  )
  if (!property) throw new DomainError('not_found')
  const expiresAt = registrationEnds(now).toISOString()
  const known = await sql.maybe<{ id: string; number: string }>(
    'select id, number from members where issuer_id = $1 and lower(email) = lower($2)',
    [property.issuer_id, input.email],
  )
  if (known) {
    await tellKnown(context, property.id, known)
    return { expiresAt }
  }
  const id = newId()
  const code = codeOf(
    Array.from(new Uint32Array(Uint8Array.from(randomBytes(CODE_LENGTH * 4)).buffer)),
  )
  const typed: TypedIn = { name, kana, phone, email: input.email, birthDate, identity }
  await sql.run(
    `insert into registrations (id, issuer_id, property_id, status, locale, token_hash, sealed, requested_at, expires_at)
     values ($1, $2, $3, 'pending', $4, $5, $6, $7, $8)`,
    [
      id,
      property.issuer_id,
      property.id,
      input.locale,
      codeFingerprint(context.vault, readCode(code) ?? ''),
      await context.vault.seal(sql, null, canonicalJson(typed)),
      now,
      expiresAt,
    ],
  )
  context.audit({
    verb: 'registration.requested',
    subject: { kind: 'registration', id },
    propertyId: property.id,
  })
  await sendMessage(context, {
    template: 'registration_confirm',
    to: { address: input.email, name, locale: input.locale },
    onceKey: `registration:${id}:confirm`,
    params: {
      code,
      link: input.publicUrl && `${input.publicUrl.replace(/\/$/, '')}/#/confirm/${code}`,
      expiresAt,
      timeZone: property.time_zone,
    },
    propertyId: property.id,
    subject: { kind: 'registration', id },
  })
  context.tell('registration', id)
  return { expiresAt }
}

/** At most once an hour: whoever fills the form in again and again fills no member's mailbox. */
async function tellKnown(
  context: Context,
  propertyId: string,
  member: { readonly id: string; readonly number: string },
): Promise<void> {
  const hour = context.now.toISOString().slice(0, 13)
  await sendMessage(context, {
    template: 'registration_known',
    to: { memberId: member.id },
    onceKey: `member:${member.id}:known:${hour}`,
    params: { number: member.number },
    propertyId,
    subject: { kind: 'member', id: member.id },
  })
}
