import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  assertPolicy,
  type CancellationPolicy,
  nightReturns,
  tierFor,
} from '../../domain/lodging/cancellation-policy.ts'
import { addDays } from '../../domain/lodging/local-date.ts'
import { anyNights, anyPolicy, anyStayDay } from './support/arbitraries.ts'

const policy = (...tiers: [number, number][]): CancellationPolicy => ({
  version: 1,
  tiers: tiers.map(([daysBefore, feePercent]) => ({ daysBefore, feePercent })),
})
const HOUSE = policy([7, 0], [6, 20], [2, 50], [0, 100])

test.each([
  [30, 0],
  [8, 0],
  [7, 0],
  [6, 20],
  [3, 20],
  [2, 50],
  [1, 50],
  [0, 100],
  [-3, 100],
])('003-22 asked %i days before arrival, %i percent is kept', (daysBefore, feePercent) => {
  const tier = tierFor(HOUSE, '2026-03-01', addDays('2026-03-01', -daysBefore))
  expect(tier).toEqual({ daysBefore: Math.max(0, daysBefore), feePercent })
})

test('003-22 a first tier that costs begins on its day; the day before is free', () => {
  const strict = policy([14, 30], [0, 100])
  expect(tierFor(strict, '2026-03-20', '2026-03-05').feePercent).toBe(0)
  expect(tierFor(strict, '2026-03-20', '2026-03-06').feePercent).toBe(30)
})

describe('a policy has no holes', () => {
  test.each([
    ['none at all', policy()],
    ['one that does not reach the day of arrival', policy([7, 0], [1, 50])],
    ['tiers in the wrong order', policy([2, 20], [7, 50], [0, 100])],
    ['a day named twice', policy([7, 0], [7, 10], [0, 100])],
    ['a later tier that is cheaper', policy([7, 50], [0, 20])],
    ['more than the whole price', policy([0, 101])],
    ['less than nothing', policy([0, -1])],
    ['half a percent', policy([0, 12.5])],
    ['half a day', policy([1.5, 10], [0, 20])],
    [
      'more than twenty tiers',
      policy(...Array.from({ length: 21 }, (_, i) => [20 - i, i] as [number, number])),
    ],
  ])('%s is refused', (_, broken) => {
    expect(() => assertPolicy(broken)).toThrow('validation_failed')
  })

  test('003-22 whatever is accepted answers for every day, and later is never cheaper', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anyStayDay,
        fc.integer({ min: -5, max: 60 }),
        (some, checkIn, days) => {
          assertPolicy(some)
          const earlier = tierFor(some, checkIn, addDays(checkIn, -days - 1))
          const later = tierFor(some, checkIn, addDays(checkIn, -days))
          expect(later.feePercent).toBeGreaterThanOrEqual(earlier.feePercent)
          expect(earlier.feePercent).toBeGreaterThanOrEqual(0)
          expect(later.feePercent).toBeLessThanOrEqual(100)
          expect(tierFor(some, checkIn, checkIn)).toEqual({
            ...some.tiers.at(-1),
            daysBefore: 0,
          })
        },
      ),
    )
  })
})

describe('decision 19: fee and return of each night', () => {
  test('a fraction of a point stays with the guest', () => {
    expect(nightReturns([{ night: '2026-03-01', paid: 999 }], 50)).toEqual([
      { night: '2026-03-01', paid: 999, fee: 499, returned: 500 },
    ])
    expect(nightReturns([{ night: '2026-03-01', paid: 1 }], 99)[0]).toMatchObject({ fee: 0 })
    expect(nightReturns([{ night: '2026-03-01', paid: 13_000 }], 20)[0]).toMatchObject({
      fee: 2_600,
      returned: 10_400,
    })
  })

  test('paid = fee + returned, whole points, none negative', () => {
    fc.assert(
      fc.property(anyNights, fc.integer({ min: 0, max: 100 }), (nights, percent) => {
        for (const night of nightReturns(nights, percent)) {
          expect(night.fee + night.returned).toBe(night.paid)
          expect(Number.isInteger(night.fee)).toBe(true)
          expect(Math.min(night.fee, night.returned)).toBeGreaterThanOrEqual(0)
          expect(Math.abs(night.fee - (night.paid * percent) / 100)).toBeLessThan(1)
        }
      }),
    )
  })

  test('a higher percentage never returns more', () => {
    fc.assert(
      fc.property(anyNights, fc.integer({ min: 0, max: 99 }), (nights, percent) => {
        const dearer = nightReturns(nights, percent + 1)
        nightReturns(nights, percent).forEach((night, index) =>
          expect(dearer[index]?.returned).toBeLessThanOrEqual(night.returned),
        )
      }),
    )
  })
})
