import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { expireOrder } from '../../activities/lodging/expire-order.ts'
import { remindOrder } from '../../activities/lodging/remind-order.ts'
import { topUp } from '../../activities/points/top-up.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let member: string
let from = 10
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  member = await inn.guest()
  from += 2
})
afterEach(async () => expect(await unsound(inn)).toEqual([]))

const hour = 3_600_000
const after = (hours: number) => new Date(inn.noon(0).getTime() + hours * hour)
const waiting = (more: object = {}) => inn.book({ member, from, now: after(0), ...more })

describe('003-12 a top-up', () => {
  test('pays what waits, oldest first, and tells the processes', async () => {
    const orders = [await waiting(), await waiting(), await waiting()]
    const { settledOrderIds } = await inn.pay(member, (orders[0]?.total ?? 0) * 2 + 1, after(1))
    expect(settledOrderIds).toEqual(orders.slice(0, 2).map((order) => order.orderId))
    expect(await inn.balance(member)).toBe(1)
    expect(await inn.told(settledOrderIds[0] as string)).toEqual(['order', 'order'])
    expect(await inn.orderStatus(orders[2]?.orderId ?? '')).toBe('pending')
  })

  test('decision 20: none overtakes an order that is still too dear', async () => {
    const dear = await waiting({ type: 'suite' })
    const cheap = await waiting({ type: 'single' })
    await inn.pay(member, dear.total - 1, after(1))
    expect(await inn.orderStatus(cheap.orderId)).toBe('pending')
    await inn.pay(member, 1_000, after(2))
    expect(await inn.orderStatus(dear.orderId)).toBe('confirmed')
    expect(await inn.orderStatus(cheap.orderId)).toBe('pending')
    expect(await inn.balance(member)).toBe(999)
  })

  test('reading 2: that comes late stays as balance', async () => {
    const order = await waiting()
    await inn.pay(member, order.total, after(24))
    expect(await inn.orderStatus(order.orderId)).toBe('pending')
    expect(await inn.balance(member)).toBe(order.total)
    await inn.time(expireOrder, order.orderId, after(24))
    expect(await inn.orderStatus(order.orderId)).toBe('expired')
    expect(await inn.balance(member)).toBe(order.total)
  })

  test.each([0, 999, 1_000_001, 1_000.5, -5_000, Number.NaN])(
    'of %d is refused',
    async (amount) => {
      await expect(inn.pay(member, amount)).rejects.toMatchObject({ code: 'validation_failed' })
      expect(await inn.balance(member)).toBe(0)
    },
  )

  test("decision 15: for nobody of this property's issuer is refused", async () => {
    const top = { memberId: PROPERTY, propertyId: PROPERTY, amount: 1_000 }
    await expect(inn.does(inn.front, topUp, top)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('003-19 a pending order is released', () => {
  test('at its deadline and not a moment before', async () => {
    const order = await waiting()
    await inn.time(expireOrder, order.orderId, new Date(after(24).getTime() - 1))
    expect(await inn.orderStatus(order.orderId)).toBe('pending')
    await inn.time(expireOrder, order.orderId, after(24))
    expect(await inn.orderStatus(order.orderId)).toBe('expired')
    expect(await inn.nightsOf(order.stayId)).toBe(0)
  })

  test('once: the trail says it once, however often time calls', async () => {
    const order = await waiting()
    for (let n = 0; n < 3; n += 1) await inn.time(expireOrder, order.orderId, after(25))
    expect(
      (await inn.trail(order.orderId)).filter((verb) => verb === 'order.expired'),
    ).toHaveLength(1)
  })

  test('and its rooms can be sold again', async () => {
    const order = await waiting({ count: 5 })
    await expect(waiting()).rejects.toMatchObject({ code: 'room_not_available' })
    await inn.time(expireOrder, order.orderId, after(24))
    expect((await waiting({ count: 5 })).stayIds).toHaveLength(5)
  })

  test('never when it was paid or cancelled in time', async () => {
    const paid = await waiting()
    await inn.pay(member, paid.total, after(1))
    const cancelled = await waiting()
    await inn.cancel(cancelled, after(2))
    for (const order of [paid, cancelled]) await inn.time(expireOrder, order.orderId, after(30))
    expect(await inn.orderStatus(paid.orderId)).toBe('confirmed')
    expect(await inn.orderStatus(cancelled.orderId)).toBe('cancelled')
  })

  test('decision 20: and lets the one behind it be paid from the points that are there', async () => {
    const dear = await waiting({ type: 'suite' })
    const cheap = await waiting({ type: 'single', now: after(1) })
    await inn.pay(member, cheap.total, after(2))
    expect(await inn.orderStatus(cheap.orderId)).toBe('pending')
    await inn.time(expireOrder, dear.orderId, after(24))
    expect(await inn.orderStatus(cheap.orderId)).toBe('confirmed')
    expect(await inn.told(cheap.orderId)).toEqual(['order', 'order'])
  })
})

describe('003-19 a pending order is reminded of', () => {
  const reminders = async (id: string) =>
    (await inn.trail(id)).filter((verb) => verb === 'order.reminded').length

  test('once, when it is time', async () => {
    const order = await waiting()
    await inn.time(remindOrder, order.orderId, new Date(after(20).getTime() - 1))
    expect(await reminders(order.orderId)).toBe(0)
    for (let n = 0; n < 3; n += 1) await inn.time(remindOrder, order.orderId, after(20))
    expect(await reminders(order.orderId)).toBe(1)
  })

  test('never once it is paid, cancelled or released', async () => {
    const paid = await waiting()
    await inn.pay(member, paid.total, after(1))
    const cancelled = await waiting()
    await inn.cancel(cancelled, after(2))
    const released = await waiting()
    await inn.time(expireOrder, released.orderId, after(24))
    for (const order of [paid, cancelled, released]) {
      await inn.time(remindOrder, order.orderId, after(25))
      expect(await reminders(order.orderId)).toBe(0)
    }
  })
})
