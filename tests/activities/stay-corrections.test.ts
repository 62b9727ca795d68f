import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { checkOut, checkOutOrder } from '../../activities/lodging/check-out.ts'
import { correctTimes } from '../../activities/lodging/correct-times.ts'
import { raiseOverdueDeparture } from '../../activities/lodging/raise-overdue-departure.ts'
import { undoCheckIn } from '../../activities/lodging/undo-check-in.ts'
import { undoCheckOut } from '../../activities/lodging/undo-check-out.ts'
import { dueProcesses, openProcesses, readStayLife } from '../../db/platform/process-life.ts'
import type { StaffActor } from '../../domain/platform/actor.ts'
import { arrival } from '../support/arrival.ts'
import { overlapped, command } from './support/overlap.ts'
import { type Inn, openInn } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let member: string
let from = 5
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

const minute = 60_000
const later = (base: Date, ms: number) => new Date(base.getTime() + ms)
const arrive = (stayId: string, now = inn.noon(from)) =>
  inn.does(inn.front, checkIn, { ...arrival(), stayId }, now)
const leave = (stayId: string, now: Date) => inn.does(inn.front, checkOut, { stayId }, now)
const reason = '部屋を取り違えた'
const unArrive = (stayId: string, actor: StaffActor, now: Date) =>
  inn.does(actor, undoCheckIn, { stayId, reason }, now)
const unLeave = (stayId: string, actor: StaffActor, now: Date) =>
  inn.does(actor, undoCheckOut, { stayId, reason }, now)
const times = (stayId: string) =>
  inn.sql.one<{ in: string | null; out: string | null }>(
    'select checked_in_at as in, checked_out_at as out from order_lines where id = $1',
    [stayId],
  )

describe('003-25 a wrong check-in is taken back', () => {
  test('入室中 → 予約済: the register is withdrawn, the time stays in the trail, the guest may come again', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    await unArrive(stay.stayId, inn.front, later(inn.noon(from), 29 * minute))
    expect(await inn.status(stay.stayId)).toBe('confirmed')
    expect(await times(stay.stayId)).toEqual({ in: null, out: null })
    expect(
      await inn.value(
        'select bool_and(withdrawn_at is not null) from guest_entries where line_id = $1',
        stay.stayId,
      ),
    ).toBe(true)
    const written = await inn.sql.one<{ before: { checkedInAt: string }; reason: string }>(
      "select before, reason from audit_events where subject_id = $1 and verb = 'stay.check_in_undone'",
      [stay.stayId],
    )
    expect(written).toMatchObject({ before: { checkedInAt: inn.noon(from).toISOString() }, reason })
    await arrive(stay.stayId)
    expect(await inn.told(stay.stayId)).toEqual(['stay', 'stay', 'stay'])
  })

  test('by the front within minutes, by the manager also later, by nobody once its night is earned', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    const late = later(inn.noon(from), 31 * minute)
    await expect(unArrive(stay.stayId, inn.front, late)).rejects.toMatchObject({
      code: 'correction_too_late',
      params: { minutes: 30 },
    })
    await inn.owner.query(
      `insert into recognised_nights (line_id, night, business_day_id, amount)
       select l.id, l.check_in, d.id, 1 from order_lines l join business_days d on d.property_id = l.property_id
       where l.id = $1 limit 1`,
      [stay.stayId],
    )
    await expect(unArrive(stay.stayId, inn.manager, late)).rejects.toMatchObject({
      params: { state: 'day closed' },
    })
    await inn.owner.query('delete from recognised_nights where line_id = $1', [stay.stayId])
    await unArrive(stay.stayId, inn.manager, late)
    await expect(unArrive(stay.stayId, inn.manager, late)).rejects.toMatchObject({
      params: { state: 'confirmed' },
    })
  })
})

