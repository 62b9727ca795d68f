import type { MessageParams, TemplateName } from '../../domain/messages/templates.ts'
import { canonicalJson } from '../../domain/platform/canonical-json.ts'
import { DomainError, type Language } from '../../domain/platform/errors.ts'
import type { Context, Subject } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

export type Recipient =
  | { readonly memberId: string }
  /** Somebody who is no member (yet): sealed under the house's own key. */
  | { readonly address: string; readonly name: string; readonly locale: Language }

export type SendMessage<T extends TemplateName = TemplateName> = {
  readonly template: T
  readonly to: Recipient
  /** Of the event that is told, e.g. `order:<id>:confirmed`: told again, nothing happens. */
  readonly onceKey: string
  readonly params: MessageParams[T]
  readonly propertyId: string
  /** What it is about: whose page lists it. */
  readonly subject: Subject
  /** The first of a chain, where a person has it said again, and why. */
  readonly resendOf?: string
  readonly reason?: string
}

/** What is sealed in a message's row. */
export type SealedMessage = {
  readonly address: string
  readonly name: string
  readonly params: MessageParams[TemplateName]
}

export const sealedText = (said: SealedMessage) => canonicalJson(said)

/**
 * Tells a person something (decision 31), inside the caller's transaction: when that commits, the
 * message will be sent; when it does not, there never was one. Recipient and what is said are
 * ciphertext under the member's key. A member without a mail address is recorded as skipped.
 *
 * @returns null when there is nothing to send: told before, or nowhere to send it to
 */
export async function sendMessage<T extends TemplateName>(
  context: Context,
  input: SendMessage<T>,
): Promise<{ messageId: string | null }> {
  const { sql, now, vault } = context
  const to = await recipientOf(context, input.to)
  const { address } = to
  const isSkipped = address === null
  const said = isSkipped ? null : sealedText({ address, name: to.name, params: input.params })
  const sealed = said === null ? null : await vault.seal(sql, to.memberId, said)
  const id = newId()
  const written = await sql.run(
    `insert into messages (id, once_key, template, language, property_id, subject_kind, subject_id, member_id, sealed,
       status, queued_at, next_attempt_at, finished_at, resend_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13) on conflict on constraint messages_once do nothing`,
    [
      id,
      input.onceKey,
      input.template,
      to.language,
      input.propertyId,
      input.subject.kind,
      input.subject.id,
      to.memberId,
      sealed,
      isSkipped ? 'skipped' : 'queued',
      now,
      isSkipped ? now : null,
      input.resendOf ?? null,
    ],
  )
  if (written === 0) return { messageId: null }
  context.audit({
    verb: verbOf(isSkipped, input.resendOf !== undefined),
    subject: { kind: 'message', id },
    related: [
      input.subject,
      ...(to.memberId ? [{ kind: 'member' as const, id: to.memberId }] : []),
    ],
    propertyId: input.propertyId,
    after: { template: input.template, language: to.language },
    reason: input.reason ?? null,
  })
  if (isSkipped) return { messageId: null }
  context.tell('message', id)
  return { messageId: id }
}

const verbOf = (isSkipped: boolean, isResent: boolean) => {
  if (isSkipped) return 'message.skipped'
  return isResent ? 'message.resent' : 'message.queued'
}

type Found = {
  readonly memberId: string | null
  readonly address: string | null
  readonly name: string
  readonly language: Language
}

async function recipientOf({ sql }: Context, to: Recipient): Promise<Found> {
  if (!('memberId' in to))
    return { memberId: null, address: to.address, name: to.name, language: to.locale }
  const member = await sql.maybe<Omit<Found, 'memberId'>>(
    'select email as address, name, locale as language from members where id = $1',
    [to.memberId],
  )
  if (!member) throw new DomainError('not_found')
  return { ...member, memberId: to.memberId }
}
