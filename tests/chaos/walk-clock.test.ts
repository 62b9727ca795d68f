import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { walkClock } from '../../activities/platform/walk-clock.ts'
import { privateTemporal, type PrivateTemporal } from '../support/private-temporal.ts'
import { eventually } from '../workflows/support/rig.ts'
import { type Crew, startCrew } from './support/crew.ts'
import { DAY, HOUR, type Inn, openInn } from './support/inn.ts'

/** B-14, B-20, decision 28: an operator moves the clock; books, verbs and Temporal's timers follow. */
const CLOSE = 5_000

let temporal: PrivateTemporal
let inn: Inn
let crew: Crew
beforeAll(async () => {
  temporal = await privateTemporal()
  ;[inn] = await Promise.all([openInn(), temporal.start()])
  crew = await startCrew(inn, temporal.address)
}, 60_000)
afterAll(async () => {
  await crew?.stop()
  await inn?.close()
  await temporal?.close()
}, 30_000)

const walk = (to: Date) => walkClock(inn.house, { to, actor: inn.manager, requestId: randomUUID() })
const walkBy = async (ms: number) => walk(new Date((await inn.now()).getTime() + ms))
const inside = async (kind: 'order' | 'stay', id: string) =>
  (await crew.processes.standing({ kind, id })).insideMs

test('everything on the way happens in its order and at its own time', async () => {
  const order = await inn.books(await inn.person())
  const paid = await inn.booksAndPays()
  const requestId = await inn.asksToCancel(paid)
  const placedAt = (await inn.now()).getTime()
  const trip = await walkBy(2 * DAY)
  expect(trip.late).toEqual([])
  expect(trip.stops).toBeGreaterThanOrEqual(3)
  const [overdue, ...a] = await inn.times('approval.overdue', requestId)
  const [reminded, ...b] = await inn.times('order.reminded', order.orderId)
  const [expired, ...c] = await inn.times('order.expired', order.orderId)
  expect([...a, ...b, ...c]).toEqual([])
  const hours = [overdue, reminded, expired].map((at) => ((at as number) - placedAt) / HOUR)
  expect(hours.map(Math.round)).toEqual([8, 20, 24])
  expect(await inn.status(order.stayId)).toBe('expired')
  expect(await inn.nightsHeld(order.stayId)).toBe(0)
}, 60_000)

test('the time inside the processes follows, for those that wait and for those born later', async () => {
  const stayId = await inn.arrives()
  await eventually(inn.undelivered, (left) => left === 0)
  await walkBy(3 * HOUR)
  const { orderId } = await inn.books(await inn.person())
  for (const [kind, id] of [
    ['stay', stayId],
    ['order', orderId],
  ] as const) {
    await eventually(
      async () => (await inside(kind, id)) - (await inn.now()).getTime(),
      (off) => Math.abs(off) < CLOSE,
    )
  }
  await inn.does(inn.clerk, checkOut, { stayId })
}, 60_000)

test('after the walk its timers are right: what is due in three real seconds comes in three seconds', async () => {
  const { orderId } = await inn.books(await inn.person())
  await eventually(inn.undelivered, (left) => left === 0)
  const { remind_at } = await inn.house.database.sql.one<{ remind_at: string }>(
    'select remind_at from orders where id = $1',
    [orderId],
  )
  await walk(new Date(Date.parse(remind_at) - 4_000))
  const [at] = await eventually(
    () => inn.times('order.reminded', orderId),
    (times) => times.length === 1,
  )
  // By its own timer, not by the walk: nobody told it.
  expect(Math.abs((at as number) - Date.parse(remind_at))).toBeLessThan(3_000)
}, 60_000)

test('a month of a full house goes by in well under a minute', async () => {
  const { sql } = inn.house.database
  const ids: string[] = []
  for (let time = 0; time < 30; time += 1) {
    ids.push((await inn.books(await inn.person())).orderId)
  }
  await inn.rewrite(
    `update orders o set remind_at = o.placed_at + n * interval '22 hours', pay_by = o.placed_at + n * interval '22 hours' + interval '6 hours'
     from unnest($1::uuid[]) with ordinality x(id, n) where o.id = x.id`,
    [ids],
  )
  const begun = Date.now()
  const trip = await walkBy(30 * DAY)
  process.stdout.write(`30 days, ${trip.stops} stops in ${Date.now() - begun} ms\n`)
  expect(trip.late).toEqual([])
  expect(Date.now() - begun).toBeLessThan(50_000)
  const { waiting } = await sql.one<{ waiting: number }>(
    "select count(*)::int as waiting from order_lines where status = 'pending'",
  )
  expect(waiting).toBe(0)
}, 90_000)

test('without a worker the clock moves, and says what did not happen; it happens when one comes', async () => {
  const { orderId } = await inn.books(await inn.person())
  await eventually(inn.undelivered, (left) => left === 0)
  await crew.stop()
  const silent = { ...inn.house, log: { ...inn.house.log, warn: () => undefined } }
  const to = new Date((await inn.now()).getTime() + 21 * HOUR)
  const order = { to, actor: inn.manager, requestId: randomUUID(), patienceMs: 2_000 }
  const trip = await walkClock(silent, order)
  expect(trip.late.filter((name) => !name.startsWith('day_roll:'))).toEqual([`order:${orderId}`])
  crew = await startCrew(inn, temporal.address)
  await eventually(
    () => inn.times('order.reminded', orderId),
    (times) => times.length === 1,
  )
}, 60_000)

test('two operators at once: one of them is refused', async () => {
  const to = new Date((await inn.now()).getTime() + HOUR)
  const trips = await Promise.allSettled([walk(to), walk(to)])
  const refused = trips.filter((trip) => trip.status === 'rejected')
  expect(refused.length).toBeLessThanOrEqual(1)
  for (const one of refused) expect(one.reason).toMatchObject({ code: 'state_conflict' })
  expect(Math.abs((await inn.now()).getTime() - to.getTime())).toBeLessThan(CLOSE)
}, 60_000)

test('the clock of a production house does not move', async () => {
  const serious = await openInn('production')
  try {
    const before = await serious.now()
    const trip = walkClock(serious.house, {
      to: new Date(before.getTime() + HOUR),
      actor: serious.manager,
      requestId: randomUUID(),
    })
    await expect(trip).rejects.toMatchObject({ code: 'clock_fixed' })
    expect((await serious.now()).getTime() - before.getTime()).toBeLessThan(CLOSE)
  } finally {
    await serious.close()
  }
}, 60_000)
