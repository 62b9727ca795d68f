import { letterHtml } from '../../domain/messages/letter-html.ts'
import { letterText } from '../../domain/messages/letter-text.ts'
import { letterOf } from '../../domain/messages/templates.ts'
import { findLetterSender } from '../../db/messages/letter-sender-query.ts'
import type { Sql } from '../../db/platform/sql.ts'
import type { Mail, MailAttachment } from '../gateways/mail.ts'
import type { Claimed } from './claim-message.ts'
import { orderConfirmation } from './order-confirmation.ts'
import type { SealedMessage } from './send-message.ts'

/** A claimed message as the mail that goes out: words, letterhead, attachments. */
export async function composeMail(sql: Sql, claimed: Claimed, said: SealedMessage): Promise<Mail> {
  const { language } = claimed
  const sender = await findLetterSender(sql, claimed.propertyId, language)
  const letter = letterOf(claimed.template, said.params as never, language)
  const input = { letter, sender, recipient: said.name, language }
  return {
    id: claimed.id,
    sentAt: new Date(claimed.queuedAt),
    language,
    from: { name: sender.name },
    replyTo: sender.email === null ? null : { name: sender.name, address: sender.email },
    to: { name: said.name, address: said.address },
    subject: letter.subject,
    text: letterText(input),
    html: letterHtml(input),
    attachments: await attachmentsOf(sql, claimed),
  }
}

/** A confirmed order comes with its paper, printed when the mail leaves. */
async function attachmentsOf(sql: Sql, claimed: Claimed): Promise<MailAttachment[]> {
  if (claimed.template !== 'order_confirmed') return []
  const { fileName, bytes } = await orderConfirmation(sql, claimed.subjectId, claimed.language)
  return [{ fileName, mediaType: 'application/pdf', bytes }]
}
