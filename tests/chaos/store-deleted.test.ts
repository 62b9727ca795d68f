import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { reconcileProcesses } from '../../activities/platform/reconcile-processes.ts'
import { walkClock } from '../../activities/platform/walk-clock.ts'
import { privateTemporal, type PrivateTemporal } from '../support/private-temporal.ts'
import { eventually } from '../workflows/support/rig.ts'
import { type Crew, startCrew } from './support/crew.ts'
import { DAY, HOUR, type Inn, openInn } from './support/inn.ts'

/**
 * B-19: every process at every step it can be at, some of them changed while Temporal is down; then
 * Temporal is killed, its store deleted, and it starts empty. What follows must be as if nothing had
 * happened: each thing once, at its own time.
 */
const CLOSE = 5_000

let temporal: PrivateTemporal
let inn: Inn
let crew: Crew
let story: Awaited<ReturnType<typeof tell>>

beforeAll(async () => {
  temporal = await privateTemporal()
  ;[inn] = await Promise.all([openInn(), temporal.start()])
  crew = await startCrew(inn, temporal.address)
  story = await tell()
}, 120_000)
afterAll(async () => {
  await crew?.stop()
  await inn?.close()
  await temporal?.close()
}, 30_000)

const walk = async (to: number) => {
  const trip = await walkClock(inn.house, {
    to: new Date(to),
    actor: inn.manager,
    requestId: randomUUID(),
  })
  expect(trip.late).toEqual([])
}
const now = async () => (await inn.now()).getTime()
/** The next time it is this hour in Japan, which keeps no summer time. */
const nextHour = (from: number, hour: number) => {
  const inJapan = from + 9 * HOUR
  const midnight = inJapan - (inJapan % DAY)
  const found = midnight + hour * HOUR - 9 * HOUR
  return found > from ? found : found + DAY
}
const departs = async (stayId: string) => {
  await inn.does(inn.clerk, checkOut, { stayId })
  const { id, room_id } = await inn.house.database.sql.one<{ id: string; room_id: string }>(
    'select id, room_id from cleanings where line_id = $1',
    [stayId],
  )
  return { cleaningId: id, roomId: room_id }
}

function people() {
  const unpaid = async () => {
    const memberId = await inn.person()
    return { memberId, ...(await inn.books(memberId)) }
  }
  const cancelling = async () => {
    const order = await inn.booksAndPays()
    return { ...order, requestId: await inn.asksToCancel(order) }
  }
  return { unpaid, cancelling }
}

async function tell() {
  const { unpaid, cancelling } = people()
  await walk(nextHour(await now(), 15))
  const reminded = await unpaid()
  const overdue = await cancelling()
  const approvedLate = await cancelling()
  const lateGuest = await inn.arrives('suite')
  const slowGuest = await inn.arrives('suite')
  const slowRoom = await departs(slowGuest)
  // Noon of the next day: the reminder, the deadline of the request, 11:00 and the cleaning have passed.
  await walk(nextHour(await now(), 12))

  const fresh = await unpaid()
  const paidWhileDown = await unpaid()
  const request = await cancelling()
  const approvedWhileDown = await cancelling()
  const rejectedWhileDown = await cancelling()
  const [guest, second, third] = [await inn.arrives(), await inn.arrives(), await inn.arrives()]
  const room = await departs(second)
  const cleanedWhileDown = await departs(third)
  await eventually(inn.undelivered, (left) => left === 0)

  await temporal.kill()
  temporal.deleteStore()
  const placedWhileDown = await unpaid()
  await inn.pays(paidWhileDown.memberId)
  await inn.decides(approvedWhileDown.requestId)
  await inn.decides(rejectedWhileDown.requestId, 'reject')
  await inn.decides(approvedLate.requestId)
  await inn.does(inn.clerk, finishCleaning, { roomId: cleanedWhileDown.roomId })
  const beforeReturn = {
    settled: await inn.requestStatus(approvedWhileDown.requestId),
    held: await inn.nightsHeld(approvedWhileDown.stayId),
  }
  await temporal.start()
  await eventually(inn.undelivered, (left) => left === 0)
  await eventually(
    () => inn.requestStatus(approvedWhileDown.requestId),
    (status) => status === 'settled',
  )
  // Again, as a nightly run would: nothing may come of it.
  const again = await reconcileProcesses(inn.house, crew.processes)

  await walk((await now()) + 2 * DAY)
  // And every message that was ever told, once more.
  await inn.forgetDeliveries()
  await eventually(inn.undelivered, (left) => left === 0)
  const told = { reminded, overdue, approvedLate, lateGuest, slowRoom, fresh, paidWhileDown }
  return Object.assign(told, {
    request,
    approvedWhileDown,
    rejectedWhileDown,
    guest,
    room,
    cleanedWhileDown,
    placedWhileDown,
    beforeReturn,
    again,
  })
}

