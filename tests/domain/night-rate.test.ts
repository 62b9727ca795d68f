import { describe, expect, test } from '@jest/globals'
import { type CalendarDay, houseCalendar } from '../../domain/lodging/house-calendar.ts'
import { nightRate, nightRates, type RateBook, weekdayOf } from '../../domain/lodging/night-rate.ts'
import { assertRateRules, type RateRules } from '../../domain/lodging/rate-rules.ts'

const NATIONAL: Readonly<Record<string, { name: string; nameEn: string }>> = {
  '2027-01-01': { name: '元日', nameEn: "New Year's Day" },
  '2027-01-11': { name: '成人の日', nameEn: 'Coming of Age Day' },
}
const calendar = (...own: CalendarDay[]) => houseCalendar((day) => NATIONAL[day] ?? null, own)
const ownDay = (day: string, kind: CalendarDay['kind']): CalendarDay => ({
  day,
  kind,
  name: '宿の日',
  nameEn: 'House day',
})

const RULES: RateRules = {
  base: 10_000,
  weekdays: [
    { weekday: 5, surcharge: { kind: 'percent', value: 25 } },
    { weekday: 7, surcharge: { kind: 'plus', value: -1_000 } },
  ],
  holidayEve: { kind: 'plus', value: 2_000 },
  seasons: [
    { name: '正月', nameEn: 'New Year', from: '2026-12-30', until: '2027-01-03', base: 20_000 },
  ],
  pricedUntil: '2027-03-31',
}
const book = (changes: Partial<RateBook> = {}): RateBook => ({
  rules: RULES,
  version: 4,
  days: {},
  ...changes,
})
const priced = (night: string, changes: Partial<RateBook> = {}, own: CalendarDay[] = []) => {
  const { amount, rule } = nightRate(book(changes), calendar(...own), night)
  return [amount, rule.kind]
}

describe('003-07 what a night costs', () => {
  test.each([
    ['a Tuesday at the base', '2027-01-19', 10_000, 'base'],
    ['a Friday with its surcharge', '2027-01-15', 12_500, 'weekday'],
    ['a Sunday cheaper', '2027-01-17', 9_000, 'weekday'],
    ['a Sunday before a holiday: the eve, for it is dearer', '2027-01-10', 12_000, 'holiday_eve'],
    ['within a season, on its base', '2026-12-30', 20_000, 'base'],
    ['within a season, with the surcharge of the eve', '2026-12-31', 22_000, 'holiday_eve'],
    ['the last night of a season, still in it', '2027-01-03', 19_000, 'weekday'],
    ['the night after it, no longer', '2027-01-04', 10_000, 'base'],
  ])('%s', (_, night, amount, kind) => {
    expect(priced(night)).toEqual([amount, kind])
  })

  test('a Friday before a holiday is never raised twice: the dearer surcharge holds', () => {
    const saturday = ownDay('2027-01-16', 'holiday')
    expect(priced('2027-01-15', {}, [saturday])).toEqual([12_500, 'weekday'])
  })

  test('a holiday of the house has an eve, a national one that is none here has not', () => {
    expect(priced('2027-01-19', {}, [ownDay('2027-01-20', 'holiday')])).toEqual([
      12_000,
      'holiday_eve',
    ])
    expect(priced('2027-01-10', {}, [ownDay('2027-01-11', 'ordinary')])).toEqual([9_000, 'weekday'])
  })

  test('a price by hand wins over every rule, also where no rule reaches', () => {
    const days = { '2026-12-31': 777, '2027-06-01': 888 }
    expect(priced('2026-12-31', { days })).toEqual([777, 'day'])
    expect(priced('2027-06-01', { days })).toEqual([888, 'day'])
  })

  test('is not for sale, and says why: stopped, closed, priced no further, without any rule', () => {
    expect(priced('2027-01-19', { days: { '2027-01-19': null } })).toEqual([null, 'stopped'])
    expect(
      priced('2027-01-19', { days: { '2027-01-19': 5 } }, [ownDay('2027-01-19', 'closed')]),
    ).toEqual([null, 'closed'])
    expect(priced('2027-03-31')).toEqual([10_000, 'base'])
    expect(priced('2027-04-01')).toEqual([null, 'none'])
    expect(priced('2027-01-19', { rules: null, version: null })).toEqual([null, 'none'])
  })

  test('a closed holiday stays a holiday: its eve is still one', () => {
    expect(priced('2027-01-10', {}, [ownDay('2027-01-11', 'closed')])).toEqual([
      12_000,
      'holiday_eve',
    ])
  })

  test('says which season and which holiday made it, in both languages', () => {
    expect(nightRate(book(), calendar(), '2026-12-31').rule).toEqual({
      kind: 'holiday_eve',
      version: 4,
      season: { name: '正月', nameEn: 'New Year' },
      holiday: { name: '元日', nameEn: "New Year's Day" },
    })
  })

  test('weekdays are those of the calendar, also before 1970', () => {
    expect(['1969-12-31', '1970-01-01', '2027-01-10', '2027-01-11'].map(weekdayOf)).toEqual([
      3, 4, 7, 1,
    ])
  })

  test('a range has both its ends; backwards it is empty', () => {
    expect(
      nightRates(book(), calendar(), '2027-01-30', '2027-02-02').map((one) => one.night),
    ).toEqual(['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02'])
    expect(nightRates(book(), calendar(), '2027-02-02', '2027-01-30')).toEqual([])
  })
})

describe('003-07 rules that contradict themselves are refused', () => {
  const season = (from: string, until: string, base = 9_000) => ({
    name: 'a',
    nameEn: 'a',
    from,
    until,
    base,
  })
  test.each<[string, Partial<RateRules>, string, string]>([
    ['base 0', { base: 0 }, '/base', 'range'],
    ['base beyond the ceiling', { base: 10_000_001 }, '/base', 'range'],
    ['half a point', { base: 0.5 }, '/base', 'range'],
    [
      'a weekday below one point',
      { weekdays: [{ weekday: 1, surcharge: { kind: 'plus', value: -10_000 } }] },
      '/weekdays/0/surcharge',
      'range',
    ],
    [
      'an eve below one point',
      { holidayEve: { kind: 'percent', value: -100 } },
      '/holidayEve',
      'range',
    ],
    [
      'a weekday named twice',
      {
        weekdays: [1, 2, 1].map((weekday) => ({
          weekday,
          surcharge: { kind: 'plus', value: 1 } as const,
        })),
      },
      '/weekdays/2',
      'named_twice',
    ],
    [
      'a season backwards',
      { seasons: [season('2027-02-02', '2027-02-01')] },
      '/seasons/0/until',
      'backwards',
    ],
    [
      'a season over another',
      { seasons: [season('2027-02-10', '2027-02-20'), season('2027-02-01', '2027-02-10')] },
      '/seasons/0/from',
      'overlaps',
    ],
  ])('%s', (_, changes, pointer, code) => {
    expect(() => assertRateRules({ ...RULES, ...changes })).toThrow(
      expect.objectContaining({
        code: 'rate_rules_unsound',
        fields: expect.arrayContaining([expect.objectContaining({ pointer, code })]),
      }),
    )
  })

  test('sound ones are not', () => {
    const seasons = [season('2027-02-11', '2027-02-20'), season('2027-02-01', '2027-02-10')]
    expect(() => assertRateRules({ ...RULES, seasons })).not.toThrow()
  })
})
