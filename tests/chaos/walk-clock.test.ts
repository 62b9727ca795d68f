import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { walkClock } from '../../activities/platform/walk-clock.ts'
import { privateTemporal, type PrivateTemporal } from '../support/private-temporal.ts'
import { eventually } from '../workflows/support/rig.ts'
import { type Crew, startCrew } from './support/crew.ts'
import { DAY, HOUR, type Inn, openInn } from './support/inn.ts'

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

const walk = (to: Date) =>
  walkClock(inn.house, { to, actor: inn.manager, requestId: randomUUID() })
const walkBy = async (ms: number) => walk(new Date((await inn.now()).getTime() + ms))

test('everything on the way happens in its order and at its own time', async () => {
  const orders = []
  for (let time = 0; time < 3; time += 1) orders.push(await inn.books(await inn.person(), 20 + time))
  const paid = await inn.booksAndPays(25)
  const request = await inn.asksToCancel(paid)
  const began = Date.now()
  const trip = await walkBy(2 * DAY)
  console.log('walk', Date.now() - began, trip)
  expect(trip.late).toEqual([])
  for (const { orderId, stayId } of orders) {
    const [reminded, ...again] = await inn.times('order.reminded', orderId)
    const [expired, ...more] = await inn.times('order.expired', orderId)
    expect([...again, ...more]).toEqual([])
    expect((expired as number) - (reminded as number)).toBeGreaterThan(4 * HOUR - 5_000)
    expect((expired as number) - (reminded as number)).toBeLessThan(4 * HOUR + 5_000)
    expect(await inn.status(stayId)).toBe('expired')
    expect(await inn.nightsHeld(stayId)).toBe(0)
  }
  expect(await inn.times('approval.overdue', request)).toHaveLength(1)
  expect(await inn.openCases(request)).toEqual(['overdue_request'])
  await inn.decides(request)
  await eventually(() => inn.requestStatus(request), (status) => status === 'settled')
  expect(await inn.balance(paid.memberId)).toBe(20_000)
}, 60_000)