const deadlines = (orderId: string) =>
  inn.house.database.sql.one<{ remind_at: string; pay_by: string }>(
    'select remind_at, pay_by from orders where id = $1',
    [orderId],
  )

test('while Temporal is down the desk works on, and only the effects wait', () => {
  expect(story.beforeReturn).toEqual({ settled: 'approved', held: 1 })
})

test('whatever is open by the books runs again, and a second look finds nothing to do', () => {
  const { open, running, started, revived, endedEarly } = story.again
  expect(open).toBeGreaterThan(5)
  expect({ running, started, revived, endedEarly }).toEqual({
    running: open,
    started: 0,
    revived: 0,
    endedEarly: 0,
  })
})

describe('an order', () => {
  test.each(['reminded', 'fresh', 'placedWhileDown'] as const)(
    '%s: reminded once, released once, both in time',
    async (which) => {
      const { orderId, stayId } = story[which]
      const { remind_at, pay_by } = await deadlines(orderId)
      const reminders = await inn.times('order.reminded', orderId)
      const releases = await inn.times('order.expired', orderId)
      expect([reminders.length, releases.length]).toEqual([1, 1])
      expect(Math.abs((reminders[0] as number) - Date.parse(remind_at))).toBeLessThan(CLOSE)
      expect(Math.abs((releases[0] as number) - Date.parse(pay_by))).toBeLessThan(CLOSE)
      expect(await inn.status(stayId)).toBe('expired')
      expect(await inn.nightsHeld(stayId)).toBe(0)
    },
  )

  test('paid while Temporal was down: it stays paid', async () => {
    const { orderId, stayId, memberId } = story.paidWhileDown
    expect(await inn.status(stayId)).toBe('confirmed')
    expect(await inn.times('order.expired', orderId)).toEqual([])
    expect(await inn.transfers(orderId)).toEqual(['spend'])
    expect(await inn.balance(memberId)).toBe(await restOf(memberId, orderId))
  })
})

const restOf = async (memberId: string, orderId: string) => {
  const { rest } = await inn.house.database.sql.one<{ rest: number }>(
    `select 20000 - (select sum(amount) from order_lines where order_id = $1)::int as rest
     from members where id = $2`,
    [orderId, memberId],
  )
  return rest
}

describe('a cancellation', () => {
  test.each(['approvedWhileDown', 'approvedLate'] as const)(
    '%s: points back once, night free',
    async (which) => {
      const { requestId, orderId, stayId, memberId } = story[which]
      expect(await inn.requestStatus(requestId)).toBe('settled')
      expect(await inn.transfers(orderId)).toEqual(['spend', 'return'])
      expect(await inn.times('cancellation.settled', requestId)).toHaveLength(1)
      expect(await inn.balance(memberId)).toBe(20_000)
      expect(await inn.nightsHeld(stayId)).toBe(0)
    },
  )

  test('rejected: the guest keeps room and price', async () => {
    const { requestId, orderId, stayId } = story.rejectedWhileDown
    expect(await inn.requestStatus(requestId)).toBe('rejected')
    expect(await inn.transfers(orderId)).toEqual(['spend'])
    expect(await inn.nightsHeld(stayId)).toBe(1)
  })

  test.each(['overdue', 'request'] as const)(
    '%s: raised once, still waiting for a decision, and carried out when it comes',
    async (which) => {
      const { requestId, memberId } = story[which]
      expect(await inn.times('approval.overdue', requestId)).toHaveLength(1)
      expect(await inn.openCases(requestId)).toEqual(['overdue_request'])
      await inn.decides(requestId)
      await eventually(
        () => inn.requestStatus(requestId),
        (status) => status === 'settled',
      )
      expect(await inn.balance(memberId)).toBe(20_000)
      expect(await inn.openCases(requestId)).toEqual([])
    },
    30_000,
  )
})

describe('a stay and a cleaning', () => {
  test.each(['lateGuest', 'guest'] as const)(
    '%s: raised once, until the guest leaves',
    async (which) => {
      expect(await inn.times('stay.overdue', story[which])).toHaveLength(1)
      expect(await inn.openCases(story[which])).toEqual(['overdue_departure'])
      await departs(story[which])
      expect(await inn.openCases(story[which])).toEqual([])
    },
  )

  test.each(['slowRoom', 'room'] as const)('%s: raised once, until it is clean', async (which) => {
    const { cleaningId, roomId } = story[which]
    expect(await inn.times('room.cleaning_overran', cleaningId)).toHaveLength(1)
    await inn.does(inn.clerk, finishCleaning, { roomId })
    expect(await inn.openCases(cleaningId)).toEqual([])
  })

  test('a room cleaned in time is never raised', async () => {
    const { cleaningId } = story.cleanedWhileDown
    expect(await inn.times('room.cleaning_overran', cleaningId)).toEqual([])
  })
})

test('no point was made or lost', async () => {
  expect(await inn.sumOfAllEntries()).toBe(0)
})
