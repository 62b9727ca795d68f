import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { simpleParser } from 'mailparser'
import { messageIdOf, smtpMail } from '../../activities/gateways/mail.ts'
import { claimMessage } from '../../activities/messages/claim-message.ts'
import { deliverMessage } from '../../activities/messages/deliver-message.ts'
import { releaseHeldMessages } from '../../activities/messages/release-held-messages.ts'
import { resendMessage } from '../../activities/messages/resend-message.ts'
import { ATTEMPTS_MAX } from '../../domain/messages/message-life.ts'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { nobodyAt, type SmtpForTests, startSmtp } from '../support/misbehaving-smtp.ts'
import { type Inn, openInn } from './support/inn.ts'

const FROM = 'no-reply@choba.example'
let inn: Inn
let smtp: SmtpForTests
let guests = 0
beforeAll(async () => {
  inn = await openInn()
  smtp = await startSmtp()
}, 60_000)
afterAll(async () => {
  await smtp.stop()
  await inn.stop()
})
beforeEach(() => {
  smtp.taken.length = 0
  smtp.manners.length = 0
})

type Row = {
  id: string
  template: string
  status: string
  attempts: number
  held: boolean
  last_error: string | null
}
const messagesOf = (memberId: string) =>
  inn.sql.rows<Row>(
    'select id, template, status, attempts, held, last_error from messages where member_id = $1 order by queued_at, id',
    [memberId],
  )
const casesOf = (id: string) =>
  inn.sql.rows<{ kind: string; open: boolean; cause: string }>(
    'select kind, closed_at is null as open, cause from cases where subject_id = $1 order by opened_at',
    [id],
  )
/** A member with an address whose booking is paid at once: one confirmation waits. */
async function confirmation(): Promise<{ memberId: string; id: string }> {
  guests += 1
  const memberId = await inn.guest(200_000)
  await inn.owner.query('update members set email = $2 where id = $1', [
    memberId,
    `guest-${guests}@example.com`,
  ])
  await inn.book({ member: memberId, from: 20 + guests * 2 })
  const [message] = await messagesOf(memberId)
  return { memberId, id: String(message?.id) }
}
const gateway = (url = smtp.url) => smtpMail({ url, from: FROM, patienceMs: 700 })
const deliver = (id: string, url?: string) => deliverMessage(inn.house, gateway(url), id)
/** As if the pause before the next attempt were over. */
const due = (id: string) =>
  inn.owner.query('update messages set next_attempt_at = queued_at where id = $1', [id])

describe('W28 a message that can be delivered', () => {
  test('003-20 arrives once, from the property, with the words of both kinds and the confirmation attached', async () => {
    const { memberId, id } = await confirmation()
    await deliver(id)
    await deliver(id)
    expect(smtp.taken).toHaveLength(1)
    const mail = await simpleParser(String(smtp.taken[0]))
    expect(mail).toMatchObject({
      messageId: messageIdOf(id, FROM),
      subject: expect.stringMatching(/^ご予約確認 \(\d+\)$/),
      from: { value: [{ address: FROM, name: '川辺の宿' }] },
      replyTo: { value: [{ address: 'desk@kawabe.example' }] },
      text: expect.stringContaining('ご予約を承りました'),
    })
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.attachments).toMatchObject([
      { contentType: 'application/pdf', filename: expect.stringMatching(/^予約確認書-\d+\.pdf$/) },
    ])
    expect(await messagesOf(memberId)).toMatchObject([{ status: 'sent', attempts: 1 }])
  })

  test('decision 31 carries no link and fetches nothing', async () => {
    const { id } = await confirmation()
    await deliver(id)
    const mail = await simpleParser(String(smtp.taken[0]))
    expect(String(mail.html)).not.toMatch(/<a\b|href=|src=|url\(|<form|<script/i)
    expect(mail.text).not.toMatch(/https?:/)
  })
})

