import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { blockRoom } from '../../activities/lodging/block-room.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { moveStay } from '../../activities/lodging/move-stay.ts'
import { pinStay } from '../../activities/lodging/pin-stay.ts'
import { swapStays } from '../../activities/lodging/swap-stays.ts'
import { moveOptions } from '../../db/lodging/move-options-query.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'
import { arrival } from '../support/arrival.ts'

/** W20: a stay changes its room, by hand. Five twins (201 … 205), two suites. */
let inn: Inn
let from = 20
let member = ''
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 8
  member = await inn.guest(200_000)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const roomId = (number: string) =>
  inn.value<string>('select id from rooms where property_id = $1 and number = $2', PROPERTY, number)
const numberOf = (stayId: string) =>
  inn.value<string>(
    'select r.number from order_lines l join rooms r on r.id = l.room_id where l.id = $1',
    stayId,
  )
const nightsIn = async (stayId: string) =>
  (
    await inn.sql.rows<{ at: string }>(
      `select r.number || ' ' || n.night as at from room_nights n join rooms r on r.id = n.room_id
       where n.line_id = $1 order by n.night`,
      [stayId],
    )
  ).map((row) => row.at)
const move = async (stayId: string, number: string, reason: string | null = null, now?: Date) =>
  inn.does(inn.front, moveStay, { stayId, roomId: await roomId(number), reason }, now)
const swap = (stayId: string, withStayId: string, reason: string | null = null, now?: Date) =>
  inn.does(inn.front, swapStays, { stayId, withStayId, reason }, now)
const arrive = (stayId: string, now: Date) =>
  inn.does(inn.front, checkIn, { ...arrival(), stayId }, now)

