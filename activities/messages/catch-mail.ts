import { canonicalJson } from '../../domain/platform/canonical-json.ts'
import { readMail } from '../gateways/read-mail.ts'
import type { Context } from '../platform/context.ts'

export type MailSummary = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly attachments: number
}

/** A demo's mailbox holds the latest; it is no archive. */
const KEPT_MAX = 1_000

/** A mail the demo house sent lands in its own mailbox. */
export async function catchMail(
  { sql, now, vault }: Context,
  input: { source: Buffer },
): Promise<void> {
  const mail = await readMail(input.source)
  const summary: MailSummary = {
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    attachments: mail.attachments.length,
  }
  // A wire carries bytes, the vault text: every byte is one character of Latin-1.
  const source = await vault.seal(sql, null, input.source.toString('latin1'))
  await sql.run(
    `insert into caught_mails (caught_at, message_id, property_id, sealed_summary, sealed_source)
     select $1, m.id, m.property_id, $3, $4
     from (select) one left join messages m on m.id::text = split_part($2, '@', 1)`,
    [now, mail.messageId, await vault.seal(sql, null, canonicalJson(summary)), source],
  )
  await sql.run(
    'delete from caught_mails where id in (select id from caught_mails order by caught_at desc, id desc offset $1)',
    [KEPT_MAX],
  )
}
