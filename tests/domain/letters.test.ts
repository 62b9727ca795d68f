import { describe, expect, test } from '@jest/globals'
import { letterHtml } from '../../domain/messages/letter-html.ts'
import { letterText } from '../../domain/messages/letter-text.ts'
import type { CancellationParams, OrderParams } from '../../domain/messages/order-params.ts'
import { letterOf } from '../../domain/messages/templates.ts'
import { dayInWords, momentInWords, pointsInWords } from '../../domain/messages/wording.ts'
import { policyInWords } from '../../domain/lodging/policy-in-words.ts'

const ROOM = {
  type: '和室 <離れ>',
  typeEn: 'Tatami & garden',
  number: '201',
  checkIn: '2026-12-24',
  checkOut: '2026-12-26',
  guests: 2,
  amount: 26_000,
}
const ORDER: OrderParams = {
  number: '100123',
  checkIn: '2026-12-24',
  checkOut: '2026-12-26',
  checkInFrom: '15:00',
  checkOutBy: '10:00',
  timeZone: 'Asia/Tokyo',
  payBy: '2026-12-20T15:30:00.000Z',
  total: 26_000,
  rooms: [ROOM],
}
const CANCELLATION: CancellationParams = {
  number: '100123',
  rooms: [ROOM],
  fee: 5_200,
  returned: 20_800,
}
const SENDER = { name: '川辺の宿', address: null, phone: '03-0000-1001', email: null }

const ORDER_LETTERS = [
  'order_confirmed',
  'order_pending',
  'order_reminded',
  'order_expired',
] as const
const CANCELLATION_LETTERS = [
  'order_cancelled',
  'cancellation_requested',
  'cancellation_settled',
  'cancellation_rejected',
] as const

const written = (
  template: (typeof ORDER_LETTERS)[number] | (typeof CANCELLATION_LETTERS)[number],
  language: 'ja' | 'en',
  recipient = '見本 うみ',
) => {
  const isOrder = (ORDER_LETTERS as readonly string[]).includes(template)
  const letter = letterOf(template, (isOrder ? ORDER : CANCELLATION) as never, language)
  const input = { letter, sender: SENDER, recipient, language }
  return { letter, text: letterText(input), html: letterHtml(input) }
}

describe.each(['ja', 'en'] as const)('B-18 003-20 every letter in %s', (language) => {
  test.each([...ORDER_LETTERS, ...CANCELLATION_LETTERS])(
    '%s says whose, which and how much, in both its forms',
    (template) => {
      const { letter, text, html } = written(template, language)
      expect(letter.subject).toContain('(100123)')
      for (const form of [text, html]) {
        expect(form).toContain('100123')
        expect(form).toContain('26,000 pt')
        expect(form).toContain('見本 うみ')
        expect(form).not.toMatch(/undefined|null|NaN|\[object/)
        expect(form).not.toMatch(/https?:|href=|src=/)
      }
      const japanese = /[぀-ヿ一-鿿]/
      const words = JSON.stringify(letter)
      expect(japanese.test(words)).toBe(language === 'ja')
    },
  )
})

test('003-19 a letter that waits for payment names the moment by the clock of the house', () => {
  expect(written('order_pending', 'ja').text).toContain('お支払い期限: 2026年12月21日(月) 00:30')
  expect(written('order_pending', 'en').text).toContain('Please pay by Mon 21 Dec 2026 00:30')
})

test('003-22 a settled cancellation says what is kept and what comes back; a rejected one names no sums', () => {
  expect(written('cancellation_settled', 'en').text).toMatch(
    /Cancellation fee: 5,200 pt\nPoints returned: 20,800 pt/,
  )
  expect(written('cancellation_rejected', 'ja').text).not.toContain('20,800')
})

test('what a guest or a master typed is text, never markup', () => {
  const { html } = written('order_confirmed', 'ja', '<img src=x onerror=alert(1)>')
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('和室 &lt;離れ&gt;')
  expect(written('order_confirmed', 'en').html).toContain('Tatami &amp; garden')
})

test('days, moments and points in words', () => {
  expect([dayInWords('2028-02-29', 'ja'), dayInWords('2028-02-29', 'en')]).toEqual([
    '2028年2月29日(火)',
    'Tue 29 Feb 2028',
  ])
  expect(momentInWords('2026-12-31T15:00:00Z', 'Asia/Tokyo', 'en')).toBe('Fri 1 Jan 2027 00:00')
  expect([0, 999, 1_000, 1_234_567].map(pointsInWords)).toEqual([
    '0 pt',
    '999 pt',
    '1,000 pt',
    '1,234,567 pt',
  ])
})

describe('003-24 a cancellation policy in words', () => {
  const policy = (...tiers: [number, number][]) => ({
    version: 1,
    tiers: tiers.map(([daysBefore, feePercent]) => ({ daysBefore, feePercent })),
  })
  test('free until a day, then in steps to the day of arrival, without a hole', () => {
    expect(policyInWords(policy([7, 0], [6, 20], [2, 50], [0, 100]), 'ja')).toEqual([
      { when: '7日前まで', fee: '無料' },
      { when: '6日前から3日前まで', fee: '宿泊料金の20%' },
      { when: '2日前から前日まで', fee: '宿泊料金の50%' },
      { when: '当日', fee: '宿泊料金の100%' },
    ])
  })
  test('a first step that costs something leaves what is before it free', () => {
    expect(policyInWords(policy([3, 30], [0, 80]), 'en')).toEqual([
      { when: 'Until 4 days before arrival', fee: 'Free' },
      { when: 'From 3 days before arrival to the day before arrival', fee: '30% of the price' },
      { when: 'On the day of arrival', fee: '80% of the price' },
    ])
  })
  test('one that never costs anything says so', () => {
    expect(policyInWords(policy([0, 0]), 'ja')).toEqual([{ when: '当日まで', fee: '無料' }])
  })
})
