import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { walkClock } from '../../activities/platform/walk-clock.ts'
import { privateTemporal, type PrivateTemporal } from '../support/private-temporal.ts'
import { eventually } from '../workflows/support/rig.ts'
import { type Crew, startCrew } from './support/crew.ts'
import { DAY, type Inn, openInn } from './support/inn.ts'

/** B-17: the desk goes on while Temporal is down, and everything is made up for when it returns. */
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

const catchesUp = (limitMs = 20_000) => eventually(inn.undelivered, (left) => left === 0, limitMs)

test('commands succeed at their usual speed; the processes follow when it is back', async () => {
  await temporal.kill()
  const took: number[] = []
  const orders = []
  for (let time = 0; time < 10; time += 1) {
    const memberId = await inn.person()
    const begun = Date.now()
    orders.push(await inn.books(memberId))
    took.push(Date.now() - begun)
  }
  expect(took.toSorted((a, b) => a - b)[5]).toBeLessThan(500)
  expect(await inn.undelivered()).toBe(10)
  await temporal.start()
  await catchesUp()
  const { late } = await walkClock(inn.house, {
    to: new Date((await inn.now()).getTime() + DAY),
    actor: inn.manager,
    requestId: randomUUID(),
  })
  expect(late).toEqual([])
  for (const { orderId, stayId } of orders) {
    expect(await inn.times('order.expired', orderId)).toHaveLength(1)
    expect(await inn.nightsHeld(stayId)).toBe(0)
  }
}, 60_000)

test('a power cut of Temporal alone: what was waiting goes on waiting, and ends in time', async () => {
  const { orderId, stayId } = await inn.books(await inn.person())
  await catchesUp()
  await temporal.kill()
  await temporal.start()
  await walkClock(inn.house, {
    to: new Date((await inn.now()).getTime() + DAY),
    actor: inn.manager,
    requestId: randomUUID(),
  })
  expect(await inn.times('order.expired', orderId)).toHaveLength(1)
  expect(await inn.nightsHeld(stayId)).toBe(0)
}, 60_000)

test('a burst of 300 messages is delivered, each process started once', async () => {
  const begun = Date.now()
  await inn.house.database.sql.run(
    `insert into outbox (workflow_id, process, subject_id, message)
     select 'order:' || i, 'order', i, 'look_again' from (select new_id() as i from generate_series(1, 300)) x`,
  )
  await catchesUp(60_000)
  const delivered = Date.now() - begun
  const count = () =>
    crew.client.workflow.count("WorkflowType = 'order' AND ExecutionStatus = 'Completed'")
  // The eleven before and these: the books know nothing of them, so they end at once.
  await eventually(count, (done) => done.count >= 311, 60_000)
  const all = Date.now() - begun
  process.stdout.write(`300 messages delivered in ${delivered} ms, done in ${all} ms\n`)
  expect((await count()).count).toBe(311)
}, 130_000)
