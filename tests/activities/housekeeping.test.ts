import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { assignRooms } from '../../activities/housekeeping/assign-rooms.ts'
import {
  putIntoMaintenance,
  resolveProblem,
} from '../../activities/housekeeping/close-room-problem.ts'
import { completeCleaning } from '../../activities/housekeeping/complete-cleaning.ts'
import { passInspection, sendBackCleaning } from '../../activities/housekeeping/inspect-cleaning.ts'
import { putBackCleaning } from '../../activities/housekeeping/put-back-cleaning.ts'
import { raiseCleaningNotBegun } from '../../activities/housekeeping/raise-cleaning-not-begun.ts'
import { raiseCleaningOverrun } from '../../activities/housekeeping/raise-cleaning-overrun.ts'
import { reopenCleaning } from '../../activities/housekeeping/reopen-cleaning.ts'
import { reportRoomProblem } from '../../activities/housekeeping/report-room-problem.ts'
import { requestCleaning } from '../../activities/housekeeping/request-cleaning.ts'
import { startCleaning } from '../../activities/housekeeping/start-cleaning.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { housekeepingRows } from '../../db/housekeeping/housekeeping-query.ts'
import { readCleaningLife } from '../../db/platform/process-life.ts'
import { nextCleaningStep } from '../../domain/housekeeping/cleaning-life.ts'
import type { StaffActor } from '../../domain/platform/actor.ts'
import { arrival } from '../support/arrival.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let cleaner: StaffActor
let helper: StaffActor
let from = 5
const minute = 60_000

