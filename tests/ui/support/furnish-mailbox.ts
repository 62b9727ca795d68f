import { smtpMail } from '../../../activities/gateways/mail.ts'
import { deliverMessage } from '../../../activities/messages/deliver-message.ts'
import { openMailbox } from '../../../activities/messages/open-mailbox.ts'
import { MAIL_FROM, type TestHouse } from '../../support/house.ts'

export type FurnishedMailbox = {
  /** A confirmation that arrived, and its record. */
  mail: { id: string }
  message: { id: string }
  /** One its recipient's server refused. */
  bounced: { id: string }
}

/** What was written until now goes out and is caught, as in a demo; one bounces. */
export async function furnishMailbox({ house }: TestHouse): Promise<FurnishedMailbox> {
  const { sql } = house.database
  const queued = await sql.rows<{ id: string; template: string }>(
    "select id, template from messages where status = 'queued' order by queued_at, id",
  )
  const bounced = queued.find((one) => one.template === 'order_pending') ?? { id: '' }
  const mailbox = await openMailbox(house, 0)
  if (!mailbox) throw new Error('the mailbox did not open')
  const mail = smtpMail({ url: `smtp://127.0.0.1:${mailbox.port}`, from: MAIL_FROM })
  const refusing = { deliver: async () => ({ kind: 'refused', cause: '550 RCPT TO' }) as const }
  for (const { id } of queued) await deliverMessage(house, id === bounced.id ? refusing : mail, id)
  await mailbox.close()
  const caught = await sql.one<{ id: string; message_id: string }>(
    `select c.id, c.message_id from caught_mails c join messages m on m.id = c.message_id
     where m.template = 'order_confirmed' order by c.caught_at, c.id limit 1`,
  )
  return { mail: { id: caught.id }, message: { id: caught.message_id }, bounced }
}
