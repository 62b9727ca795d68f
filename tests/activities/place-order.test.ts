import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { placeOrder, ROOMS_PER_ORDER_MAX } from '../../activities/lodging/place-order.ts'
import { setRates } from '../../activities/lodging/set-rates.ts'
import { type Inn, openInn, OTHER_PROPERTY, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
afterEach(async () => expect(await unsound(inn)).toEqual([]))

describe('003-19 an order is placed', () => {
  test('and paid at once when the points suffice: rooms confirmed, points spent, nothing left to wait for', async () => {
    const member = await inn.guest(100_000)
    const order = await inn.book({ member, from: 10, nights: 2, count: 2 })
    expect(await inn.orderStatus(order.orderId)).toBe('confirmed')
    expect(await inn.balance(member)).toBe(100_000 - order.total)
    expect(await inn.held('advance_received', order.stayIds)).toBe(order.total)
    expect(await inn.trail(order.orderId)).toEqual([
      'order.seated',
      'order.placed',
      'order.settled',
    ])
    expect(await inn.told(order.orderId)).toEqual([])
  })

  test('to the last point', async () => {
    const member = await inn.guest()
    const { total } = await inn.book({ member, from: 12, type: 'single' })
    const exact = await inn.guest(total)
    const order = await inn.book({ member: exact, from: 12, type: 'single' })
    expect(await inn.orderStatus(order.orderId)).toBe('confirmed')
    expect(await inn.balance(exact)).toBe(0)
    const short = await inn.guest(total - 1)
    const waiting = await inn.book({ member: short, from: 12, type: 'single' })
    expect(await inn.orderStatus(waiting.orderId)).toBe('pending')
  })

  test('and waits when they are short: rooms held, nothing spent, its process told, deadlines set', async () => {
    const member = await inn.guest(1_000)
    const now = inn.noon(0)
    const order = await inn.book({ member, from: 14, now })
    expect(await inn.orderStatus(order.orderId)).toBe('pending')
    expect(await inn.nightsOf(order.stayId)).toBe(1)
    expect(await inn.balance(member)).toBe(1_000)
    expect(await inn.told(order.orderId)).toEqual(['order'])
    const hours = 3_600_000
    expect(
      await inn.sql.one('select remind_at, pay_by from orders where id = $1', [order.orderId]),
    ).toEqual({
      remind_at: new Date(now.getTime() + 20 * hours).toISOString(),
      pay_by: new Date(now.getTime() + 24 * hours).toISOString(),
    })
  })

  test('decision 20: behind an older one that waits, also when its own points would suffice', async () => {
    const member = await inn.guest(10_000)
    const older = await inn.book({ member, from: 16, type: 'suite' })
    const younger = await inn.book({ member, from: 16, type: 'single' })
    expect(younger.total).toBeLessThanOrEqual(10_000)
    expect(await inn.orderStatus(older.orderId)).toBe('pending')
    expect(await inn.orderStatus(younger.orderId)).toBe('pending')
    expect(await inn.balance(member)).toBe(10_000)
  })
})

describe('decision 4: what was agreed stays agreed', () => {
  test('003-07 a later rate touches no order that was placed', async () => {
    const member = await inn.guest(100_000)
    const order = await inn.book({ member, from: 20, nights: 2 })
    await inn.does(inn.manager, setRates, {
      roomTypeId: await inn.roomType('twin'),
      fromNight: inn.day(20),
      untilNight: inn.day(21),
      amount: 1,
    })
    const { paid } = (await inn.preview(order)).preview
    expect(paid).toBe(order.total)
    const later = await inn.book({ member, from: 20, nights: 2 })
    expect(later.total).toBe(2)
  })

  test('003-22 a later policy touches no order that was placed', async () => {
    const member = await inn.guest(100_000)
    const order = await inn.book({ member, from: 22 })
    await inn.sql.run(
      `insert into cancellation_policies (property_id, version, tiers, published_at)
       values ($1, 2, '[{"daysBefore":0,"feePercent":100}]', $2)`,
      [PROPERTY, inn.noon(-1)],
    )
    expect((await inn.preview(order)).preview.policyVersion).toBe(1)
    const later = await inn.book({ member, from: 22 })
    expect((await inn.preview(later)).preview).toMatchObject({ policyVersion: 2 })
  })
})

describe('003-16 what cannot be sold is refused, and leaves nothing', () => {
  const stay = async (changes: object) => ({
    roomTypeId: await inn.roomType('twin'),
    checkIn: inn.day(30),
    checkOut: inn.day(31),
    count: 1,
    guestsPerRoom: 1,
    ...changes,
  })
  const place = async (changes: object, order: object = {}) =>
    inn.does(inn.front, placeOrder, {
      propertyId: PROPERTY,
      memberId: await inn.guest(),
      channel: 'desk',
      stays: [await stay(changes)],
      ...order,
    })
  const orders = () => inn.value<number>('select count(*)::int from orders')

  test.each<[string, string, () => object]>([
    ['more rooms than there are', 'room_not_available', () => ({ count: 6 })],
    [
      'more rooms than an order may have',
      'limit_exceeded',
      () => ({ count: ROOMS_PER_ORDER_MAX + 1 }),
    ],
    ['no room at all', 'limit_exceeded', () => ({ count: 0 })],
    ['too many guests', 'capacity_exceeded', () => ({ guestsPerRoom: 3 })],
    ['yesterday', 'dates_impossible', () => ({ checkIn: inn.day(-1) })],
    ['backwards', 'dates_impossible', () => ({ checkOut: inn.day(30) })],
    [
      'a night without a rate',
      'rate_missing',
      () => ({ checkIn: inn.day(420), checkOut: inn.day(421) }),
    ],
    ['a room type nobody has', 'not_found', () => ({ roomTypeId: PROPERTY })],
  ])('%s: %s', async (_, code, changes) => {
    const before = await orders()
    await expect(place(changes())).rejects.toMatchObject({ code })
    expect(await orders()).toBe(before)
  })

  test("a room type of another property, a stranger's id, a property that is not there", async () => {
    await expect(place({}, { propertyId: OTHER_PROPERTY })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(place({}, { memberId: PROPERTY })).rejects.toMatchObject({ code: 'not_found' })
    await expect(place({}, { propertyId: inn.front.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('003-17 a cart is sold whole or not at all', async () => {
    const before = await orders()
    const cart = { stays: [await stay({ count: 2 }), await stay({ count: 4 })] }
    await expect(place({}, cart)).rejects.toMatchObject({ code: 'room_not_available' })
    expect(await orders()).toBe(before)
    expect(
      await inn.value('select count(*)::int from room_nights where night = $1', inn.day(30)),
    ).toBe(0)
  })
})
