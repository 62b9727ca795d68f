import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { rollDay } from '../../activities/lodging/roll-day.ts'
import { verifyBooks } from '../../activities/platform/verify-books.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'
import { arrival } from '../support/arrival.ts'

/** Decision 21: the business day ends at 05:00, is rolled once, and makes the next one. */
let inn: Inn
let from = 0
let member = ''
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 5
  member = await inn.guest(200_000)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  expect((await verifyBooks(inn.sql, () => Promise.resolve(true))).filter(wrongAboutMoney)).toEqual(
    [],
  )
})
const wrongAboutMoney = (finding: { name: string; wrong: number }) =>
  finding.wrong > 0 && finding.name.startsWith('What was paid')

/** 06:00 in Tokyo on the day after: the day is over. */
const after = (n: number) => new Date(`${inn.day(n)}T21:00:00.000Z`)
const openDay = () =>
  inn.sql.one<{ id: string; day: string; due_at: string }>(
    'select id, day, due_at from business_days where property_id = $1 and rolled_at is null',
    [PROPERTY],
  )
const found = (n: number) =>
  inn.value<{ nights: number; revenue: number; noShows: number; overdue: number }>(
    'select found from business_days where property_id = $1 and day = $2',
    PROPERTY,
    inn.day(n),
  )
/** What a house that was closed does when it opens: each day in its order. */
async function rollUntil(n: number): Promise<string[]> {
  const rolled: string[] = []
  for (;;) {
    const { id, day } = await openDay()
    if (day > inn.day(n)) return rolled
    await inn.time(rollDay, id, after(n))
    rolled.push(day)
  }
}
const arrive = (stayId: string, n = from) =>
  inn.does(inn.front, checkIn, { ...arrival(), stayId }, inn.noon(n))
const leave = async (stay: { stayId: string; roomId: string }, n: number) => {
  await inn.does(inn.front, checkOut, { stayId: stay.stayId }, inn.noon(n))
  await inn.does(inn.front, finishCleaning, { roomId: stay.roomId }, inn.noon(n))
}

describe('decision 21: the night becomes revenue', () => {
  test('each night of a guest in the house once; what is to come stays an advance', async () => {
    const stay = await inn.book({ member, from, nights: 2 })
    await rollUntil(from - 1)
    await arrive(stay.stayId)
    const [first, second] = await inn.sql.rows<{ amount: number }>(
      'select amount from line_nights where line_id = $1 order by night',
      [stay.stayId],
    )
    await rollUntil(from)
    expect(await inn.held('lodging_revenue', [stay.stayId])).toBe(first?.amount)
    expect(await inn.held('advance_received', [stay.stayId])).toBe(second?.amount)
    expect(await found(from)).toEqual({ nights: 1, revenue: first?.amount, noShows: 0, overdue: 0 })
    await rollUntil(from + 1)
    expect(await inn.held('lodging_revenue', [stay.stayId])).toBe(stay.total)
    await leave(stay, from + 2)
  })

  test('a guest who left early without asking for anything back: his nights are earned as sold', async () => {
    const stay = await inn.book({ member, from, nights: 3 })
    await rollUntil(from - 1)
    await arrive(stay.stayId)
    await rollUntil(from)
    await leave(stay, from + 1)
    await rollUntil(from + 2)
    expect(await inn.held('lodging_revenue', [stay.stayId])).toBe(stay.total)
  })

  test('a day is not rolled before its hour, and only once, however many try', async () => {
    const stay = await inn.book({ member, from })
    await rollUntil(from - 1)
    await arrive(stay.stayId)
    const { id, due_at } = await openDay()
    expect(due_at).toBe(`${inn.day(from)}T20:00:00.000Z`)
    await inn.time(rollDay, id, new Date(Date.parse(due_at) - 1))
    expect((await openDay()).id).toBe(id)
    await Promise.all([1, 2, 3, 4].map(() => inn.time(rollDay, id, after(from))))
    expect((await openDay()).day).toBe(inn.day(from + 1))
    expect(await inn.held('lodging_revenue', [stay.stayId])).toBe(stay.total)
    expect(
      await inn.value("select count(*)::int from transfers where key = 'recognise:' || $1", id),
    ).toBe(1)
    expect(await inn.told((await openDay()).id)).toEqual(['day_roll'])
    await leave(stay, from + 1)
  })

  test('a house that was closed for three days rolls each of them, in order', async () => {
    const stay = await inn.book({ member, from, nights: 3 })
    await rollUntil(from - 1)
    await arrive(stay.stayId)
    expect(await rollUntil(from + 2)).toEqual([0, 1, 2].map((n) => inn.day(from + n)))
    expect((await found(from + 1)).nights).toBe(1)
    expect(await inn.held('lodging_revenue', [stay.stayId])).toBe(stay.total)
    await leave(stay, from + 3)
  })
})

