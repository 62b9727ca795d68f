import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { addDays } from '../../domain/lodging/local-date.ts'
import type { RateRuleKind } from '../../domain/lodging/night-rate.ts'
import { agreedNights, quotedNight, sumOf } from '../../domain/lodging/price.ts'
import { assertStayDates, LEAD_DAYS_MAX, NIGHTS_MAX } from '../../domain/lodging/stay-dates.ts'
import { anyAmount, anyStayDay } from './support/arbitraries.ts'

describe('003-16 dates that can be', () => {
  const today = '2026-02-28'
  const stay = (lead: number, nights: number) =>
    assertStayDates(addDays(today, lead), addDays(today, lead + nights), today)

  test.each([
    [0, 1],
    [0, NIGHTS_MAX],
    [LEAD_DAYS_MAX, 1],
    [LEAD_DAYS_MAX, NIGHTS_MAX],
  ])('from in %i days, %i nights', (lead, nights) => {
    expect(() => stay(lead, nights)).not.toThrow()
  })

  test.each([
    ['no night', 0, 0],
    ['backwards', 3, -1],
    ['too long', 0, NIGHTS_MAX + 1],
    ['yesterday', -1, 2],
    ['too far ahead', LEAD_DAYS_MAX + 1, 1],
  ])('%s is refused', (_, lead, nights) => {
    expect(() => stay(lead, nights)).toThrow('dates_impossible')
  })

  test('what is no date at all is refused, not let through', () => {
    for (const [checkIn, checkOut] of [
      ['soon', '2026-03-01'],
      ['2026-03-01', ''],
      ['2026-13-01', '2026-13-02'],
    ] as const)
      expect(() => assertStayDates(checkIn, checkOut, today)).toThrow('dates_impossible')
  })
})

const listed = (night: string, amount: number | null, kind: RateRuleKind = 'day') =>
  quotedNight({ night, amount, rule: { kind, version: null, season: null, holiday: null } }, null)

describe('003-08 the price', () => {
  test('the total is the sum of the agreed nights', () => {
    fc.assert(
      fc.property(
        anyStayDay,
        fc.array(anyAmount, { minLength: 1, maxLength: 90 }),
        (from, rates) => {
          const nights = rates.map((amount, index) => listed(addDays(from, index), amount))
          expect(agreedNights(nights)).toEqual(nights)
          expect(sumOf(agreedNights(nights))).toBe(rates.reduce((sum, rate) => sum + rate, 0))
        },
      ),
    )
  })

  test('a night without a rate is not for sale, and is named', () => {
    const refused = (kind: RateRuleKind, code: string) =>
      expect(() =>
        agreedNights([listed('2026-05-01', 100), listed('2026-05-02', null, kind)]),
      ).toThrow(expect.objectContaining({ code, params: { night: '2026-05-02' } }))
    refused('none', 'rate_missing')
    refused('stopped', 'night_not_sold')
    refused('closed', 'night_not_sold')
  })
})
