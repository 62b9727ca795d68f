import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { blockRoom } from '../../activities/lodging/block-room.ts'
import { changeBlock } from '../../activities/lodging/change-block.ts'
import { endBlockInTime } from '../../activities/lodging/end-block.ts'
import { releaseBlock } from '../../activities/lodging/release-room.ts'
import { warnBlockEnding } from '../../activities/lodging/warn-block-ending.ts'
import { dueProcesses } from '../../db/platform/process-life.ts'
import { createRoom } from '../../activities/lodging/rooms.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let room: string
let numbers = 900
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  numbers += 1
  const facts = { propertyId: PROPERTY, number: String(numbers), floor: 9 }
  const roomTypeId = await inn.roomType('twin')
  room = (await inn.does(inn.manager, createRoom, { ...facts, roomTypeId })).roomId
})
afterEach(async () => expect(await unsound(inn)).toEqual([]))

/** Five in the morning in Tokyo, when the house's day begins. */
const morning = (n: number) => new Date(`${inn.day(n - 1)}T20:00:00.000Z`)
const soonAfter = (moment: Date) => new Date(moment.getTime() + 60_000)

const block = async (from: number, until: number) => {
  const nights = { fromNight: inn.day(from), untilNight: inn.day(until) }
  const wish = { roomId: room, kind: 'maintenance' as const, ...nights, reason: '畳替え' }
  return (await inn.does(inn.manager, blockRoom, wish)).blockId
}
const change = (id: string, until: number, version = 1, now?: Date) =>
  inn.does(
    inn.manager,
    changeBlock,
    { id, version, untilNight: inn.day(until), reason: '部品待ち' },
    now,
  )
const nightsOf = (id: string) =>
  inn.value<string[]>(
    'select array_agg(night::text order by night) from room_nights where block_id = $1',
    id,
  )
const rowOf = (id: string) =>
  inn.sql.one<{ warn: string | null; release: string; released: string | null }>(
    'select warn_at as warn, release_at as release, released_at as released from room_blocks where id = $1',
    [id],
  )
const openCases = () =>
  inn.value<number>(
    "select count(*)::int from cases where kind = 'block_ending' and subject_id = $1 and closed_at is null",
    room,
  )

describe('003-05 a block', () => {
  test('knows when it warns and when it ends: a day before, and when the day after its last night begins', async () => {
    const id = await block(5, 7)
    expect(await rowOf(id)).toEqual({
      warn: morning(7).toISOString(),
      release: morning(8).toISOString(),
      released: null,
    })
    const due = await dueProcesses(inn.sql, morning(7), 100)
    expect(due).toContainEqual({ process: 'block', id, dueAt: morning(7).toISOString() })
  })

  test('warns once, and ends by itself when its last night is over; the nights behind it stay', async () => {
    const id = await block(5, 7)
    await inn.time(warnBlockEnding, id, new Date(morning(7).getTime() - 60_000))
    expect(await openCases()).toBe(0)
    await inn.time(warnBlockEnding, id, soonAfter(morning(7)))
    await inn.time(warnBlockEnding, id, soonAfter(morning(7)))
    expect(await openCases()).toBe(1)
    await inn.time(endBlockInTime, id, soonAfter(morning(7)))
    expect((await rowOf(id)).released).toBeNull()
    await inn.time(endBlockInTime, id, soonAfter(morning(8)))
    expect((await rowOf(id)).released).toBe(soonAfter(morning(8)).toISOString())
    expect(await openCases()).toBe(0)
    expect(await nightsOf(id)).toHaveLength(3)
  })

  test('for tonight alone is not warned of: who made it knows', async () => {
    expect((await rowOf(await block(0, 0))).warn).toBeNull()
  })

  test('of a property that wants no warning, or an earlier one', async () => {
    const warn = async (days: number) => {
      await inn.owner.query('update properties set block_warning_days = $1', [days])
      const id = await block(5, 7)
      await inn.does(inn.manager, releaseBlock, { id, reason: '済' })
      return (await rowOf(id)).warn
    }
    expect(await warn(0)).toBeNull()
    expect(await warn(3)).toBe(morning(5).toISOString())
    await warn(1)
  })
})

describe('003-05 the end of a block', () => {
  test('moves on: more nights are taken, and the house is warned anew', async () => {
    const id = await block(5, 7)
    await inn.time(warnBlockEnding, id, soonAfter(morning(7)))
    await change(id, 9, 1, soonAfter(morning(7)))
    expect(await nightsOf(id)).toHaveLength(5)
    expect(await openCases()).toBe(0)
    expect(await rowOf(id)).toMatchObject({ release: morning(10).toISOString() })
    await inn.time(warnBlockEnding, id, soonAfter(morning(9)))
    expect(await openCases()).toBe(1)
  })

  test('moves back: the nights are sold again', async () => {
    const id = await block(5, 9)
    await change(id, 6)
    expect(await nightsOf(id)).toEqual([inn.day(5), inn.day(6)])
  })

  test('does not move over sold nights or another block, into the past, before its beginning, or twice from one screen', async () => {
    const id = await block(5, 6)
    const later = await block(9, 9)
    await expect(change(id, 9)).rejects.toMatchObject({
      code: 'state_conflict',
      params: { state: 'maintenance' },
    })
    await expect(change(id, 4)).rejects.toMatchObject({ code: 'dates_impossible' })
    await expect(change(id, 5, 1, inn.noon(6))).rejects.toMatchObject({ code: 'dates_impossible' })
    await expect(change(id, 7, 2)).rejects.toMatchObject({ code: 'version_mismatch' })
    await inn.does(inn.manager, releaseBlock, { id: later, reason: '済' })
    await expect(change(later, 10, 2)).rejects.toMatchObject({
      code: 'state_conflict',
      params: { state: 'released' },
      allowedActions: ['block'],
    })
    expect(await nightsOf(id)).toHaveLength(2)
  })

  test('comes once: releasing and time together free the room one time', async () => {
    const id = await block(5, 7)
    const at = soonAfter(morning(8))
    await Promise.allSettled([
      inn.does(inn.manager, releaseBlock, { id, reason: '済' }, at),
      inn.time(endBlockInTime, id, at),
    ])
    expect(
      await inn.value(
        `select count(*)::int from audit_events where verb in ('room.released', 'room.block_ended') and subject_id = $1`,
        room,
      ),
    ).toBe(1)
  })
})
