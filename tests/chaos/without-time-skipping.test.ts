import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { reconcileProcesses } from '../../activities/platform/reconcile-processes.ts'
import { walkClock } from '../../activities/platform/walk-clock.ts'
import { eventually } from '../workflows/support/rig.ts'
import { type Crew, startCrew } from './support/crew.ts'
import { DAY, HOUR, type Inn, openInn } from './support/inn.ts'
import { plainTemporal } from './support/plain-temporal.ts'

/** docs/adr/0003: the experimental call makes Temporal's own timers follow; nothing depends on it. */
let temporal: Awaited<ReturnType<typeof plainTemporal>>
let inn: Inn
let crew: Crew
beforeAll(async () => {
  ;[inn, temporal] = await Promise.all([openInn(), plainTemporal()])
  crew = await startCrew(inn, temporal.address)
}, 60_000)
afterAll(async () => {
  await crew?.stop()
  await inn?.close()
  await temporal?.close()
}, 30_000)

const walkBy = async (ms: number) =>
  walkClock(inn.house, {
    to: new Date((await inn.now()).getTime() + ms),
    actor: inn.manager,
    requestId: randomUUID(),
  })

test('on a server that cannot skip time the house clock walks all the same', async () => {
  const before = await inn.books(await inn.person())
  await eventually(inn.undelivered, (left) => left === 0)
  expect((await walkBy(10 * HOUR)).late).toEqual([])
  const after = await inn.books(await inn.person())
  await eventually(inn.undelivered, (left) => left === 0)
  expect(await reconcileProcesses(inn.house, crew.processes)).toMatchObject({
    // Two orders, and the business day of each of the two properties.
    open: 4,
    running: 4,
    moved: 0,
  })
  expect((await walkBy(2 * DAY)).late).toEqual([])
  for (const { orderId, stayId } of [before, after]) {
    expect(await inn.times('order.reminded', orderId)).toHaveLength(1)
    expect(await inn.times('order.expired', orderId)).toHaveLength(1)
    expect(await inn.nightsHeld(stayId)).toBe(0)
  }
}, 60_000)
