import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { raiseCleaningOverrun } from '../../activities/housekeeping/raise-cleaning-overrun.ts'
import { raiseOverdueDeparture } from '../../activities/lodging/raise-overdue-departure.ts'
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
  from += 6
  member = await inn.guest(100_000)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const arrive = (stayId: string, now = inn.noon(from)) =>
  inn.does(inn.front, checkIn, { stayId, ...arrival() }, now)
const leave = (stayId: string, now: Date) => inn.does(inn.front, checkOut, { stayId }, now)
const clean = (roomId: string, now?: Date) => inn.does(inn.front, finishCleaning, { roomId }, now)
const hour = 3_600_000

describe('003-25 check-in', () => {
  test('予約済 → 入室中: time recorded, the hour to leave set, the process told', async () => {
    const stay = await inn.book({ member, from, nights: 2 })
    await arrive(stay.stayId)
    expect(
      await inn.sql.one('select status, checked_in_at, overdue_at from order_lines where id = $1', [
        stay.stayId,
      ]),
    ).toEqual({
      status: 'in_house',
      checked_in_at: inn.noon(from).toISOString(),
      // 10:00 in Tokyo on the day of departure, and an hour of grace.
      overdue_at: `${inn.day(from + 2)}T02:00:00.000Z`,
    })
    expect(await inn.told(stay.stayId)).toEqual(['stay'])
    expect(await inn.trail(stay.stayId)).toEqual(['stay.checked_in'])
  })

  test('a guest who comes after midnight belongs to the evening before', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId, new Date(`${inn.day(from)}T19:59:59.000Z`))
    expect(await inn.status(stay.stayId)).toBe('in_house')
  })

  test('is refused: too early, too late, unpaid, twice, unknown', async () => {
    const [stay, poor] = [
      await inn.book({ member, from }),
      await inn.book({ member: await inn.guest(), from }),
    ]
    await expect(arrive(stay.stayId, inn.noon(from - 1))).rejects.toMatchObject({
      code: 'check_in_too_early',
      params: { checkIn: inn.day(from) },
    })
    await expect(arrive(stay.stayId, inn.noon(from + 1))).rejects.toMatchObject({
      params: { state: 'no_show' },
    })
    await expect(arrive(poor.stayId)).rejects.toMatchObject({ params: { state: 'pending' } })
    await arrive(stay.stayId)
    await expect(arrive(stay.stayId)).rejects.toMatchObject({ params: { state: 'in_house' } })
    await expect(arrive(PROPERTY)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('decision 16: is refused once the cancellation is approved; while it is only asked for, the guest goes in', async () => {
    const [approved, asked] = [await inn.book({ member, from }), await inn.book({ member, from })]
    await inn.decides(await inn.asks(approved))
    await inn.asks(asked)
    await expect(arrive(approved.stayId)).rejects.toMatchObject({ params: { state: 'cancelling' } })
    await arrive(asked.stayId)
  })

  test('is refused into a room that is being cleaned, and possible when it is done', async () => {
    const before = await inn.book({ member, from: from - 1, type: 'suite', count: 2 })
    const next = await inn.book({ member: await inn.guest(50_000), from, type: 'suite' })
    const room = await inn.value<string>(
      'select room_id from order_lines where id = $1',
      next.stayId,
    )
    const inTheRoom = await inn.value<string>(
      'select id from order_lines where room_id = $1 and order_id = $2',
      room,
      before.orderId,
    )
    expect(before.stayIds).toContain(inTheRoom)
    await arrive(inTheRoom, inn.noon(from - 1))
    // The first guest is still inside.
    await expect(arrive(next.stayId)).rejects.toMatchObject({ code: 'room_not_ready' })
    await leave(inTheRoom, inn.noon(from))
    await expect(arrive(next.stayId)).rejects.toMatchObject({
      code: 'room_not_ready',
      params: { state: 'cleaning' },
    })
    await clean(room)
    await arrive(next.stayId)
  })
})

describe('003-26 check-out', () => {
  test('入室中 → 清掃中: time recorded, a cleaning with its deadline, both processes told', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    const now = inn.noon(from + 1)
    await leave(stay.stayId, now)
    const cleaning = await inn.sql.one<{ id: string; due_at: string }>(
      'select id, due_at from cleanings where line_id = $1 and room_id = $2 and done_at is null',
      [stay.stayId, stay.roomId],
    )
    expect(cleaning.due_at).toBe(new Date(now.getTime() + 1.5 * hour).toISOString())
    expect(await inn.told(stay.stayId)).toEqual(['stay', 'stay'])
    expect(await inn.told(cleaning.id)).toEqual(['cleaning'])
    await expect(leave(stay.stayId, now)).rejects.toMatchObject({ params: { state: 'departed' } })
    await expect(leave(PROPERTY, now)).rejects.toMatchObject({ code: 'not_found' })
    await clean(stay.roomId)
  })

  test('early: what remains of the nights is free for others, what was slept is not', async () => {
    const stay = await inn.book({ member, from, nights: 4 })
    await arrive(stay.stayId)
    await leave(stay.stayId, inn.noon(from + 1))
    expect(
      await inn.sql.rows('select night from room_nights where line_id = $1', [stay.stayId]),
    ).toEqual([{ night: inn.day(from) }])
    await clean(stay.roomId)
    const again = await inn.book({ member, from: from + 1, nights: 3, count: 5 })
    expect(again.stayIds).toHaveLength(5)
  })

  test('of one who never arrived is refused', async () => {
    const stay = await inn.book({ member, from })
    await expect(leave(stay.stayId, inn.noon(from))).rejects.toMatchObject({
      params: { state: 'confirmed' },
    })
  })
})

