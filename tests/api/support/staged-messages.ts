import { catchMail } from '../../../activities/messages/catch-mail.ts'
import { runVerb } from '../../../activities/platform/run-verb.ts'
import { SYSTEM_ACTOR } from '../../../domain/platform/actor.ts'
import type { TestHouse } from '../../support/house.ts'

const BOUNDARY = 'a-line-between'

/** What a mail program would have sent for a message, with a paper attached. */
const sourceOf = (messageId: string) =>
  [
    `Message-ID: <${messageId}@choba.example>`,
    'From: =?UTF-8?B?5bed6L6644Gu5a6/?= <no-reply@choba.example>',
    'To: guest@example.com',
    'Subject: =?UTF-8?B?44GU5LqI57SE56K66KqN?=',
    'Date: Mon, 23 Nov 2026 03:00:00 +0000',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>ご予約を承りました<script>alert(1)</script></p>',
    `--${BOUNDARY}`,
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Disposition: attachment; filename="a.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF-1.3').toString('base64'),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n')

/** An order's first message, sent, and caught as in a demo. */
export async function stageMessages(inn: TestHouse, order: { id: string }) {
  const { sql } = inn.house.database
  const message = await sql.one<{ id: string }>(
    `update messages set status = 'sent', finished_at = queued_at, attempts = 1
     where subject_id = $1 and template = 'order_confirmed' returning id`,
    [order.id],
  )
  const call = { actor: SYSTEM_ACTOR, requestId: 'staged' }
  for (let n = 0; n < 3; n += 1)
    await runVerb(inn.house, call, catchMail, { source: Buffer.from(sourceOf(message.id)) })
  const mail = await sql.one<{ id: string }>(
    'select id from caught_mails order by caught_at limit 1',
  )
  return { message, mail }
}
