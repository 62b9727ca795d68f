import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { blockRoom } from '../../activities/lodging/block-room.ts'
import { moveStay } from '../../activities/lodging/move-stay.ts'
import { pinStay } from '../../activities/lodging/pin-stay.ts'
import { availability } from '../../db/lodging/availability-query.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

/** B-21: what fits by count is not refused because of how earlier stays were seated. Two suites: 301, 302. */
let inn: Inn
let from = 0
let member = ''
beforeAll(async () => {
  inn = await openInn()
  member = await inn.guest(1_000_000)
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 12
  await inn.pay(member, 900_000)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
})

const roomId = (number: string) =>
  inn.value<string>('select id from rooms where property_id = $1 and number = $2', PROPERTY, number)
const numberOf = (stayId: string) =>
  inn.value<string>(
    'select r.number from order_lines l join rooms r on r.id = l.room_id where l.id = $1',
    stayId,
  )
const put = async (stayId: string, number: string) => {
  if ((await numberOf(stayId)) === number) return
  await inn.does(inn.front, moveStay, { stayId, roomId: await roomId(number), reason: null })
}
const free = async (type: string, at: number, nights: number) =>
  (await availability(inn.sql, PROPERTY, inn.day(at), inn.day(at + nights), new Date())).find(
    (row) => row.code === type,
  )?.free
const suite = (at: number, nights = 1, count = 1) =>
  inn.book({ member, from: at, nights, count, type: 'suite' })

/** A stay in each suite, one after the other: free every night, but in no room for both. */
async function fragmented() {
  const [early, late] = [await suite(from), await suite(from + 1)]
  await put(early.stayId, '301')
  await put(late.stayId, '302')
  return { early, late }
}

describe('B-21 re-seating', () => {
  test('a stay of two nights gets its room: one of the others moves, and the trail says why', async () => {
    const { early, late } = await fragmented()
    expect(await free('suite', from, 2)).toBe(1)
    const long = await suite(from, 2)
    expect(await inn.nightsOf(long.stayId)).toBe(2)
    const trails = [...(await inn.trail(early.stayId)), ...(await inn.trail(late.stayId))]
    expect(trails.filter((verb) => verb === 'stay.reseated')).toHaveLength(1)
    expect(await numberOf(early.stayId)).toBe(await numberOf(late.stayId))
  })

  test('a pinned stay never moves; with both pinned the refusal names them and nothing is sold', async () => {
    const { early } = await fragmented()
    const pin = (stayId: string) =>
      inn.does(inn.front, pinStay, { stayId, pinned: true, reason: null })
    await pin(early.stayId)
    await suite(from, 2).then((long) => expect(inn.nightsOf(long.stayId)).resolves.toBe(2))
    expect(await numberOf(early.stayId)).toBe('301')
    from += 4
    const both = await fragmented()
    await pin(both.early.stayId)
    await pin(both.late.stayId)
    expect(await free('suite', from, 2)).toBe(0)
    const number = (id: string) => inn.value<string>('select number from orders where id = $1', id)
    const names = await Promise.all([both.early, both.late].map((one) => number(one.orderId)))
    await expect(suite(from, 2)).rejects.toMatchObject({
      code: 'seats_fixed',
      params: { holders: `301 (${names[0]}), 302 (${names[1]})` },
    })
  })

  test('a stay a manager decides about stays where he saw it; a blocked room is named', async () => {
    const asked = await suite(from)
    await put(asked.stayId, '301')
    const request = await inn.asks(asked)
    const nights = { fromNight: inn.day(from + 1), untilNight: inn.day(from + 1) }
    const block = {
      roomId: await roomId('302'),
      kind: 'maintenance',
      ...nights,
      reason: '点検',
    } as const
    await inn.does(inn.manager, blockRoom, block)
    await expect(suite(from, 2)).rejects.toMatchObject({ code: 'seats_fixed' })
    await inn.decides(request, 'reject')
    expect(await numberOf(asked.stayId)).toBe('301')
    await suite(from, 2)
    expect(await numberOf(asked.stayId)).toBe('302')
  })

  test('what does not fit by count is refused as ever', async () => {
    await suite(from, 1, 2)
    await expect(suite(from, 2)).rejects.toMatchObject({ code: 'room_not_available' })
  })

  test('availability and booking agree, whatever came and went before', async () => {
    // Fixed dice: a test that fails fails again.
    let seed = 7
    const dice = (sides: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % sides
    }
    let sold = 0
    for (let turn = 0; turn < 60; turn += 1) {
      const [at, nights, count] = [from + dice(9), 1 + dice(4), 1 + dice(2)]
      const promised = (await free('twin', at, nights)) ?? 0
      const byCount = await inn.value<number>(
        `select 5 - coalesce(max(held), 0)::int from (select count(*) as held from room_nights n join rooms r on r.id = n.room_id
           join room_types t on t.id = r.room_type_id where r.property_id = $1 and t.code = 'twin'
           and n.night >= $2::date and n.night < $3::date group by n.night) h`,
        PROPERTY,
        inn.day(at),
        inn.day(at + nights),
      )
      expect(promised).toBe(byCount)
      const got = inn.book({ member, from: at, nights, count })
      if (promised < count) await expect(got).rejects.toMatchObject({ code: 'room_not_available' })
      else sold += (await got).stayIds.length
    }
    expect(sold).toBeGreaterThan(15)
  }, 60_000)
})