describe('decision 30: cases of the house', () => {
  test('a guest who has not left is a case, once; it closes itself when he leaves', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    const due = new Date(`${inn.day(from + 1)}T02:00:00.000Z`)
    const raise = (now: Date) => inn.time(raiseOverdueDeparture, stay.stayId, now)
    await raise(new Date(due.getTime() - 1))
    expect(await inn.openCases(stay.stayId)).toEqual([])
    for (let n = 0; n < 3; n += 1) await raise(due)
    expect(await inn.openCases(stay.stayId)).toEqual(['overdue_departure'])
    expect((await inn.trail(stay.stayId)).filter((verb) => verb === 'stay.overdue')).toHaveLength(1)
    await leave(stay.stayId, due)
    expect(await inn.openCases(stay.stayId)).toEqual([])
    await raise(new Date(due.getTime() + hour))
    expect(await inn.openCases(stay.stayId)).toEqual([])
    await clean(stay.roomId)
  })

  test('a cleaning that overruns is a case, once; it closes itself when it is done', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    await leave(stay.stayId, inn.noon(from + 1))
    const id = await inn.value<string>('select id from cleanings where line_id = $1', stay.stayId)
    const due = new Date(inn.noon(from + 1).getTime() + 1.5 * hour)
    await inn.time(raiseCleaningOverrun, id, new Date(due.getTime() - 1))
    expect(await inn.openCases(id)).toEqual([])
    for (let n = 0; n < 3; n += 1) await inn.time(raiseCleaningOverrun, id, due)
    expect(await inn.openCases(id)).toEqual(['cleaning_overrun'])
    const overran = (await inn.trail(stay.roomId)).filter(
      (verb) => verb === 'room.cleaning_overran',
    )
    expect(overran).toHaveLength(1)
    await clean(stay.roomId)
    expect(await inn.openCases(id)).toEqual([])
    await inn.time(raiseCleaningOverrun, id, due)
    expect(await inn.openCases(id)).toEqual([])
  })

  test('reading 4: a room that is clean cannot be finished again', async () => {
    const stay = await inn.book({ member, from })
    await expect(clean(stay.roomId)).rejects.toMatchObject({ params: { state: 'clean' } })
    await expect(clean(PROPERTY)).rejects.toMatchObject({ code: 'not_found' })
  })
})