describe('W20 a stay moves to another room', () => {
  test('all its nights, in the trail, at the agreed price; the old room is free at once', async () => {
    const stay = await inn.book({ member, from, nights: 3 })
    expect(await numberOf(stay.stayId)).toBe('201')
    await move(stay.stayId, '204')
    expect(await nightsIn(stay.stayId)).toEqual([0, 1, 2].map((n) => `204 ${inn.day(from + n)}`))
    expect(await inn.trail(stay.stayId)).toEqual(['stay.moved'])
    expect(await inn.value('select amount from order_lines where id = $1', stay.stayId)).toBe(
      stay.total,
    )
    expect(await numberOf((await inn.book({ member, from })).stayId)).not.toBe('204')
  })

  test('a room somebody holds on one of the nights is refused by the number of that order', async () => {
    const stay = await inn.book({ member, from, nights: 3 })
    const other = await inn.book({ member, from: from + 2 })
    await move(other.stayId, '203')
    const number = await inn.value<string>('select number from orders where id = $1', other.orderId)
    await expect(move(stay.stayId, '203')).rejects.toMatchObject({
      code: 'room_taken',
      params: { room: '203', holder: number },
    })
    expect(await numberOf(stay.stayId)).toBe('201')
    const options = await moveOptions(inn.sql, stay.stayId)
    expect(options.find((room) => room.roomNumber === '203')).toMatchObject({
      free: false,
      orderNumber: number,
      swapStayId: other.stayId,
    })
    expect(options.find((room) => room.roomNumber === '202')).toMatchObject({
      free: true,
      sameType: true,
    })
  })

  test('a blocked room, its own room, a room of another house, an unknown stay: refused', async () => {
    const stay = await inn.book({ member, from })
    const nights = { fromNight: inn.day(from), untilNight: inn.day(from) }
    const block = {
      roomId: await roomId('205'),
      kind: 'maintenance',
      ...nights,
      reason: '点検',
    } as const
    await inn.does(inn.manager, blockRoom, block)
    await expect(move(stay.stayId, '205')).rejects.toMatchObject({ code: 'room_not_ready' })
    await expect(move(stay.stayId, '201')).rejects.toMatchObject({ code: 'state_conflict' })
    const elsewhere = await inn.value<string>(
      'select id from rooms where property_id <> $1 limit 1',
      PROPERTY,
    )
    const input = { stayId: stay.stayId, roomId: elsewhere, reason: null }
    await expect(inn.does(inn.front, moveStay, input)).rejects.toMatchObject({ code: 'not_found' })
    await expect(move(PROPERTY, '202')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('another type is a free upgrade with a reason; too small a room is refused', async () => {
    const stay = await inn.book({ member, from })
    await expect(move(stay.stayId, '301')).rejects.toMatchObject({ code: 'validation_failed' })
    await move(stay.stayId, '301', '記念日のため')
    expect(await inn.value('select amount from order_lines where id = $1', stay.stayId)).toBe(
      stay.total,
    )
    await inn.owner.query('update order_lines set guests = 2 where id = $1', [stay.stayId])
    await expect(move(stay.stayId, '101', 'x')).rejects.toMatchObject({
      code: 'capacity_exceeded',
      params: { capacity: 1 },
    })
  })

  test('a guest in the house moves from today on: what was slept stays, the old room wants cleaning', async () => {
    const stay = await inn.book({ member, from, nights: 3 })
    await arrive(stay.stayId, inn.noon(from))
    await move(stay.stayId, '204', null, inn.noon(from + 1))
    expect(await nightsIn(stay.stayId)).toEqual([
      `201 ${inn.day(from)}`,
      `204 ${inn.day(from + 1)}`,
      `204 ${inn.day(from + 2)}`,
    ])
    const cleaning = await inn.value<string>(
      'select c.id from cleanings c join rooms r on r.id = c.room_id where r.number = $1 and c.done_at is null',
      '201',
    )
    expect(await inn.told(cleaning)).toEqual(['cleaning'])
    await expect(move(stay.stayId, '201', null, inn.noon(from + 1))).rejects.toMatchObject({
      code: 'room_not_ready',
      params: { state: 'cleaning' },
    })
    await inn.does(inn.front, finishCleaning, { roomId: await roomId('201') })
    await move(stay.stayId, '201', null, inn.noon(from + 2))
  })

  test('B-21 a pinned stay does not move before it is unpinned; a refusal says what is possible', async () => {
    const stay = await inn.book({ member, from })
    const pin = (pinned: boolean) =>
      inn.does(inn.front, pinStay, { stayId: stay.stayId, pinned, reason: null })
    await pin(true)
    await expect(pin(true)).rejects.toMatchObject({ code: 'state_conflict' })
    await expect(move(stay.stayId, '203')).rejects.toMatchObject({
      code: 'state_conflict',
      params: { state: 'pinned' },
      allowedActions: ['cancel', 'extend', 'unpin'],
    })
    await pin(false)
    await move(stay.stayId, '203')
    expect(await inn.trail(stay.stayId)).toEqual(['stay.pinned', 'stay.unpinned', 'stay.moved'])
  })

  test('003-23 while a manager decides about a stay, its room stays as he saw it', async () => {
    const stay = await inn.book({ member, from })
    const request = await inn.asks(stay)
    await expect(move(stay.stayId, '203')).rejects.toMatchObject({ code: 'request_already_open' })
    await inn.decides(request)
  })
})

describe('W20 two stays trade rooms', () => {
  test('both move, whatever order they are named in; each has its line in the trail', async () => {
    const [one, other] = [
      await inn.book({ member, from, nights: 2 }),
      await inn.book({ member, from, nights: 2 }),
    ]
    const rooms = [await numberOf(one.stayId), await numberOf(other.stayId)]
    await swap(other.stayId, one.stayId)
    expect([await numberOf(one.stayId), await numberOf(other.stayId)]).toEqual(rooms.toReversed())
    expect(await inn.trail(one.stayId)).toEqual(['stay.swapped'])
    expect(await inn.trail(other.stayId)).toEqual(['stay.swapped'])
  })

  test('what one stays longer must be free in the room it gets', async () => {
    const one = await inn.book({ member, from, nights: 1 })
    const other = await inn.book({ member, from, nights: 3 })
    await swap(one.stayId, other.stayId)
    const third = await inn.book({ member, from: from + 1 })
    expect(await numberOf(third.stayId)).toBe(await numberOf(one.stayId))
    await expect(swap(one.stayId, other.stayId)).rejects.toMatchObject({ code: 'room_taken' })
  })

  test('with itself, with one of other nights, with nobody: refused', async () => {
    const one = await inn.book({ member, from })
    const later = await inn.book({ member, from: from + 2 })
    await expect(swap(one.stayId, one.stayId)).rejects.toMatchObject({ code: 'state_conflict' })
    await expect(swap(one.stayId, later.stayId)).rejects.toMatchObject({ code: 'state_conflict' })
    await expect(swap(one.stayId, PROPERTY)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('B-02 two desks trade the same rooms crosswise at once: one order of things, no deadlock, no night lost', async () => {
    const stays = [
      await inn.book({ member, from }),
      await inn.book({ member, from }),
      await inn.book({ member, from }),
    ]
    const [a = '', b = '', c = ''] = stays.map((stay) => stay.stayId)
    const tried = await Promise.allSettled([swap(a, b), swap(b, c), swap(c, a), swap(b, a)])
    expect(tried.filter((one) => one.status === 'rejected')).toEqual([])
    expect(new Set(await Promise.all([a, b, c].map(numberOf))).size).toBe(3)
  })
})
