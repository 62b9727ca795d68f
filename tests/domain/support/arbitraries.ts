import * as fc from 'fast-check'
import type { CancellationPolicy } from '../../../domain/lodging/cancellation-policy.ts'
import { addDays } from '../../../domain/lodging/local-date.ts'

/** Any day from 2020 to 2039: leap years and year ends included. */
export const anyStayDay = fc
  .integer({ min: 0, max: 20 * 365 })
  .map((days) => addDays('2020-01-01', days))

/** Sound policies: strictly descending days down to the arrival, fees that never fall. */
export const anyPolicy: fc.Arbitrary<CancellationPolicy> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }),
    fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 9, maxLength: 9 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([days, percents, version]) => {
    const fees = percents.toSorted((a, b) => a - b)
    return {
      version,
      tiers: [...days.toSorted((a, b) => b - a), 0].map((daysBefore, index) => ({
        daysBefore,
        feePercent: fees[index] ?? 100,
      })),
    }
  })

export const anyAmount = fc.integer({ min: 0, max: 10_000_000 })

export const anyNights = fc
  .tuple(anyStayDay, fc.array(anyAmount, { minLength: 1, maxLength: 30 }))
  .map(([from, amounts]) => amounts.map((paid, index) => ({ night: addDays(from, index), paid })))
