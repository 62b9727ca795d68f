import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sendMessage } from '../../activities/messages/send-message.ts'
import type { OrderParams } from '../../domain/messages/order-params.ts'
import { openInn, PROPERTY, type Inn } from './support/inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())

const PARAMS: OrderParams = {
  number: '100999',
  checkIn: '2026-12-24',
  checkOut: '2026-12-26',
  checkInFrom: '15:00',
  checkOutBy: '10:00',
  timeZone: 'Asia/Tokyo',
  payBy: '2026-12-20T03:00:00.000Z',
  total: 26_000,
  rooms: [],
}

const ADDRESS = 'guest-of-the-test@example.com'
const rowsOf = (onceKey: string) =>
  inn.sql.rows<{ id: string; status: string; sealed: Buffer | null; member_id: string | null }>(
    'select id, status, sealed, member_id from messages where once_key = $1',
    [onceKey],
  )
const toldOf = (id: string) =>
  inn.sql.rows("select from outbox where process = 'message' and subject_id = $1", [id])

async function memberWithMail(): Promise<string> {
  const id = await inn.guest()
  await inn.owner.query('update members set email = $2, name = $3, locale = $4 where id = $1', [
    id,
    `${id}@example.com`,
    '見本 うみ',
    'en',
  ])
  return id
}
const send = (
  to: { memberId: string } | { address: string; name: string; locale: 'ja' },
  onceKey: string,
) =>
  inn.does(inn.front, sendMessage<'order_confirmed'>, {
    template: 'order_confirmed',
    to,
    onceKey,
    params: PARAMS,
    propertyId: PROPERTY,
    subject: { kind: 'order', id: '019a8f6e-6f00-7000-8000-000000000001' },
  })

test('W28 a message is written once and its process told, in the language of its reader', async () => {
  const memberId = await memberWithMail()
  const { messageId } = await send({ memberId }, 'once-1')
  const [row] = await rowsOf('once-1')
  expect(row).toMatchObject({ id: messageId, status: 'queued', member_id: memberId })
  expect(await toldOf(String(messageId))).toHaveLength(1)
  expect(await inn.sql.one('select language from messages where id = $1', [messageId])).toEqual({
    language: 'en',
  })
})

test('W28 told twice, also by two at once, it is one message', async () => {
  const memberId = await memberWithMail()
  const sent = await Promise.all([1, 2, 3].map(() => send({ memberId }, 'once-2')))
  expect(sent.filter((one) => one.messageId !== null)).toHaveLength(1)
  expect(await rowsOf('once-2')).toHaveLength(1)
})

test('decision 29: neither address nor name nor words stand in the row, the outbox or the trail', async () => {
  await send({ address: ADDRESS, name: '見本 なぎさ', locale: 'ja' }, 'once-3')
  const [row] = await rowsOf('once-3')
  const kept = await inn.owner.query(
    `select (select jsonb_agg(m) from messages m)::text || (select jsonb_agg(o) from outbox o)::text
       || (select jsonb_agg(a) from audit_events a)::text as text`,
  )
  for (const secret of [ADDRESS, 'なぎさ', PARAMS.number])
    expect(kept.rows[0].text).not.toContain(secret)
  const opened = await inn.house.vault.open(inn.sql, null, row?.sealed as Buffer)
  expect(JSON.parse(String(opened))).toMatchObject({ address: ADDRESS, params: { total: 26_000 } })
})

test('W28 a member without a mail address: recorded as skipped, and nothing was said', async () => {
  const memberId = await inn.guest()
  expect(await send({ memberId }, 'once-4')).toEqual({ messageId: null })
  const [row] = await rowsOf('once-4')
  expect(row).toMatchObject({ status: 'skipped', sealed: null })
  expect(await toldOf(String(row?.id))).toHaveLength(0)
})

test('W28 what fails takes its message with it', async () => {
  const memberId = await memberWithMail()
  const fails = inn.does(
    inn.front,
    async (context, input: string) => {
      await sendMessage(context, {
        template: 'order_confirmed',
        to: { memberId },
        onceKey: input,
        params: PARAMS,
        propertyId: PROPERTY,
        subject: { kind: 'member', id: memberId },
      })
      throw new Error('the caller changed its mind')
    },
    'once-5',
  )
  await expect(fails).rejects.toThrow('changed its mind')
  expect(await rowsOf('once-5')).toEqual([])
})
