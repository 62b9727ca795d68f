import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { orderConfirmation } from '../../activities/messages/order-confirmation.ts'
import { contentDisposition } from '../../api/platform/download.ts'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { expectProblem } from './support/problem.ts'
import { stage, type Staged } from './support/staged.ts'

let inn: TestHouse
let at: Staged
let front: TestClient
let address: string
beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  front = await inn.as('front')
  address = `/v1/orders/${at.order.id}/confirmation.pdf`
}, 60_000)
afterAll(() => inn.stop())

test('003-20 the confirmation is a PDF under its own name, kept by no cache, of one page', async () => {
  const { status, headers, bytes } = await front.request('GET', address)
  expect({
    status,
    type: headers.get('content-type'),
    cache: headers.get('cache-control'),
    sniff: headers.get('x-content-type-options'),
    name: headers.get('content-disposition'),
  }).toEqual({
    status: 200,
    type: 'application/pdf',
    cache: 'no-store',
    sniff: 'nosniff',
    name: contentDisposition({
      mediaType: 'application/pdf',
      fileName: `予約確認書-${at.order.number}.pdf`,
      bytes,
      inline: true,
    }),
  })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1')).toMatch(/\/Count 1\b/)
})

test('003-20 printed twice it is the same to the byte; in English it is another', async () => {
  const [first, second, english, accepted] = await Promise.all([
    front.request('GET', `${address}?language=ja`),
    front.request('GET', address),
    front.request('GET', `${address}?language=en`),
    front.request('GET', address, { headers: { 'Accept-Language': 'en' } }),
  ])
  expect(first.bytes.equals(second.bytes)).toBe(true)
  expect(english.bytes.equals(first.bytes)).toBe(false)
  expect(english.bytes.equals(accepted.bytes)).toBe(true)
  expect(english.headers.get('content-disposition')).toContain(
    `confirmation-${at.order.number}.pdf`,
  )
})

test('003-20 a name with 外字 is printed; a sign no type has is a geta mark and is reported', async () => {
  const missing: string[] = []
  const print = () =>
    orderConfirmation(inn.house.database.sql, at.order.id, 'ja', (signs) => missing.push(...signs))
  const rename = (name: string) =>
    inn.house.database.sql.run('update members set name = $2 where id = $1', [at.member.id, name])
  await rename('𠮷田 髙子﨑')
  await print()
  expect(missing).toEqual([])
  await rename('見本 😀')
  const { bytes } = await print()
  expect(missing).toEqual(['😀'])
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('003-20 another language than ours, or no order at all, is refused in words', async () => {
  expectProblem(await front.request('GET', `${address}?language=fr`), { code: 'validation_failed' })
  const nobody = `/v1/orders/${inn.property}/confirmation.pdf`
  expectProblem(await front.request('GET', nobody), { code: 'not_found' })
})

test('B-16 a file name in any script survives the header (RFC 6266)', () => {
  const name = (fileName: string) =>
    contentDisposition({ mediaType: 'text/csv', fileName, bytes: Buffer.alloc(0) })
  expect(name('予約 "1"\r\n.csv')).toBe(
    `attachment; filename="_ _1_.csv"; filename*=UTF-8''%E4%BA%88%E7%B4%84%20%221%22%0D%0A.csv`,
  )
})
