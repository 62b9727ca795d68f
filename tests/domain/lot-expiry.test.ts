import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { lotExpiry } from '../../domain/points/lots.ts'

test.each([
  ['2026-01-15T03:04:05.006Z', 24, '2028-01-15T03:04:05.006Z'],
  ['2026-01-31T12:00:00.000Z', 1, '2026-02-28T12:00:00.000Z'],
  ['2028-01-31T12:00:00.000Z', 1, '2028-02-29T12:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', 12, '2029-02-28T12:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', 48, '2032-02-29T12:00:00.000Z'],
  ['2026-10-31T12:00:00.000Z', 6, '2027-04-30T12:00:00.000Z'],
  ['2026-12-31T23:59:59.999Z', 2, '2027-02-28T23:59:59.999Z'],
])('B-03 points of %s, good for %i months, end at %s', (issued, months, end) => {
  expect(lotExpiry(new Date(issued), months)?.toISOString()).toBe(end)
})

test('B-03 points without a term never end', () => {
  expect(lotExpiry(new Date(), null)).toBeNull()
})

const anyMoment = fc.date({
  noInvalidDate: true,
  min: new Date('2020-01-01'),
  max: new Date('2060-01-01'),
})

test('B-03 the month is the one so many months on, the day the same or the last of a shorter month', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: 1, max: 120 }), (issued, months) => {
      const before = issued.getTime()
      const end = lotExpiry(issued, months)
      expect(issued.getTime()).toBe(before)
      if (!end) throw new Error('has a term')
      const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth()
      expect(monthOf(end) - monthOf(issued)).toBe(months)
      expect(end.getUTCDate()).toBeLessThanOrEqual(issued.getUTCDate())
      if (end.getUTCDate() < issued.getUTCDate()) {
        expect(new Date(end.getTime() + 86_400_000).getUTCDate()).toBe(1)
      }
      expect(end.getTime() % 86_400_000).toBe(issued.getTime() % 86_400_000)
    }),
  )
})

test('B-03 points issued later never end earlier', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, fc.integer({ min: 1, max: 120 }), (a, b, months) => {
      const day = (date: Date) => Math.floor(date.getTime() / 86_400_000)
      fc.pre(day(a) < day(b))
      const [ending, later] = [lotExpiry(a, months), lotExpiry(b, months)]
      expect(day(ending as Date)).toBeLessThanOrEqual(day(later as Date))
    }),
  )
})
