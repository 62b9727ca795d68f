import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { addDays, daysBetween, nightsOf } from '../../domain/lodging/local-date.ts'
import { anyStayDay } from './support/arbitraries.ts'

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-02-29', 1, '2024-03-01'],
  ['2025-02-28', 1, '2025-03-01'],
  ['2000-02-28', 1, '2000-02-29'],
  ['2100-02-28', 1, '2100-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2026-07-31', 0, '2026-07-31'],
  ['2024-02-29', 366, '2025-03-01'],
])('%s and %i days is %s', (date, days, result) => {
  expect(addDays(date, days)).toBe(result)
  expect(daysBetween(date, result)).toBe(days)
})

test('adding days and counting them are each other undone', () => {
  fc.assert(
    fc.property(anyStayDay, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
      const moved = addDays(date, days)
      expect(daysBetween(date, moved)).toBe(days)
      expect(addDays(moved, -days)).toBe(date)
      expect(moved < date).toBe(days < 0)
    }),
  )
})

test('003-16 the nights of a stay: check-in included, check-out not, none missing, none twice', () => {
  fc.assert(
    fc.property(anyStayDay, fc.integer({ min: 1, max: 90 }), (checkIn, count) => {
      const checkOut = addDays(checkIn, count)
      const nights = nightsOf(checkIn, checkOut)
      expect(nights).toHaveLength(count)
      expect(nights[0]).toBe(checkIn)
      expect(nights.at(-1)).toBe(addDays(checkOut, -1))
      expect(new Set(nights).size).toBe(count)
      expect(nights.toSorted()).toEqual(nights)
    }),
  )
  expect(nightsOf('2026-05-02', '2026-05-02')).toEqual([])
  expect(nightsOf('2026-05-02', '2026-05-01')).toEqual([])
})
