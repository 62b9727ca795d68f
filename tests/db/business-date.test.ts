import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type SmallBooks, smallBooks } from './support/small-books.ts'

let books: SmallBooks
beforeAll(async () => {
  books = await smallBooks()
}, 60_000)
afterAll(() => books.stop())

const businessDate = async (zone: string, dayStartsAt: string, moment: string): Promise<string> => {
  await books.app.query('update properties set time_zone = $1, day_starts_at = $2', [
    zone,
    dayStartsAt,
  ])
  const { rows } = await books.app.query(
    'select business_date(p, $1::timestamptz) as date from properties p',
    [moment],
  )
  return rows[0].date
}

test.each([
  ['Asia/Tokyo', '05:00', '2026-05-01T19:59:59.999Z', '2026-05-01'],
  ['Asia/Tokyo', '05:00', '2026-05-01T20:00:00.000Z', '2026-05-02'],
  ['Asia/Tokyo', '00:00', '2026-05-01T14:59:59.999Z', '2026-05-01'],
  ['Asia/Tokyo', '00:00', '2026-05-01T15:00:00.000Z', '2026-05-02'],
  ['Asia/Tokyo', '05:00', '2026-12-31T16:00:00.000Z', '2026-12-31'],
  ['Asia/Tokyo', '05:00', '2028-02-29T16:00:00.000Z', '2028-02-29'],
  ['America/New_York', '05:00', '2026-03-08T08:59:59.000Z', '2026-03-07'],
  ['America/New_York', '05:00', '2026-03-08T09:00:00.000Z', '2026-03-08'],
  ['Pacific/Kiritimati', '05:00', '2026-05-01T15:00:00.000Z', '2026-05-02'],
])(
  '003-25 in %s, the day beginning at %s, %s is the evening of %s',
  async (zone, start, moment, date) => {
    expect(await businessDate(zone, start, moment)).toBe(date)
  },
)

test('003-25 it is the local date so many hours ago, in any zone and at any hour', async () => {
  const zones = fc.constantFrom('Asia/Tokyo', 'UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati')
  const moments = fc.date({
    noInvalidDate: true,
    min: new Date('2024-01-01'),
    max: new Date('2035-01-01'),
  })
  await fc.assert(
    fc.asyncProperty(
      zones,
      fc.integer({ min: 0, max: 11 }),
      moments,
      async (zone, hour, moment) => {
        const said = await businessDate(zone, `${hour}:00`, moment.toISOString())
        const earlier = new Date(moment.getTime() - hour * 3_600_000)
        expect(said).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(earlier))
      },
    ),
    { numRuns: 60 },
  )
})