describe('003-26 a wrong check-out is taken back', () => {
  test('清掃中 → 入室中: its nights are its own again, the cleaning is withdrawn, both processes told', async () => {
    const stay = await inn.book({ member, from, nights: 3 })
    await arrive(stay.stayId)
    const now = inn.noon(from + 1)
    await leave(stay.stayId, now)
    expect(await inn.nightsOf(stay.stayId)).toBe(1)
    await unLeave(stay.stayId, inn.front, later(now, minute))
    expect(await inn.status(stay.stayId)).toBe('in_house')
    expect(await inn.nightsOf(stay.stayId)).toBe(3)
    expect(await times(stay.stayId)).toEqual({ in: inn.noon(from).toISOString(), out: null })
    const cleaning = await inn.sql.one<{ id: string; withdrawn_at: string; done_at: string }>(
      'select id, withdrawn_at, done_at from cleanings where line_id = $1',
      [stay.stayId],
    )
    expect(cleaning.withdrawn_at).toBe(cleaning.done_at)
    expect(await inn.told(cleaning.id)).toEqual(['cleaning', 'cleaning'])
    expect((await inn.told(stay.stayId)).length).toBe(3)
    await leave(stay.stayId, later(now, 2 * minute))
    expect(await inn.status(stay.stayId)).toBe('departed')
  })

  test('not when somebody took the freed nights meanwhile: told whose order it is, nothing moves', async () => {
    const stay = await inn.book({ member, from, nights: 3, type: 'suite' })
    await inn.book({ member, from, nights: 3, type: 'suite' })
    await arrive(stay.stayId)
    const now = inn.noon(from + 1)
    await leave(stay.stayId, now)
    const next = await inn.book({
      member: await inn.guest(90_000),
      from: from + 1,
      type: 'suite',
      now,
    })
    expect(next.roomId).toBe(stay.roomId)
    const number = await inn.value<string>('select number from orders where id = $1', next.orderId)
    await expect(unLeave(stay.stayId, inn.manager, now)).rejects.toMatchObject({
      code: 'room_taken',
      params: { holder: number },
    })
    expect(await inn.status(stay.stayId)).toBe('departed')
    expect(await inn.nightsOf(stay.stayId)).toBe(1)
  })

  test('nor the day after it should have left, nor by the front much later', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    const now = inn.noon(from + 1)
    await leave(stay.stayId, now)
    await expect(unLeave(stay.stayId, inn.front, later(now, 31 * minute))).rejects.toMatchObject({
      code: 'correction_too_late',
    })
    await expect(unLeave(stay.stayId, inn.manager, inn.noon(from + 2))).rejects.toMatchObject({
      params: { state: 'stay over' },
    })
    await unLeave(stay.stayId, inn.manager, later(now, 31 * minute))
  })

  test('two who undo it at the same moment: one does', async () => {
    const stay = await inn.book({ member, from, nights: 2 })
    await arrive(stay.stayId)
    const now = inn.noon(from + 1)
    await leave(stay.stayId, now)
    const undo = command(inn.manager, undoCheckOut, { stayId: stay.stayId, reason }, now)
    expect(await overlapped(inn, undo, undo)).toEqual(['done', 'state_conflict'])
    expect(await inn.nightsOf(stay.stayId)).toBe(2)
  })

  test('decision 30: whoever overstays after it is raised anew', async () => {
    const stay = await inn.book({ member, from })
    await arrive(stay.stayId)
    const due = new Date(`${inn.day(from + 1)}T02:00:00.000Z`)
    await inn.time(raiseOverdueDeparture, stay.stayId, due)
    await leave(stay.stayId, later(due, minute))
    expect(await inn.openCases(stay.stayId)).toEqual([])
    await unLeave(stay.stayId, inn.front, later(due, 2 * minute))
    expect(await readStayLife(inn.sql, stay.stayId)).toMatchObject({ overdueRaised: false })
    const open = await openProcesses(inn.sql, null, 500)
    expect(open.map((one) => one.id)).toContain(stay.stayId)
    const overdue = await dueProcesses(inn.sql, later(due, 2 * minute), 500)
    expect(overdue.map((one) => one.id)).toContain(stay.stayId)
    await inn.time(raiseOverdueDeparture, stay.stayId, later(due, 3 * minute))
    expect(await inn.openCases(stay.stayId)).toEqual(['overdue_departure'])
    expect(await readStayLife(inn.sql, stay.stayId)).toMatchObject({ overdueRaised: true })
  })
})

describe('decision 9: recorded times are put right without touching the state', () => {
  test('with a reason, within what is possible, before and after in the trail', async () => {
    const stay = await inn.book({ member, from, now: inn.noon(from - 1) })
    await arrive(stay.stayId)
    const now = later(inn.noon(from), 20 * minute)
    const correct = (input: object, actor = inn.front) =>
      inn.does(actor, correctTimes, { stayId: stay.stayId, reason, ...input }, now)
    const at = (ms: number) => later(inn.noon(from), ms).toISOString()
    await expect(correct({ checkedInAt: at(21 * minute) })).rejects.toMatchObject({
      code: 'time_impossible',
    })
    await expect(correct({ checkedInAt: at(-25 * 60 * minute) })).rejects.toMatchObject({
      code: 'time_impossible',
    })
    await expect(correct({ checkedOutAt: at(minute) })).rejects.toMatchObject({
      params: { state: 'in_house' },
    })
    await correct({ checkedInAt: at(-90 * minute) })
    expect(await inn.status(stay.stayId)).toBe('in_house')
    expect(await times(stay.stayId)).toEqual({ in: at(-90 * minute), out: null })

    await leave(stay.stayId, later(inn.noon(from), 15 * minute))
    await expect(correct({ checkedOutAt: at(-90 * minute) })).rejects.toMatchObject({
      code: 'time_impossible',
    })
    await correct({ checkedInAt: at(0), checkedOutAt: at(10 * minute) })
    expect(await times(stay.stayId)).toEqual({ in: at(0), out: at(10 * minute) })
    expect(await inn.status(stay.stayId)).toBe('departed')
    const trail = await inn.sql.rows<{ before: object }>(
      "select before from audit_events where subject_id = $1 and verb = 'stay.times_corrected' order by id",
      [stay.stayId],
    )
    expect(trail.map((row) => row.before)).toEqual([
      { checkedInAt: at(0), checkedOutAt: null },
      { checkedInAt: at(-90 * minute), checkedOutAt: at(15 * minute) },
    ])
  })

  test('of one who never came there is nothing to correct', async () => {
    const stay = await inn.book({ member, from })
    const input = { stayId: stay.stayId, checkedInAt: inn.noon(from).toISOString(), reason }
    await expect(inn.does(inn.manager, correctTimes, input, inn.noon(from))).rejects.toMatchObject({
      params: { state: 'confirmed' },
    })
  })
})

test('003-26 a group leaves in one go, and one by one is still possible', async () => {
  const group = await inn.book({ member, from, count: 3 })
  for (const stayId of group.stayIds) await arrive(stayId)
  const now = inn.noon(from + 1)
  await leave(group.stayIds[0] ?? '', now)
  await inn.does(inn.front, checkOutOrder, { orderId: group.orderId }, now)
  expect(await inn.orderStatus(group.orderId)).toBe('departed')
  expect(
    await inn.value(
      'select count(*)::int from cleanings where line_id = any($1::uuid[]) and done_at is null',
      group.stayIds,
    ),
  ).toBe(3)
  await expect(
    inn.does(inn.front, checkOutOrder, { orderId: group.orderId }, now),
  ).rejects.toMatchObject({ params: { state: 'nobody in house' } })
})