describe('decision 10: whatever the server does', () => {
  test.each([
    ['a 4xx for the recipient', { at: 'recipient', code: 450 }, 'deferred: 450 RCPT TO'],
    ['a 4xx after the body', { at: 'data', code: 452 }, 'deferred: 452 DATA'],
    ['a 5xx for our own sender', { at: 'sender', code: 553 }, 'deferred: 553 MAIL FROM'],
  ] as const)('%s is tried again later, and arrives', async (_name, manner, cause) => {
    const { memberId, id } = await confirmation()
    smtp.manners.push(manner)
    await deliver(id)
    expect(await messagesOf(memberId)).toMatchObject([
      { status: 'queued', attempts: 1, last_error: cause },
    ])
    // Not before its time.
    await deliver(id)
    expect(smtp.taken).toHaveLength(0)
    await due(id)
    await deliver(id)
    expect(await messagesOf(memberId)).toMatchObject([
      { status: 'sent', attempts: 2, last_error: null },
    ])
    expect(smtp.taken).toHaveLength(1)
  })

  test('nobody at the address: tried again later', async () => {
    const { memberId, id } = await confirmation()
    await deliver(id, await nobodyAt())
    expect(await messagesOf(memberId)).toMatchObject([
      { status: 'queued', last_error: expect.stringMatching(/^deferred: E/) },
    ])
  })

  test('silence after the body: unknown, sent again under the same Message-ID, so that the double is recognised', async () => {
    const { memberId, id } = await confirmation()
    smtp.manners.push({ at: 'silence' })
    await deliver(id)
    expect(await messagesOf(memberId)).toMatchObject([
      { status: 'queued', last_error: 'unknown: ETIMEDOUT' },
    ])
    await due(id)
    await deliver(id)
    const ids = await Promise.all(
      smtp.taken.map(async (one) => (await simpleParser(one)).messageId),
    )
    expect(ids).toEqual([messageIdOf(id, FROM), messageIdOf(id, FROM)])
    expect(await messagesOf(memberId)).toMatchObject([{ status: 'sent' }])
  })

  test.each([
    ['recipient', 550],
    ['data', 554],
  ] as const)(
    'decision 30: a 5xx at %s bounces: not tried again, a case without the address',
    async (at, code) => {
      const { memberId, id } = await confirmation()
      smtp.manners.push({ at, code })
      await deliver(id)
      await due(id)
      await deliver(id)
      expect(await messagesOf(memberId)).toMatchObject([{ status: 'bounced', attempts: 1 }])
      expect(await casesOf(id)).toEqual([
        { kind: 'mail_bounced', open: true, cause: expect.stringMatching(/^\d{3} [A-Z ]+$/) },
      ])
    },
  )

  test('decision 30: after the last attempt it has failed, and a person is told', async () => {
    const { memberId, id } = await confirmation()
    await inn.owner.query('update messages set attempts = $2 where id = $1', [id, ATTEMPTS_MAX - 1])
    await deliver(id, await nobodyAt())
    expect(await messagesOf(memberId)).toMatchObject([{ status: 'failed', attempts: ATTEMPTS_MAX }])
    expect(await casesOf(id)).toMatchObject([{ kind: 'mail_failed', open: true }])
  })
})

test('B-01 a worker killed while it sends loses nothing: after its lease another sends, and not before', async () => {
  const { memberId, id } = await confirmation()
  const claimed = await inn.does(SYSTEM_ACTOR, claimMessage, { id })
  expect(claimed).toMatchObject({ id, attempts: 1 })
  await deliver(id)
  expect(smtp.taken).toHaveLength(0)
  await due(id)
  await deliver(id)
  expect(smtp.taken).toHaveLength(1)
  expect(await messagesOf(memberId)).toMatchObject([{ status: 'sent', attempts: 2 }])
})

test('B-01 two workers at once send one mail', async () => {
  const { id } = await confirmation()
  await Promise.all([deliver(id), deliver(id), deliver(id)])
  expect(smtp.taken).toHaveLength(1)
})

test('W28 without a mail server messages wait, one case says so, and all go out when there is one', async () => {
  const one = await confirmation()
  const two = await confirmation()
  for (const { id } of [one, two]) await deliverMessage(inn.house, null, id)
  const unconfigured = () =>
    inn.sql.rows("select from cases where kind = 'mail_unconfigured' and closed_at is null")
  expect(await unconfigured()).toHaveLength(1)
  expect(await messagesOf(one.memberId)).toMatchObject([
    { status: 'queued', held: true, attempts: 0 },
  ])
  await deliver(one.id)
  expect(smtp.taken).toHaveLength(0)
  await inn.does(SYSTEM_ACTOR, releaseHeldMessages, null)
  expect(await unconfigured()).toHaveLength(0)
  for (const { id } of [one, two]) await deliver(id)
  expect(smtp.taken).toHaveLength(2)
})

describe('W28 resent by a person', () => {
  const resend = (messageId: string) =>
    inn.does(inn.front, resendMessage, { messageId, reason: 'お客様のご希望' })

  test('it goes to the address of today, as another mail, and cures the case', async () => {
    const { memberId, id } = await confirmation()
    smtp.manners.push({ at: 'recipient', code: 550 })
    await deliver(id)
    await inn.owner.query("update members set email = 'corrected@example.com' where id = $1", [
      memberId,
    ])
    const { messageId } = await resend(id)
    await deliver(messageId)
    const mail = await simpleParser(String(smtp.taken[0]))
    expect(mail).toMatchObject({
      messageId: messageIdOf(messageId, FROM),
      to: { text: expect.stringContaining('corrected@') },
    })
    expect(await casesOf(id)).toMatchObject([{ kind: 'mail_bounced', open: false }])
  })

  test('not while it still waits to be sent, and by two at once only once', async () => {
    const { memberId, id } = await confirmation()
    await expect(resend(id)).rejects.toMatchObject({ code: 'state_conflict' })
    await deliver(id)
    const both = await Promise.allSettled([resend(id), resend(id)])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await messagesOf(memberId)).toHaveLength(2)
  })

  test('not to somebody who has no address any more', async () => {
    const { memberId, id } = await confirmation()
    await deliver(id)
    await inn.owner.query('update members set email = null where id = $1', [memberId])
    await expect(resend(id)).rejects.toMatchObject({ code: 'no_mail_address' })
    expect(await messagesOf(memberId)).toHaveLength(1)
  })

  test('decision 29: nothing can be said to somebody who was erased', async () => {
    const { memberId, id } = await confirmation()
    await inn.owner.query(
      'update member_keys set wrapped_key = null, destroyed_at = now() where member_id = $1',
      [memberId],
    )
    await deliver(id)
    expect(smtp.taken).toHaveLength(0)
    expect(await messagesOf(memberId)).toMatchObject([{ status: 'skipped' }])
  })
})
