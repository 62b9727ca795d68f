import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { cancelOrder } from '../../activities/lodging/cancel-order.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { settleCancellation } from '../../activities/lodging/settle-cancellation.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'
import { arrival } from '../support/arrival.ts'

let inn: Inn
let member: string
let from = 5
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  member = await inn.guest(200_000)
  from += 5
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const settle = (id: string) => inn.time(settleCancellation, id)
const oneOf = (order: { orderId: string; stayIds: string[] }, ...which: number[]) => ({
  orderId: order.orderId,
  stayIds: which.map((index) => order.stayIds[index] as string),
})

describe('003-24 a paid order is cancelled', () => {
  test('free of charge a week before: all points return, rooms free, history kept', async () => {
    const order = await inn.book({ member, from, nights: 2, count: 2 })
    const id = await inn.asks(order, inn.noon(from - 7))
    expect(await inn.status(order.stayId)).toBe('confirmed')
    expect(await inn.nightsOf(order.stayId)).toBe(2)
    expect(await inn.balance(member)).toBe(200_000 - order.total)
    await inn.decides(id)
    expect(await inn.balance(member)).toBe(200_000 - order.total)
    await settle(id)
    expect(await inn.balance(member)).toBe(200_000)
    expect(await inn.orderStatus(order.orderId)).toBe('cancelled')
    expect(await inn.held('advance_received', order.stayIds)).toBe(0)
    expect(await inn.trail(id)).toEqual([
      'approval.requested',
      'approval.approved',
      'cancellation.settled',
    ])
    expect(await inn.told(id)).toEqual(['cancellation', 'cancellation'])
  })

  test('003-28 why, in a kind that is counted, and under which tier stays in the history', async () => {
    const order = await inn.book({ member, from, count: 2 })
    const half = { ...order, stayIds: order.stayIds.slice(0, 1) }
    const { digest } = await inn.preview(half, inn.noon(from - 1))
    const input = { ...half, reason: '台風のため', reasonCode: 'weather' as const, digest }
    const { approvalId } = await inn.does(inn.front, cancelOrder, input, inn.noon(from - 1))
    await inn.decides(String(approvalId))
    await settle(String(approvalId))
    await settle(String(approvalId))
    expect(
      await inn.sql.rows(
        `select reason_code, days_before, fee_percent, request_id from line_cancellations
         where line_id = any($1::uuid[])`,
        [order.stayIds],
      ),
    ).toEqual([{ reason_code: 'weather', days_before: 1, fee_percent: 50, request_id: approvalId }])
  })

  test('the day before: half is kept as revenue, the advance ends at nothing', async () => {
    const order = await inn.book({ member, from, nights: 2 })
    const id = await inn.asks(order, inn.noon(from - 1))
    await inn.decides(id)
    await settle(id)
    const half = order.total / 2
    expect(await inn.balance(member)).toBe(200_000 - half)
    expect(await inn.held('cancellation_revenue', order.stayIds)).toBe(half)
    expect(await inn.held('advance_received', order.stayIds)).toBe(0)
    expect(
      await inn.sql.one('select fee, returned from order_lines where id = $1', [order.stayId]),
    ).toEqual({ fee: half, returned: half })
  })

  test('on the day of arrival: all is kept, nothing returns, the room is free', async () => {
    const order = await inn.book({ member, from })
    const id = await inn.asks(order, inn.noon(from))
    await inn.decides(id)
    await settle(id)
    expect(await inn.balance(member)).toBe(200_000 - order.total)
    expect(await inn.held('cancellation_revenue', order.stayIds)).toBe(order.total)
    expect(await inn.nightsOf(order.stayId)).toBe(0)
  })

  test('B-02 and what it frees is sold again', async () => {
    const order = await inn.book({ member, from, count: 2, type: 'suite' })
    await expect(inn.book({ member, from, type: 'suite' })).rejects.toMatchObject({
      code: 'room_not_available',
    })
    const id = await inn.asks(order, inn.noon(from - 10))
    await inn.decides(id)
    await expect(inn.book({ member, from, type: 'suite' })).rejects.toMatchObject({
      code: 'room_not_available',
    })
    await settle(id)
    expect((await inn.book({ member, from, count: 2, type: 'suite' })).stayIds).toHaveLength(2)
  })
})

describe('003-22 one room of several', () => {
  test('is cancelled alone; the others stay sold', async () => {
    const order = await inn.book({ member, from, count: 3 })
    const id = await inn.asks(oneOf(order, 1), inn.noon(from - 7))
    await inn.decides(id)
    await settle(id)
    expect(await Promise.all(order.stayIds.map(inn.status))).toEqual([
      'confirmed',
      'cancelled',
      'confirmed',
    ])
    expect(await inn.orderStatus(order.orderId)).toBe('confirmed')
    expect(await inn.held('advance_received', order.stayIds)).toBe((order.total / 3) * 2)
  })

  test('one by one returns what all at once returns', async () => {
    const moment = inn.noon(from - 3)
    const [alone, together] = [await inn.guest(100_000), await inn.guest(100_000)]
    const first = await inn.book({ member: alone, from, nights: 3, count: 2 })
    const second = await inn.book({ member: together, from, nights: 3, count: 2 })
    for (const part of [oneOf(first, 0), oneOf(first, 1), second]) {
      const id = await inn.asks(part, moment)
      await inn.decides(id)
      await settle(id)
    }
    expect(await inn.balance(alone)).toBe(await inn.balance(together))
    expect(await inn.balance(alone)).toBe(100_000 - first.total * 0.2)
  })

  test('is asked for once at a time', async () => {
    const order = await inn.book({ member, from, count: 2 })
    const id = await inn.asks(oneOf(order, 0))
    await expect(inn.asks(order)).rejects.toMatchObject({ code: 'request_already_open' })
    await inn.decides(id, 'reject')
    await inn.asks(order)
  })
})

