import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type BlockRoom, blockRoom } from '../../activities/lodging/block-room.ts'
import { releaseRoom } from '../../activities/lodging/release-room.ts'
import { createRoomType, editRoomType } from '../../activities/lodging/room-types.ts'
import { createRoom, editRoom } from '../../activities/lodging/rooms.ts'
import { setRates } from '../../activities/lodging/set-rates.ts'
import { RATE_NIGHTS_MAX } from '../../domain/lodging/rate-range.ts'
import { pricedNights } from '../../db/lodging/rate-queries.ts'
import { type Inn, openInn, OTHER_PROPERTY, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let room: string
let twin: string
let from = 5
beforeAll(async () => {
  inn = await openInn()
  twin = await inn.roomType('twin')
  room = await inn.value(
    'select id from rooms where room_type_id = $1 order by number limit 1',
    twin,
  )
}, 60_000)
afterAll(() => inn.stop())
beforeEach(() => {
  from += 10
})
afterEach(async () => expect(await unsound(inn)).toEqual([]))

const block = (changes: Partial<BlockRoom> = {}, now?: Date) =>
  inn.does(
    inn.manager,
    blockRoom,
    {
      roomId: room,
      kind: 'maintenance',
      fromNight: inn.day(from),
      untilNight: inn.day(from + 2),
      reason: '空調の修理',
      ...changes,
    },
    now,
  )
const release = (now?: Date) =>
  inn.does(inn.manager, releaseRoom, { roomId: room, reason: '修理済' }, now)
const blocked = (id: string) =>
  inn.value<number>('select count(*)::int from room_nights where block_id = $1', id)

describe('003-05 a room out of use', () => {
  test('is blocked for its nights, both ends included, and not sold for them', async () => {
    const { blockId } = await block()
    expect(await blocked(blockId)).toBe(3)
    const member = await inn.guest()
    expect((await inn.book({ member, from, nights: 3, count: 4 })).stayIds).toHaveLength(4)
    await expect(inn.book({ member, from: from + 2 })).rejects.toMatchObject({
      code: 'room_not_available',
    })
    expect((await inn.book({ member, from: from + 3, count: 5 })).stayIds).toHaveLength(5)
    await release()
  })

  test('is released from today on; the nights behind stay as they were', async () => {
    const { blockId } = await block()
    await release(inn.noon(from + 1))
    expect(await blocked(blockId)).toBe(1)
    await block({ fromNight: inn.day(from + 1) }, inn.noon(from + 1))
    await release(inn.noon(from + 1))
  })

  test('is released one block at a time, the nearest first', async () => {
    const later = await block({ fromNight: inn.day(from + 5), untilNight: inn.day(from + 5) })
    const sooner = await block()
    await release(inn.noon(from))
    expect(await blocked(sooner.blockId)).toBe(0)
    expect(await blocked(later.blockId)).toBe(1)
    await release(inn.noon(from))
    await expect(release(inn.noon(from))).rejects.toMatchObject({
      params: { state: 'available' },
      allowedActions: ['block'],
    })
  })

  test('cannot be blocked over a sold night, in the past, backwards or without end', async () => {
    const { roomId } = await inn.book({ member: await inn.guest(), from })
    await expect(block({ roomId })).rejects.toMatchObject({ code: 'room_sold' })
    for (const [first, last] of [
      [-1, 1],
      [from, from - 1],
      [from, from + 90],
    ] as const)
      await expect(
        block({ fromNight: inn.day(first), untilNight: inn.day(last) }),
      ).rejects.toMatchObject({ code: 'dates_impossible' })
    await expect(block({ roomId: PROPERTY })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('003-07 rates', () => {
  const set = (changes: object = {}) =>
    inn.does(inn.manager, setRates, {
      roomTypeId: twin,
      fromNight: inn.day(from),
      untilNight: inn.day(from + 6),
      amount: 9_999,
      ...changes,
    })
  const rates = async () =>
    (
      await pricedNights(inn.sql, {
        propertyId: PROPERTY,
        roomTypeIds: [twin],
        from: inn.day(from),
        until: inn.day(from + 6),
      })
    ).types.flatMap((type) => type.nights.map((night) => night.amount))

  test('are set for a range, both ends included; setting them again changes nothing', async () => {
    expect(await set()).toEqual({ nights: 7 })
    expect(await rates()).toEqual(Array.from({ length: 7 }, () => 9_999))
    expect(await set()).toEqual({ nights: 0 })
  })

  test('are set for chosen weekdays only', async () => {
    const before = await rates()
    expect(await set({ weekdays: [5, 6], amount: 77 })).toEqual({ nights: 2 })
    const weekday = (index: number) => new Date(`${inn.day(from + index)}T00:00:00Z`).getUTCDay()
    expect(await rates()).toEqual(
      before.map((amount, index) => ([5, 6].includes(weekday(index)) ? 77 : amount)),
    )
  })

  test.each<[string, object, string]>([
    ['backwards', { untilNight: '2020-01-01' }, 'range_impossible'],
    ['too many nights', { untilNight: '2099-01-01' }, 'range_impossible'],
    ['of no room type', { roomTypeId: PROPERTY }, 'not_found'],
  ])('%s are refused', async (_, changes, code) => {
    await expect(set(changes)).rejects.toMatchObject({ code })
  })

  test('reach as far as they may, over a year end', async () => {
    const until = inn.day(from + RATE_NIGHTS_MAX - 1)
    await expect(set({ untilNight: until, amount: 12_345 })).resolves.toEqual({
      nights: RATE_NIGHTS_MAX,
    })
  })
})

describe('003-01 masters', () => {
  test('a new type and its rooms can be sold as soon as they have a rate', async () => {
    const { roomTypeId } = await inn.does(inn.manager, createRoomType, {
      propertyId: PROPERTY,
      code: 'hanare',
      name: '離れ',
      nameEn: 'Annex',
      capacity: 6,
    })
    const { roomId } = await inn.does(inn.manager, createRoom, {
      propertyId: PROPERTY,
      roomTypeId,
      number: '901',
      floor: 9,
    })
    await inn.does(inn.manager, setRates, {
      roomTypeId,
      fromNight: inn.day(1),
      untilNight: inn.day(1),
      amount: 50_000,
    })
    const order = await inn.book({ member: await inn.guest(), from: 1, type: 'hanare' as never })
    expect(order.roomId).toBe(roomId)
  })

  test('two people edit: the second is told that the first was faster', async () => {
    const version = await inn.value<number>('select version from rooms where id = $1', room)
    const edit = (number: string) =>
      inn.does(inn.manager, editRoom, { id: room, version, changes: { number } })
    await edit('201A')
    await expect(edit('201B')).rejects.toMatchObject({ code: 'version_mismatch' })
    expect(await inn.value('select number from rooms where id = $1', room)).toBe('201A')
    const type = await inn.value<number>('select version from room_types where id = $1', twin)
    const capacity = (version_: number) =>
      inn.does(inn.manager, editRoomType, { id: twin, version: version_, changes: { capacity: 3 } })
    await capacity(type)
    await expect(capacity(type)).rejects.toMatchObject({ code: 'version_mismatch' })
  })

  test('a number is given once a property, and a room has a type of its own property', async () => {
    const create = (propertyId: string, number: string) =>
      inn.does(inn.manager, createRoom, { propertyId, roomTypeId: twin, number, floor: 2 })
    await expect(create(PROPERTY, '202')).rejects.toMatchObject({ code: 'already_exists' })
    await expect(create(OTHER_PROPERTY, '999')).rejects.toMatchObject({ code: 'not_found' })
  })
})
