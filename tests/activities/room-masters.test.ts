import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { retireRoom, unretireRoom } from '../../activities/lodging/retire-room.ts'
import { createRoom, editRoom, type RoomChanges } from '../../activities/lodging/rooms.ts'
import { roomStatus } from '../../domain/lodging/room-status.ts'
import { listRooms, type RoomFilter } from '../../db/lodging/room-queries.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let twin: string
beforeAll(async () => {
  inn = await openInn()
  twin = await inn.roomType('twin')
}, 60_000)
afterAll(() => inn.stop())
afterEach(async () => expect(await unsound(inn)).toEqual([]))

let numbers = 900
const create = (facts: object = {}) => {
  numbers += 1
  return inn.does(inn.manager, createRoom, {
    propertyId: PROPERTY,
    roomTypeId: twin,
    number: String(numbers),
    floor: 9,
    ...facts,
  })
}
const versionOf = (id: string) => inn.value<number>('select version from rooms where id = $1', id)
const edit = async (id: string, changes: RoomChanges) =>
  inn.does(inn.manager, editRoom, { id, version: await versionOf(id), changes })
const retire = (roomId: string) => inn.does(inn.manager, retireRoom, { roomId, reason: '改装' })
const capacityOf = (id: string) =>
  inn.value<number>(
    'select room_capacity(r, t.capacity) from rooms r join room_types t on t.id = r.room_type_id where r.id = $1',
    id,
  )

describe('003-01 a room', () => {
  test('holds what its type says, or what it says itself, and never more than its area allows', async () => {
    const { roomId } = await create()
    expect(await capacityOf(roomId)).toBe(2)
    await edit(roomId, { capacity: 3, areaM2: 9.9 })
    expect(await capacityOf(roomId)).toBe(3)
    await edit(roomId, { capacity: null, areaM2: 5 })
    expect(await capacityOf(roomId)).toBe(1)
  })

  test('with more places than its area allows is refused, by the rule and by the database', async () => {
    await expect(create({ areaM2: 6.5, capacity: 2 })).rejects.toMatchObject({
      code: 'capacity_beyond_area',
      params: { capacity: 1 },
    })
    const { roomId } = await create({ areaM2: 20, capacity: 4 })
    await expect(edit(roomId, { areaM2: 10 })).rejects.toMatchObject({
      code: 'capacity_beyond_area',
    })
    await expect(
      inn.owner.query('update rooms set capacity = 7 where id = $1', [roomId]),
    ).rejects.toMatchObject({ constraint: 'rooms_capacity_fits_area' })
  })

  test('keeps texts of every script; of equipment only what the list knows, each once, in its order', async () => {
    const description = `髙橋の間🍶 ${'𠮷'.repeat(300)}`
    const { roomId } = await create({ description, equipment: ['wifi', 'tv', 'wifi'] })
    expect(
      await inn.sql.one('select description, equipment from rooms where id = $1', [roomId]),
    ).toEqual({ description, equipment: ['tv', 'wifi'] })
    await expect(create({ equipment: ['helipad'] })).rejects.toMatchObject({
      code: 'validation_failed',
      fields: [{ pointer: '/equipment' }],
    })
  })

  test('is given to parties that fit into it: a smaller one is not picked, a larger one waits for larger parties', async () => {
    const type = await inn.roomType('suite')
    const rooms = await inn.sql.rows<{ id: string }>(
      'select id from rooms where room_type_id = $1 order by number',
      [type],
    )
    const [first = { id: '' }, second = { id: '' }] = rooms
    await edit(first.id, { capacity: 2 })
    const free = (guests: number) =>
      inn.sql.rows<{ id: string }>('select room_id as id from free_rooms($1, $2, $3, $4)', [
        type,
        inn.day(200),
        inn.day(201),
        guests,
      ])
    expect(await free(3)).toEqual([second])
    expect(await free(2)).toEqual([first, second])
    await edit(first.id, { capacity: null })
  })
})

