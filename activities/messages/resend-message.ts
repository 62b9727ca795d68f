import type { TemplateName } from '../../domain/messages/templates.ts'
import { DomainError, type Language } from '../../domain/platform/errors.ts'
import type { Context, Subject } from '../platform/context.ts'
import { type SealedMessage, sendMessage } from './send-message.ts'

export type ResendMessage = { readonly messageId: string; readonly reason: string }

type Row = {
  root: string
  template: TemplateName
  language: Language
  property_id: string
  subject: Subject
  member_id: string | null
  sealed: Buffer | null
}

/**
 * Says the same again, as another mail: to a member at the address he has today. A chain of resent
 * messages has one under way at most.
 *
 * @throws DomainError state_conflict while one is still to be sent; no_mail_address
 */
export async function resendMessage(
  context: Context,
  input: ResendMessage,
): Promise<{ messageId: string }> {
  const { sql, vault } = context
  // The first of the chain is locked, the chain read afterwards.
  const row = await sql.maybe<Row>(
    `select r.id as root, m.template, m.language, m.property_id, m.member_id, m.sealed,
       jsonb_build_object('kind', m.subject_kind, 'id', m.subject_id) as subject
     from messages m join messages r on r.id = coalesce(m.resend_of, m.id) where m.id = $1 for update of r`,
    [input.messageId],
  )
  if (!row) throw new DomainError('not_found')
  const { queued, count } = await sql.one<{ queued: boolean; count: number }>(
    `select bool_or(status = 'queued') as queued, count(*) as count from messages where id = $1 or resend_of = $1`,
    [row.root],
  )
  if (queued) throw new DomainError('state_conflict', { state: 'queued' })
  const text = row.sealed && (await vault.open(sql, row.member_id, row.sealed))
  if (text === null) throw new DomainError('no_mail_address')
  const said = JSON.parse(text) as SealedMessage
  const { messageId } = await sendMessage(context, {
    template: row.template,
    to: row.member_id
      ? { memberId: row.member_id }
      : { address: said.address, name: said.name, locale: row.language },
    onceKey: `resend:${row.root}:${count}`,
    params: said.params,
    propertyId: row.property_id,
    subject: row.subject,
    resendOf: row.root,
    reason: input.reason,
  })
  if (messageId === null) throw new DomainError('no_mail_address')
  return { messageId }
}