describe('B-01 settling', () => {
  test('twice is once', async () => {
    const order = await inn.book({ member, from })
    const id = await inn.asks(order, inn.noon(from - 2))
    await inn.decides(id)
    for (let n = 0; n < 3; n += 1) await settle(id)
    expect(await inn.balance(member)).toBe(200_000 - order.total / 2)
    expect((await inn.trail(id)).filter((verb) => verb === 'cancellation.settled')).toHaveLength(1)
  })

  test('before approval, after rejection or of nothing at all does nothing', async () => {
    const order = await inn.book({ member, from })
    const id = await inn.asks(order)
    await settle(id)
    expect(await inn.status(order.stayId)).toBe('confirmed')
    await inn.decides(id, 'reject')
    await settle(id)
    await settle(PROPERTY)
    expect(await inn.status(order.stayId)).toBe('confirmed')
    expect(await inn.balance(member)).toBe(200_000 - order.total)
  })

  test('003-19 what returns pays an order that waited for it', async () => {
    const guest = await inn.guest(13_000 * 5)
    const paid = await inn.book({ member: guest, from, count: 4 })
    const short = await inn.book({ member: guest, from, type: 'suite' })
    expect(await inn.orderStatus(short.orderId)).toBe('pending')
    const id = await inn.asks(paid, inn.noon(from - 7))
    await inn.decides(id)
    await settle(id)
    expect(await inn.orderStatus(short.orderId)).toBe('confirmed')
    expect(await inn.told(short.orderId)).toEqual(['order', 'order'])
  })
})

describe('003-19 an unpaid order', () => {
  test('is cancelled at once, whole or in part, without a request', async () => {
    const poor = await inn.guest()
    const order = await inn.book({ member: poor, from, count: 2 })
    expect(await inn.cancel(oneOf(order, 0))).toBeNull()
    expect(await inn.orderStatus(order.orderId)).toBe('pending')
    expect(await inn.nightsOf(order.stayIds[0] as string)).toBe(0)
    expect(await inn.cancel(oneOf(order, 1))).toBeNull()
    expect(await inn.orderStatus(order.orderId)).toBe('cancelled')
    expect(await inn.balance(poor)).toBe(0)
  })

  test('that became cheaper by it may be affordable now', async () => {
    const rest = await inn.guest(40_000)
    const order = await inn.book({ member: rest, from, count: 4 })
    expect(await inn.orderStatus(order.orderId)).toBe('pending')
    await inn.cancel(oneOf(order, 0, 1))
    expect(await inn.orderStatus(order.orderId)).toBe('confirmed')
    expect(await inn.status(order.stayIds[0] as string)).toBe('cancelled')
  })
})

describe('what cannot be cancelled is refused', () => {
  const cancel = (orderId: string, stayIds: string[], digest: string) =>
    inn.does(inn.front, cancelOrder, { orderId, stayIds, digest, reason: 'x' })

  test('decision 18: anything but what was on screen', async () => {
    const order = await inn.book({ member, from, count: 2 })
    const { digest } = await inn.preview(oneOf(order, 0))
    await expect(cancel(order.orderId, order.stayIds, digest)).rejects.toMatchObject({
      code: 'digest_mismatch',
    })
    const late = (await inn.preview(order, inn.noon(from))).digest
    await expect(cancel(order.orderId, order.stayIds, late)).rejects.toMatchObject({
      code: 'digest_mismatch',
    })
  })

  test("another order's room, no room, an order that is not there", async () => {
    const [order, other] = [await inn.book({ member, from }), await inn.book({ member, from })]
    const { digest } = await inn.preview(order)
    for (const stayIds of [[...order.stayIds, ...other.stayIds], []])
      await expect(cancel(order.orderId, stayIds, digest)).rejects.toMatchObject({
        code: 'not_found',
      })
    await expect(cancel(PROPERTY, order.stayIds, digest)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('a room whose guest has arrived, or that is cancelled already', async () => {
    const order = await inn.book({ member, from, count: 2 })
    const both = await inn.preview(order)
    await inn.does(inn.front, checkIn, { stayId: order.stayId, ...arrival() }, inn.noon(from))
    await expect(cancel(order.orderId, order.stayIds, both.digest)).rejects.toMatchObject({
      code: 'state_conflict',
      params: { state: 'in_house' },
    })
    const id = await inn.asks(oneOf(order, 1))
    await inn.decides(id)
    await settle(id)
    await expect(inn.preview(oneOf(order, 1))).rejects.toMatchObject({
      params: { state: 'cancelled' },
    })
  })
})
