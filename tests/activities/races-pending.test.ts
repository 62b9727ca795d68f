import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { cancelOrder } from '../../activities/lodging/cancel-order.ts'
import { expireOrder } from '../../activities/lodging/expire-order.ts'
import { remindOrder } from '../../activities/lodging/remind-order.ts'
import { topUp } from '../../activities/points/top-up.ts'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { command, overlapped } from './support/overlap.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let member: string
let order: Awaited<ReturnType<Inn['book']>>
let from = 10
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  member = await inn.guest()
  from += 1
  order = await inn.book({ member, from, now: inn.noon(0) })
})
afterEach(async () => expect(await unsound(inn)).toEqual([]))

/** The last moment before the order's deadline, and the deadline itself. */
const justInTime = () => new Date(inn.noon(1).getTime() - 1)
const deadline = () => inn.noon(1)

const pays = (amount = order.total) =>
  command(inn.front, topUp, { memberId: member, propertyId: PROPERTY, amount }, justInTime())
const expires = () => command(SYSTEM_ACTOR, expireOrder, { id: order.orderId }, deadline())
const reminds = () => command(SYSTEM_ACTOR, remindOrder, { id: order.orderId }, justInTime())
const cancels = async () => {
  const now = inn.noon(0)
  const { digest } = await inn.preview(order, now)
  const { orderId, stayIds } = order
  return command(inn.front, cancelOrder, { orderId, stayIds, reason: 'x', digest }, now)
}
const count = async (verb: string) =>
  (await inn.trail(order.orderId)).filter((one) => one === verb).length

describe('003-19 points that come in the very moment of the deadline', () => {
  test('first: the order is paid, and time finds nothing to release', async () => {
    expect(await overlapped(inn, pays(), expires())).toEqual(['done', 'done'])
    expect(await inn.orderStatus(order.orderId)).toBe('confirmed')
    expect(await inn.balance(member)).toBe(0)
    expect(await count('order.expired')).toBe(0)
  })

  test('second: the order is released, and the points stay with the member', async () => {
    expect(await overlapped(inn, expires(), pays())).toEqual(['done', 'done'])
    expect(await inn.orderStatus(order.orderId)).toBe('expired')
    expect(await inn.balance(member)).toBe(order.total)
    expect(await count('order.settled')).toBe(0)
  })

  test('together, many times: exactly one of the two, money and rooms agreeing', async () => {
    for (let n = 0; n < 12; n += 1) {
      await Promise.all([pays()(inn), expires()(inn), expires()(inn)])
      expect((await count('order.settled')) + (await count('order.expired'))).toBe(1)
      from += 1
      member = await inn.guest()
      order = await inn.book({ member, from, now: inn.noon(0) })
    }
  })
})

describe('003-19 a reminder', () => {
  test('is not sent for an order that is being paid', async () => {
    await overlapped(inn, pays(), reminds())
    expect(await count('order.reminded')).toBe(0)
  })

  test('is not sent for an order that is being cancelled', async () => {
    await overlapped(inn, await cancels(), reminds())
    expect(await count('order.reminded')).toBe(0)
  })

  test('is sent once, also when time calls twice', async () => {
    await overlapped(inn, reminds(), reminds())
    expect(await count('order.reminded')).toBe(1)
  })
})

describe('003-19 cancelling while', () => {
  test('the points arrive: cancelled first, the points stay', async () => {
    expect(await overlapped(inn, await cancels(), pays())).toEqual(['done', 'done'])
    expect(await inn.orderStatus(order.orderId)).toBe('cancelled')
    expect(await inn.balance(member)).toBe(order.total)
  })

  test('the points arrive: paid first, what was on screen is no longer true', async () => {
    expect(await overlapped(inn, pays(), await cancels())).toEqual(['done', 'digest_mismatch'])
    expect(await inn.orderStatus(order.orderId)).toBe('confirmed')
  })

  test('the deadline passes: released once', async () => {
    expect(await overlapped(inn, expires(), await cancels())).toEqual(['done', 'state_conflict'])
    expect(await inn.orderStatus(order.orderId)).toBe('expired')
  })

  test('the deadline passes: cancelled once', async () => {
    expect(await overlapped(inn, await cancels(), expires())).toEqual(['done', 'done'])
    expect(await inn.orderStatus(order.orderId)).toBe('cancelled')
    expect(await count('order.expired')).toBe(0)
  })
})

describe('decision 20: one member, many hands', () => {
  test('two top-ups at once pay one order, and nothing is lost', async () => {
    await overlapped(inn, pays(), pays())
    expect(await count('order.settled')).toBe(1)
    expect(await inn.balance(member)).toBe(order.total)
  })

  test('orders placed while points arrive: all are paid, none twice, in the order of creation', async () => {
    const wishes = Array.from({ length: 8 }, (_, n) => ({
      member,
      from: from + n,
      now: inn.noon(0),
    }))
    await Promise.all([
      ...wishes.map((wish) => inn.book({ ...wish, type: 'single' })),
      ...wishes.map(() => inn.pay(member, order.total, justInTime())),
    ])
    await inn.pay(member, 100_000, justInTime())
    const orders = await inn.sql.rows<{ status: string; paid: number; by_age: number }>(
      `select s.status, rank() over (order by e.id)::int as paid, rank() over (order by o.queue)::int as by_age
       from orders o join order_states s on s.order_id = o.id
       join audit_events e on e.subject_id = o.id and e.verb = 'order.settled'
       where o.member_id = $1`,
      [member],
    )
    expect(orders).toHaveLength(9)
    for (const { status, paid, by_age } of orders)
      expect([status, paid]).toEqual(['confirmed', by_age])
  })
})