describe('003-01 a room that is sold', () => {
  test('is not retired, nor given another type or fewer places than its guests: the orders are named', async () => {
    const { orderId, roomId } = await inn.book({ member: await inn.guest(), from: 40 })
    const number = await inn.value<string>('select number from orders where id = $1', orderId)
    const sold = {
      code: 'room_sold',
      params: { orders: number },
      allowedActions: expect.arrayContaining(['block']),
    }
    await expect(retire(roomId)).rejects.toMatchObject(sold)
    const single = await inn.roomType('single')
    await expect(edit(roomId, { roomTypeId: single })).rejects.toMatchObject(sold)
    await inn.owner.query('update order_lines set guests = 2 where order_id = $1', [orderId])
    await expect(edit(roomId, { capacity: 1, areaM2: null })).rejects.toMatchObject(sold)
    await edit(roomId, { capacity: 2, areaM2: null })
    expect(await versionOf(roomId)).toBeGreaterThan(1)
  })

  test('once its stays are over it is retired, is sold no more, and comes back', async () => {
    const { roomId } = await create()
    const free = () =>
      inn.value<boolean>(
        'select $2 in (select room_id from free_rooms($1, $3, $4))',
        twin,
        roomId,
        inn.day(60),
        inn.day(61),
      )
    await retire(roomId)
    expect(await free()).toBe(false)
    await expect(retire(roomId)).rejects.toMatchObject({
      code: 'state_conflict',
      params: { state: 'retired' },
    })
    await inn.does(inn.manager, unretireRoom, { roomId, reason: '再開' })
    expect(await free()).toBe(true)
  })

  test('or is being sold at this moment: one of the two is refused, never both done', async () => {
    for (let round = 0; round < 5; round += 1) {
      const from = 300 + round
      const member = await inn.guest()
      // The last room of the type: whoever comes second finds it gone.
      const rooms = await inn.value<number>(
        'select count(*)::int from rooms where room_type_id = $1 and retired_at is null',
        twin,
      )
      if (rooms > 1) await inn.book({ member, from, count: rooms - 1 })
      const last = await inn.value<string>(
        'select room_id from free_rooms($1, $2, $3)',
        twin,
        inn.day(from),
        inn.day(from + 1),
      )
      const [booked, retired] = await Promise.allSettled([inn.book({ member, from }), retire(last)])
      expect([booked.status, retired.status].toSorted()).toEqual(['fulfilled', 'rejected'])
      if (retired.status === 'fulfilled')
        await inn.does(inn.manager, unretireRoom, { roomId: last, reason: '次へ' })
    }
  }, 60_000)
})

describe('003-02 003-03 a search', () => {
  const search = async (filter: Partial<RoomFilter>) =>
    (
      await listRooms(
        inn.sql,
        { propertyIds: [PROPERTY], ...filter },
        { page: 1, perPage: 100, sort: 'number' },
      )
    ).data

  test('the books call every state as the domain does', async () => {
    const axes = [true, false].flatMap((occupied) =>
      ([null, 'maintenance', 'unavailable'] as const).flatMap((block) =>
        [true, false].flatMap((cleaning) =>
          [true, false].map((reserved) => ({ occupied, block, cleaning, reserved })),
        ),
      ),
    )
    for (const facts of axes)
      expect(
        await inn.value(
          'select room_status($1, $2, $3, $4)',
          facts.occupied,
          facts.block,
          facts.cleaning,
          facts.reserved,
        ),
      ).toBe(roomStatus(facts))
  })

  test('finds rooms by their status on a day, and those free for a stay', async () => {
    const { roomId } = await inn.book({ member: await inn.guest(), from: 70, nights: 2 })
    const onDay = (n: number) => search({ status: ['reserved'], date: inn.day(n) })
    expect((await onDay(71)).map(({ id }) => id)).toEqual([roomId])
    expect(await onDay(72)).toEqual([])
    const free = async (from: number, until: number) =>
      (await search({ free: { from: inn.day(from), until: inn.day(until) } })).map(({ id }) => id)
    expect(await free(69, 70)).toContain(roomId)
    expect(await free(71, 75)).not.toContain(roomId)
    expect(await free(72, 75)).toContain(roomId)
  })
})