beforeAll(async () => {
  inn = await openInn()
  cleaner = await inn.hire('cleaner', 'housekeeping')
  helper = await inn.hire('helper', 'housekeeping')
  await inn.owner.query(
    `insert into staff_roles (staff_id, property_id, role) select unnest($1::uuid[]), $2, 'housekeeping'`,
    [[cleaner.id, helper.id], PROPERTY],
  )
}, 60_000)
afterAll(() => inn.stop())
beforeEach(() => {
  from += 6
})
afterEach(async () => {
  await inspection(false)
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const inspection = (on: boolean) =>
  inn.owner.query('update properties set inspection_required = $2 where id = $1', [PROPERTY, on])
const state = (id: string) => inn.value<string>('select state from cleanings where id = $1', id)
/** What the room's trail says of this cleaning. */
const trail = async (id: string) =>
  (
    await inn.sql.rows<{ verb: string }>(
      "select verb from audit_events where after ->> 'cleaningId' = $1 and verb like 'room.%' order by id",
      [id],
    )
  ).map(({ verb }) => verb)
const next = async (id: string) => {
  const facts = await readCleaningLife(inn.sql, id)
  return facts && nextCleaningStep(facts)
}

/** A guest has left at noon: the room, the moment, the cleaning. */
async function left() {
  const stay = await inn.book({ member: await inn.guest(100_000), from })
  await inn.does(inn.front, checkIn, { stayId: stay.stayId, ...arrival() }, inn.noon(from))
  const now = inn.noon(from + 1)
  await inn.does(inn.front, checkOut, { stayId: stay.stayId }, now)
  const id = await inn.value<string>('select id from cleanings where line_id = $1', stay.stayId)
  const later = (minutes: number) => new Date(now.getTime() + minutes * minute)
  return { ...stay, id, now, later }
}
type Left = Awaited<ReturnType<typeof left>>

const start = (one: Left, who = cleaner, now = one.later(5)) =>
  inn.does(who, startCleaning, { cleaningId: one.id }, now)
const finish = (one: Left, who = cleaner, now = one.later(40)) =>
  inn.does(who, completeCleaning, { cleaningId: one.id }, now)

describe('003-26 a cleaning in steps', () => {
  test('清掃中 → 空室: begun and finished, by whom and when, each in the room’s trail', async () => {
    const one = await left()
    expect(await state(one.id)).toBe('waiting')
    await start(one)
    expect(await state(one.id)).toBe('begun')
    await finish(one)
    expect(
      await inn.sql.one(
        'select state, assigned_to, begun_by, finished_by, done_by, done_at = finished_at as at_once from cleanings where id = $1',
        [one.id],
      ),
    ).toEqual({
      state: 'done',
      assigned_to: cleaner.id,
      begun_by: cleaner.id,
      finished_by: cleaner.id,
      done_by: cleaner.id,
      at_once: true,
    })
    expect(await trail(one.id)).toEqual(['room.cleaning_begun', 'room.cleaned'])
    expect(await inn.told(one.id)).toEqual(['cleaning', 'cleaning', 'cleaning'])
  })

  test('impossible moves are refused with what is possible instead, and write nothing', async () => {
    const one = await left()
    await expect(
      inn.does(helper, passInspection, { cleaningId: one.id }, one.now),
    ).rejects.toMatchObject({
      code: 'state_conflict',
      params: { state: 'waiting' },
      allowedActions: ['start', 'finish'],
    })
    await start(one)
    await expect(
      inn.does(cleaner, sendBackCleaning, { cleaningId: one.id, reason: 'x' }, one.now),
    ).rejects.toMatchObject({ allowedActions: ['finish', 'put_back'] })
    await expect(start(one)).rejects.toMatchObject({ code: 'state_conflict' })
    await expect(inn.does(cleaner, startCleaning, { cleaningId: PROPERTY })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await trail(one.id)).toEqual(['room.cleaning_begun'])
  })

  test('two begin at once: one has it, the other hears that it is taken, and nobody’s name', async () => {
    const one = await left()
    const answers = await Promise.allSettled([start(one, cleaner), start(one, helper)])
    const lost = answers.filter((answer) => answer.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toMatchObject({ code: 'cleaning_taken', params: {} })
    expect((await trail(one.id)).filter((verb) => verb === 'room.cleaning_begun')).toHaveLength(1)
  })

  test('what was pressed by mistake is taken back: begun, and done', async () => {
    const one = await left()
    await start(one)
    await inn.does(cleaner, putBackCleaning, { cleaningId: one.id }, one.later(6))
    expect(await state(one.id)).toBe('waiting')
    await finish(one)
    const { cleaningId } = await inn.does(
      cleaner,
      reopenCleaning,
      { cleaningId: one.id },
      one.later(41),
    )
    expect(cleaningId).not.toBe(one.id)
    expect(await state(cleaningId)).toBe('begun')
    expect(await inn.told(cleaningId)).toEqual(['cleaning'])
  })

  test('a room somebody has gone into is not reopened', async () => {
    const one = await left()
    await finish(one)
    const tonight = await inn.book({ member: await inn.guest(500_000), from: from + 1, count: 5 })
    const stayId = await inn.value<string>(
      'select id from order_lines where room_id = $1 and order_id = $2',
      one.roomId,
      tonight.orderId,
    )
    await inn.does(inn.front, checkIn, { stayId, ...arrival() }, one.later(60))
    await expect(
      inn.does(cleaner, reopenCleaning, { cleaningId: one.id }, one.later(61)),
    ).rejects.toMatchObject({ code: 'state_conflict', allowedActions: [] })
  })
})

describe('003-04 inspection', () => {
  test('where it is wanted the room stays 清掃中 until a second person has passed it', async () => {
    await inspection(true)
    const one = await left()
    await finish(one)
    expect(await state(one.id)).toBe('to_inspect')
    const pass = (who: StaffActor) =>
      inn.does(who, passInspection, { cleaningId: one.id }, one.later(50))
    await expect(pass(cleaner)).rejects.toMatchObject({ code: 'own_cleaning' })
    expect(await state(one.id)).toBe('to_inspect')
    await pass(helper)
    expect(await state(one.id)).toBe('done')
  })

  test('sent back it waits for the same person, with the reason, new deadlines, and is watched anew', async () => {
    await inspection(true)
    const one = await left()
    await finish(one)
    await inn.time(raiseCleaningOverrun, one.id, one.later(90))
    expect(await inn.openCases(one.id)).toEqual(['cleaning_overrun'])
    expect(await next(one.id)).toEqual({ kind: 'wait' })
    await inn.does(
      helper,
      sendBackCleaning,
      { cleaningId: one.id, reason: '鏡に水あと' },
      one.later(100),
    )
    expect(await inn.openCases(one.id)).toEqual([])
    expect(
      await inn.sql.one(
        'select state, assigned_to, sent_back_reason, due_at from cleanings where id = $1',
        [one.id],
      ),
    ).toEqual({
      state: 'waiting',
      assigned_to: cleaner.id,
      sent_back_reason: '鏡に水あと',
      due_at: one.later(190).toISOString(),
    })
    expect(await next(one.id)).toEqual({
      kind: 'at',
      at: one.later(145).toISOString(),
      step: 'raiseNotBegun',
    })
    await start(one, cleaner, one.later(110))
    await inn.time(raiseCleaningOverrun, one.id, one.later(191))
    expect(await inn.openCases(one.id)).toEqual(['cleaning_overrun'])
    await finish(one, cleaner, one.later(200))
    await inn.does(helper, passInspection, { cleaningId: one.id }, one.later(201))
    expect(await inn.openCases(one.id)).toEqual([])
  })
})

test('decision 30: a cleaning nobody begins is a case, once; beginning cures it', async () => {
  const one = await left()
  const raise = (now: Date) => inn.time(raiseCleaningNotBegun, one.id, now)
  await raise(new Date(one.later(45).getTime() - 1))
  expect(await inn.openCases(one.id)).toEqual([])
  for (let n = 0; n < 3; n += 1) await raise(one.later(45))
  expect(await inn.openCases(one.id)).toEqual(['cleaning_not_begun'])
  expect(await next(one.id)).toMatchObject({ step: 'raiseOverrun' })
  await start(one, cleaner, one.later(50))
  expect(await inn.openCases(one.id)).toEqual([])
})

describe('003-03 asked for by the desk', () => {
  test('an empty room is 清掃中 until it is done; a second wish is refused', async () => {
    const roomId = await inn.value<string>(
      "select id from rooms where number = '203' and property_id = $1",
      PROPERTY,
    )
    const ask = () =>
      inn.does(inn.front, requestCleaning, { roomId, note: '布団も' }, inn.noon(from))
    const { cleaningId } = await ask()
    expect(await inn.value('select kind from cleanings where id = $1', cleaningId)).toBe('extra')
    await expect(ask()).rejects.toMatchObject({ code: 'state_conflict' })
    await expect(
      inn.does(inn.front, requestCleaning, { roomId: PROPERTY, note: null }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a room somebody lives in: when the guest leaves first, it becomes the cleaning after him', async () => {
    const stay = await inn.book({ member: await inn.guest(100_000), from })
    await inn.does(inn.front, checkIn, { stayId: stay.stayId, ...arrival() }, inn.noon(from))
    const { cleaningId } = await inn.does(
      inn.front,
      requestCleaning,
      { roomId: stay.roomId, note: null },
      inn.noon(from),
    )
    await inn.does(cleaner, startCleaning, { cleaningId }, inn.noon(from))
    await inn.does(inn.front, checkOut, { stayId: stay.stayId }, inn.noon(from + 1))
    expect(
      await inn.sql.rows(
        'select id, kind, state, assigned_to from cleanings where room_id = $1 and done_at is null',
        [stay.roomId],
      ),
    ).toEqual([{ id: cleaningId, kind: 'departure', state: 'waiting', assigned_to: cleaner.id }])
  })
})

describe('003-26 rooms are given out', () => {
  const give = (roomIds: string[], staffId: string | null, date: string, now: Date) =>
    inn.does(inn.front, assignRooms, { propertyId: PROPERTY, date, roomIds, staffId }, now)

  test('several at once, while guests are still in them: the cleaning is theirs as soon as it opens', async () => {
    const stay = await inn.book({ member: await inn.guest(100_000), from, count: 2 })
    const rooms = await inn.sql.rows<{ room_id: string; id: string }>(
      'select room_id, id from order_lines where order_id = $1 order by id',
      [stay.orderId],
    )
    for (const { id } of rooms)
      await inn.does(inn.front, checkIn, { stayId: id, ...arrival() }, inn.noon(from))
    const now = inn.noon(from + 1)
    await give(
      rooms.map((one) => one.room_id),
      cleaner.id,
      inn.day(from + 1),
      now,
    )
    const before = await housekeepingRows(inn.sql, PROPERTY, inn.day(from + 1), true)
    expect(before.filter((room) => room.plannedFor === cleaner.id)).toMatchObject([
      { leavingGuests: 1, arrivingGuests: null },
      { leavingGuests: 1, arrivingGuests: null },
    ])
    for (const { id } of rooms) await inn.does(inn.front, checkOut, { stayId: id }, now)
    const assigned = () =>
      inn.sql.rows('select distinct assigned_to from cleanings where done_at is null')
    expect(await assigned()).toEqual([{ assigned_to: cleaner.id }])
    await give(
      rooms.map((one) => one.room_id),
      helper.id,
      inn.day(from + 1),
      now,
    )
    expect(await assigned()).toEqual([{ assigned_to: helper.id }])
    await give(
      rooms.map((one) => one.room_id),
      null,
      inn.day(from + 1),
      now,
    )
    expect(await assigned()).toEqual([{ assigned_to: null }])
  })

  test('not to somebody who does not clean here, not for yesterday, not a room of another house', async () => {
    const roomId = await inn.value<string>(
      "select id from rooms where number = '201' and property_id = $1",
      PROPERTY,
    )
    const now = inn.noon(from)
    const accountant = await inn.hire(`accountant-${from}`, 'accounting')
    await expect(give([roomId], accountant.id, inn.day(from), now)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(give([roomId], cleaner.id, inn.day(from - 1), now)).rejects.toMatchObject({
      params: { state: 'past' },
    })
    await expect(give([roomId, PROPERTY], cleaner.id, inn.day(from), now)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(
      await inn.value('select count(*)::int from room_cleaners where room_id = $1', roomId),
    ).toBe(0)
  })
})

describe('003-05 what was found in a room', () => {
  const report = async (roomId: string) =>
    inn.does(cleaner, reportRoomProblem, { roomId, report: '水漏れ' }, inn.noon(from))

  test('is a case until somebody says that it is mended', async () => {
    const roomId = await inn.value<string>(
      "select id from rooms where number = '202' and property_id = $1",
      PROPERTY,
    )
    const { problemId } = await report(roomId)
    expect(await inn.openCases(problemId)).toEqual(['room_problem'])
    const resolve = () =>
      inn.does(inn.front, resolveProblem, { problemId, note: 'パッキン交換' }, inn.noon(from))
    await resolve()
    expect(await inn.openCases(problemId)).toEqual([])
    await expect(resolve()).rejects.toMatchObject({
      code: 'state_conflict',
      params: { state: 'resolved' },
      allowedActions: [],
    })
  })

  test('takes the room out of use from tonight by one command, and touches nothing that is sold', async () => {
    const sold = await inn.book({ member: await inn.guest(100_000), from: from + 1 })
    const { problemId } = await report(sold.roomId)
    const put = (nights: number) =>
      inn.does(inn.manager, putIntoMaintenance, { problemId, nights }, inn.noon(from))
    await expect(put(2)).rejects.toMatchObject({ code: 'room_sold' })
    expect(await inn.openCases(problemId)).toEqual(['room_problem'])
    const { blockId } = await put(1)
    expect(
      await inn.sql.one(
        'select kind, reason, from_night, until_night from room_blocks where id = $1',
        [blockId],
      ),
    ).toEqual({
      kind: 'maintenance',
      reason: '水漏れ',
      from_night: inn.day(from),
      until_night: inn.day(from),
    })
    expect(await inn.openCases(problemId)).toEqual([])
  })
})
