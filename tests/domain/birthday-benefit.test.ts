import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  type BirthdayBenefit,
  discounted,
  earnsBenefit,
} from '../../domain/lodging/birthday-benefit.ts'
import { addDays } from '../../domain/lodging/local-date.ts'
import { quotedNight } from '../../domain/lodging/price.ts'
import { anyAmount } from './support/arbitraries.ts'

const BENEFIT: BirthdayBenefit = {
  percent: 5,
  daysAround: 3,
  basis: 'night',
  leapDay: 'feb_28',
  rounding: 'down',
}
const on = (birthDate: string, night: string, changes: Partial<BirthdayBenefit> = {}) =>
  earnsBenefit({ ...BENEFIT, ...changes }, birthDate, {
    night,
    checkIn: '2027-06-01',
    bookedOn: '2027-07-01',
  })
/** The first and last night that earn it, around a day. */
const window = (birthDate: string, around: string, changes: Partial<BirthdayBenefit> = {}) => {
  const nights = Array.from({ length: 41 }, (_, index) => addDays(around, index - 20))
  const earning = nights.filter((night) => on(birthDate, night, changes))
  return [earning[0], earning.at(-1), earning.length]
}

describe('003-15 the birthday benefit', () => {
  test.each([
    [
      'three days before to three after',
      '1990-04-03',
      '2027-04-03',
      {},
      ['2027-03-31', '2027-04-06', 7],
    ],
    [
      'no day around: the birthday alone',
      '1990-04-03',
      '2027-04-03',
      { daysAround: 0 },
      ['2027-04-03', '2027-04-03', 1],
    ],
    [
      'over the year end, late in December',
      '1984-12-30',
      '2026-12-30',
      {},
      ['2026-12-27', '2027-01-02', 7],
    ],
    [
      'over the year end, early in January',
      '1984-01-02',
      '2027-01-02',
      {},
      ['2026-12-30', '2027-01-05', 7],
    ],
    ['29 February in a leap year', '2000-02-29', '2028-02-29', {}, ['2028-02-26', '2028-03-03', 7]],
    ['29 February as 28 February', '2000-02-29', '2027-02-28', {}, ['2027-02-25', '2027-03-03', 7]],
    [
      '29 February as 1 March',
      '2000-02-29',
      '2027-02-28',
      { leapDay: 'mar_1' },
      ['2027-02-26', '2027-03-04', 7],
    ],
  ] as const)('%s', (_, birthDate, around, changes, expected) => {
    expect(window(birthDate, around, changes)).toEqual(expected)
  })

  test('is judged by night, by arrival or by the day of the booking', () => {
    expect(on('1990-06-02', '2027-09-01', { basis: 'check_in' })).toBe(true)
    expect(on('1990-06-02', '2027-06-02', { basis: 'booking_date' })).toBe(false)
    expect(on('1990-07-02', '2027-09-01', { basis: 'booking_date' })).toBe(true)
    expect(on('1990-06-02', '2027-09-01')).toBe(false)
  })

  test('no percent, no benefit', () => {
    expect(on('1990-04-03', '2027-04-03', { percent: 0 })).toBe(false)
  })

  test.each([
    ['down', 15_437],
    ['up', 15_438],
    ['nearest', 15_438],
  ] as const)('9.5掛け of 16,250 is rounded %s to %i', (rounding, amount) => {
    expect(discounted(16_250, { percent: 5, rounding })).toBe(amount)
  })

  test('whatever the direction: within a point of the exact share, never above the list rate', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 100 }), (amount, percent) => {
        const [down, up, nearest] = (['down', 'up', 'nearest'] as const).map((rounding) =>
          discounted(amount, { percent, rounding }),
        ) as [number, number, number]
        const exact = (amount * (100 - percent)) / 100
        expect(down).toBeLessThanOrEqual(exact)
        expect(up).toBeGreaterThanOrEqual(exact)
        expect(up - down).toBeLessThanOrEqual(1)
        expect([down, up]).toContain(nearest)
        expect(up).toBeLessThanOrEqual(amount)
      }),
    )
  })

  test('stands on the night as its own line, and its rule names the setting, not the birthday', () => {
    const rule = { kind: 'base' as const, version: 1, season: null, holiday: null }
    const buyer = {
      birthDate: '1990-04-03',
      benefit: BENEFIT,
      checkIn: '2027-04-01',
      bookedOn: '2027-01-01',
    }
    expect(quotedNight({ night: '2027-04-01', amount: 16_250, rule }, buyer)).toEqual({
      night: '2027-04-01',
      listRate: 16_250,
      rule,
      discount: 813,
      discountRule: { kind: 'birthday', ...BENEFIT },
      amount: 15_437,
    })
    const unpriced = quotedNight({ night: '2027-04-01', amount: null, rule }, buyer)
    expect(unpriced).toMatchObject({ listRate: null, discount: 0, amount: null })
  })
})