describe('decision 21: who did not come', () => {
  test('no-show: the tier of the day of arrival is kept, tonight stays held, the nights to come are free', async () => {
    const stay = await inn.book({ member, from, nights: 3 })
    await rollUntil(from)
    expect(await inn.status(stay.stayId)).toBe('no_show')
    expect(await found(from)).toMatchObject({ noShows: 1, nights: 0 })
    expect(await inn.nightsOf(stay.stayId)).toBe(1)
    expect(await inn.held('cancellation_revenue', [stay.stayId])).toBe(stay.total)
    expect(await inn.held('advance_received', [stay.stayId])).toBe(0)
    expect(await inn.trail(stay.stayId)).toEqual(['stay.no_show'])
  })

  test('what the policy does not keep goes back to its lots, and pays an order that waited', async () => {
    await inn.owner.query(
      `insert into cancellation_policies (property_id, version, tiers, published_at)
       select $1, max(version) + 1, '[{"daysBefore":0,"feePercent":10}]', now() from cancellation_policies`,
      [PROPERTY],
    )
    const poor = await inn.guest(20_000)
    const stay = await inn.book({ member: poor, from })
    const waiting = await inn.book({
      member: poor,
      from: from + 30,
      type: 'single',
      now: inn.noon(from),
    })
    expect(await inn.orderStatus(waiting.orderId)).toBe('pending')
    await rollUntil(from)
    const fee = Math.floor(stay.total * 0.1)
    expect(
      await inn.sql.one('select fee, returned from order_lines where id = $1', [stay.stayId]),
    ).toEqual({ fee, returned: stay.total - fee })
    expect(await inn.orderStatus(waiting.orderId)).toBe('confirmed')
    await inn.owner.query('delete from cancellation_policies where version > 1')
  })

  test('decision 16: an open request suspends it; rejected, the next roll finds it', async () => {
    const stay = await inn.book({ member, from, nights: 2 })
    await rollUntil(from - 1)
    const request = await inn.asks(stay, inn.noon(from))
    await rollUntil(from)
    expect(await inn.status(stay.stayId)).toBe('confirmed')
    await inn.decides(request, 'reject')
    await rollUntil(from + 1)
    expect(await inn.status(stay.stayId)).toBe('no_show')
  })

  test('not paid for, arriving later, or in the house: not a no-show; who should have left is a case', async () => {
    const [stays, later] = [
      await inn.book({ member, from }),
      await inn.book({ member, from: from + 2 }),
    ]
    const unpaid = await inn.book({ member: await inn.guest(), from })
    await rollUntil(from - 1)
    await arrive(stays.stayId)
    await rollUntil(from + 1)
    expect(await Promise.all([stays, later, unpaid].map((one) => inn.status(one.stayId)))).toEqual([
      'in_house',
      'confirmed',
      'pending',
    ])
    expect(await inn.openCases(stays.stayId)).toEqual(['overdue_departure'])
    expect(await found(from + 1)).toMatchObject({ overdue: 1 })
    await leave(stays, from + 2)
  })
})
