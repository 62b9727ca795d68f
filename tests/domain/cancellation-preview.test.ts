import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type CancellableStay, previewStay } from '../../domain/lodging/cancellation-preview.ts'
import { addDays } from '../../domain/lodging/local-date.ts'
import { anyAmount, anyPolicy, anyStayDay } from './support/arbitraries.ts'

const anyStay: fc.Arbitrary<CancellableStay> = fc
  .record({
    id: fc.uuid(),
    checkIn: anyStayDay,
    amounts: fc.array(anyAmount, { minLength: 1, maxLength: 10 }),
    policy: anyPolicy,
    paid: fc.boolean(),
  })
  .map(({ id, checkIn, amounts, policy, paid }) => ({
    id,
    roomNumber: '201',
    roomTypeName: 'ツイン',
    checkIn,
    checkOut: addDays(checkIn, amounts.length),
    policy,
    paid,
    nights: amounts.map((amount, index) => ({ night: addDays(checkIn, index), amount })),
  }))
const daysBefore = fc.integer({ min: -3, max: 45 })

test('003-22 003-24 sums are the sums of the nights: paid = fee + returned, Σ returns ≤ paid', () => {
  fc.assert(
    fc.property(anyStay, daysBefore, (stay, days) => {
      const preview = previewStay(stay, addDays(stay.checkIn, -days))
      expect(preview.fee + preview.returned).toBe(preview.paid)
      expect(preview.returned).toBeLessThanOrEqual(preview.paid)
      expect(preview.nights.map((night) => night.night)).toEqual(
        stay.nights.map((night) => night.night),
      )
    }),
  )
})

test('003-22 cancelling rooms one by one costs what cancelling all at once costs', () => {
  fc.assert(
    fc.property(
      fc.array(anyStay, { minLength: 2, maxLength: 6 }),
      anyStayDay,
      (stays, requestedOn) => {
        const total = (some: readonly CancellableStay[]) =>
          some.reduce((sum, stay) => sum + previewStay(stay, requestedOn).returned, 0)
        const oneByOne = stays.map((stay) => total([stay])).reduce((a, b) => a + b, 0)
        expect(total(stays)).toBe(oneByOne)
        // Also night by night: every night is rounded by itself.
        for (const stay of stays) {
          const { fee } = previewStay(stay, requestedOn)
          const nightly = stay.nights.map((night) => {
            const alone = { ...stay, nights: [night] }
            return previewStay(alone, requestedOn).fee
          })
          expect(nightly.reduce((a, b) => a + b, 0)).toBe(fee)
        }
      },
    ),
  )
})

test('003-19 while it waits for payment nothing is kept and nothing returned', () => {
  fc.assert(
    fc.property(anyStay, daysBefore, (stay, days) => {
      const preview = previewStay({ ...stay, paid: false }, addDays(stay.checkIn, -days))
      expect(preview).toMatchObject({ paid: 0, fee: 0, returned: 0 })
    }),
  )
})

test('003-22 the day it was asked decides, not the day it is computed', () => {
  const stay: CancellableStay = {
    id: 'a',
    roomNumber: '201',
    roomTypeName: 'ツイン',
    checkIn: '2026-12-31',
    checkOut: '2027-01-02',
    policy: {
      version: 3,
      tiers: [
        { daysBefore: 2, feePercent: 50 },
        { daysBefore: 0, feePercent: 100 },
      ],
    },
    paid: true,
    nights: [
      { night: '2026-12-31', amount: 10_001 },
      { night: '2027-01-01', amount: 9_999 },
    ],
  }
  expect(previewStay(stay, '2026-12-28')).toMatchObject({ fee: 0, returned: 20_000 })
  expect(previewStay(stay, '2026-12-29')).toMatchObject({ fee: 5_000 + 4_999, returned: 10_001 })
  expect(previewStay(stay, '2026-12-31')).toMatchObject({ fee: 20_000, returned: 0 })
})
