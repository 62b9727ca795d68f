import { letterHtml } from '../../domain/messages/letter-html.ts'
import { letterText } from '../../domain/messages/letter-text.ts'
import { letterOf, type TemplateName } from '../../domain/messages/templates.ts'
import type { Language } from '../../domain/platform/errors.ts'
import { findLetterSender } from '../../db/messages/letter-sender-query.ts'
import type { Sql } from '../../db/platform/sql.ts'
import type { Mail, MailAttachment } from '../gateways/mail.ts'
import type { Claimed } from './claim-message.ts'
import { orderConfirmation } from './order-confirmation.ts'
import type { SealedMessage } from './send-message.ts'

type Written = {
  readonly template: TemplateName
  readonly language: Language
  readonly propertyId: string
}

/** The words of a message, as mail and as a page of the desk show them. */
export async function writeLetter(sql: Sql, message: Written, said: SealedMessage) {
  const { language } = message
  const sender = await findLetterSender(sql, message.propertyId, language)
  const letter = letterOf(message.template, said.params as never, language)
  const input = { letter, sender, recipient: said.name, language }
  return { sender, subject: letter.subject, text: letterText(input), html: letterHtml(input) }
}

/** A claimed message as the mail that goes out: words, letterhead, attachments. */
export async function composeMail(sql: Sql, claimed: Claimed, said: SealedMessage): Promise<Mail> {
  const { sender, ...words } = await writeLetter(sql, claimed, said)
  return {
    ...words,
    id: claimed.id,
    sentAt: new Date(claimed.queuedAt),
    language: claimed.language,
    from: { name: sender.name },
    replyTo: sender.email === null ? null : { name: sender.name, address: sender.email },
    to: { name: said.name, address: said.address },
    attachments: await attachmentsOf(sql, claimed),
  }
}

/** A confirmed order comes with its paper, printed when the mail leaves. */
async function attachmentsOf(sql: Sql, claimed: Claimed): Promise<MailAttachment[]> {
  if (claimed.template !== 'order_confirmed') return []
  const { fileName, bytes } = await orderConfirmation(sql, claimed.subjectId, claimed.language)
  return [{ fileName, mediaType: 'application/pdf', bytes }]
}
