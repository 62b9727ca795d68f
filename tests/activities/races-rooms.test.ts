import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { blockRoom } from '../../activities/lodging/block-room.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { placeOrder } from '../../activities/lodging/place-order.ts'
import { releaseRoom } from '../../activities/lodging/release-room.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { command, outcome, overlapped } from './support/overlap.ts'
import { unsound } from './support/sound.ts'
import { arrival } from '../support/arrival.ts'

let inn: Inn
let guests: string[]
let from = 10
beforeAll(async () => {
  inn = await openInn()
  guests = await Promise.all(Array.from({ length: 20 }, () => inn.guest()))
}, 60_000)
afterAll(() => inn.stop())
beforeEach(() => {
  from += 5
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

type Type = 'single' | 'twin' | 'suite'
let carts = 0
/** Each time another guest: they wait for rooms, not for each other's wallets. */
const cart = async (...stays: [Type, number][]) =>
  command(inn.front, placeOrder, {
    propertyId: PROPERTY,
    memberId: guests[(carts += 1) % guests.length] as string,
    channel: 'desk',
    stays: await Promise.all(
      stays.map(async ([type, count]) => ({
        roomTypeId: await inn.roomType(type),
        checkIn: inn.day(from),
        checkOut: inn.day(from + 2),
        count,
        guestsPerRoom: 1,
      })),
    ),
  })
const tally = (outcomes: readonly string[]) =>
  Object.fromEntries(
    [...new Set(outcomes)].map((one) => [one, outcomes.filter((x) => x === one).length]),
  )
const all = async (commands: readonly ReturnType<typeof command>[]) =>
  tally(await Promise.all(commands.map((one) => outcome(one(inn)))))

describe('B-02 the last room', () => {
  test('200 callers at once: one winner, 199 told that there is none, no deadlock', async () => {
    await (await cart(['suite', 1]))(inn)
    const wishes = await Promise.all(Array.from({ length: 200 }, () => cart(['suite', 1])))
    expect(await all(wishes)).toEqual({
      done: 1,
      room_not_available: 199,
    })
  }, 30_000)

  test('two at the very same time: the second waits and is refused', async () => {
    await (await cart(['suite', 1]))(inn)
    const [one, other] = [await cart(['suite', 1]), await cart(['suite', 1])]
    expect(await overlapped(inn, one, other)).toEqual(['done', 'room_not_available'])
  })

  test('003-17 carts of several types in any order: whole or not at all, no deadlock', async () => {
    const kinds: [Type, number][][] = [
      [
        ['single', 1],
        ['twin', 1],
        ['suite', 1],
      ],
      [
        ['suite', 1],
        ['twin', 1],
        ['single', 1],
      ],
      [
        ['twin', 2],
        ['single', 1],
      ],
    ]
    const wishes = await Promise.all(
      Array.from({ length: 30 }, (_, n) => cart(...(kinds[n % 3] as [Type, number][]))),
    )
    const outcomes = await all(wishes)
    expect(Object.keys(outcomes).toSorted()).toEqual(['done', 'room_not_available'])
    expect(outcomes['done']).toBeGreaterThanOrEqual(2)
  })
})

describe('003-05 a repair and a guest want the same room', () => {
  const room = () =>
    inn.value<string>(
      `select r.id from rooms r join room_types t on t.id = r.room_type_id
       where t.code = 'suite' order by r.number limit 1`,
    )
  const blocks = async () =>
    command(inn.manager, blockRoom, {
      roomId: await room(),
      kind: 'maintenance' as const,
      fromNight: inn.day(from),
      untilNight: inn.day(from + 1),
      reason: 'x',
    })

  test('blocked first: the guest gets the other room, or none', async () => {
    expect(await overlapped(inn, await blocks(), await cart(['suite', 2]))).toEqual([
      'done',
      'room_not_available',
    ])
    await (await cart(['suite', 1]))(inn)
  })

  test('sold first: the repair is refused', async () => {
    expect(await overlapped(inn, await cart(['suite', 2]), await blocks())).toEqual([
      'done',
      'room_sold',
    ])
  })

  test('released twice at once: once', async () => {
    await (await blocks())(inn)
    const release = command(
      inn.manager,
      releaseRoom,
      { roomId: await room(), reason: 'x' },
      inn.noon(from),
    )
    expect(await overlapped(inn, release, release)).toEqual(['done', 'state_conflict'])
  })
})

describe('003-25 003-26 one room, two guests', () => {
  const arrives = (stayId: string, now: Date) =>
    command(inn.front, checkIn, { stayId, ...arrival() }, now)
  const leaves = (stayId: string, now: Date) => command(inn.front, checkOut, { stayId }, now)
  /** Two stays of one room, one after the other; the first guest is inside. */
  async function successive() {
    const rich = await inn.guest(500_000)
    const first = await inn.book({ member: rich, from, type: 'suite', count: 2 })
    const next = await inn.book({ member: rich, from: from + 1, type: 'suite' })
    const stayId = await inn.value<string>(
      'select id from order_lines where order_id = $1 and room_id = $2',
      first.orderId,
      next.roomId,
    )
    await arrives(stayId, inn.noon(from))(inn)
    return { inside: stayId, coming: next.stayId, roomId: next.roomId }
  }

  test('the next is let in while the first leaves: not before the room is cleaned', async () => {
    const { inside, coming, roomId } = await successive()
    const now = inn.noon(from + 1)
    expect(await overlapped(inn, leaves(inside, now), arrives(coming, now))).toEqual([
      'done',
      'room_not_ready',
    ])
    await inn.does(inn.front, finishCleaning, { roomId })
    await arrives(coming, now)(inn)
  })

  test('the first leaves while the next is refused: he leaves all the same', async () => {
    const { inside, coming } = await successive()
    const now = inn.noon(from + 1)
    expect(await outcome(arrives(coming, now)(inn))).toBe('room_not_ready')
    expect(await outcome(leaves(inside, now)(inn))).toBe('done')
  })

  test('checked in, checked out, cleaned twice at once: once each', async () => {
    const stay = await inn.book({ member: await inn.guest(100_000), from })
    const now = inn.noon(from)
    const [arrive, leave] = [arrives(stay.stayId, now), leaves(stay.stayId, now)]
    expect(await overlapped(inn, arrive, arrive)).toEqual(['done', 'state_conflict'])
    expect(await overlapped(inn, leave, leave)).toEqual(['done', 'state_conflict'])
    const clean = command(inn.front, finishCleaning, { roomId: stay.roomId })
    expect(await overlapped(inn, clean, clean)).toEqual(['done', 'state_conflict'])
  })

  test('the room is finished while the next guest asks for it: he goes in, or is told to wait', async () => {
    const { inside, coming, roomId } = await successive()
    const now = inn.noon(from + 1)
    await leaves(inside, now)(inn)
    const clean = command(inn.front, finishCleaning, { roomId })
    expect(await overlapped(inn, clean, arrives(coming, now))).toEqual(['done', 'done'])
  })
})
