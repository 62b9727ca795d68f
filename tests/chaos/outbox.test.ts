import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Message, Processes } from '../../activities/gateways/temporal-processes.ts'
import {
  type Dispatcher,
  dispatchOnce,
  startDispatcher,
} from '../../activities/platform/dispatch-outbox.ts'
import { eventually } from '../workflows/support/rig.ts'
import { type Inn, openInn } from './support/inn.ts'

/** The outbox on real books, with a Temporal that only counts: or does not answer. */
let inn: Inn
const dispatchers: Dispatcher[] = []
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
beforeEach(() => inn.house.database.sql.run('update outbox set delivered_at = clock_timestamp()'))
afterEach(async () => {
  for (const dispatcher of dispatchers.splice(0)) await dispatcher.stop()
})
afterAll(() => inn?.close(), 30_000)

function countingTemporal(answer: (message: Message) => Error | null = () => null) {
  const told: Message[] = []
  const processes: Pick<Processes, 'tell'> = {
    async tell(message) {
      told.push(message)
      const error = answer(message)
      if (error) throw error
      return 'told'
    },
  }
  return { told, processes: processes as Processes }
}
/** As gRPC reports that nobody listens. */
const nobody = () =>
  Object.assign(new Error('14 UNAVAILABLE: no connection'), { code: 14, details: '', metadata: {} })

const put = (count: number, attempts = 0) =>
  inn.house.database.sql.rows<{ id: string }>(
    `insert into outbox (workflow_id, process, subject_id, message, attempts)
     select 'order:' || i, 'order', i, 'look_again', $2 from (select new_id() as i from generate_series(1, $1)) x
     returning subject_id as id`,
    [count, attempts],
  )
const row = (id: string) =>
  inn.house.database.sql.one<{ attempts: number; pause_s: number; last_error: string | null }>(
    `select attempts, last_error, extract(epoch from next_attempt_at - clock_timestamp())::int as pause_s
     from outbox where subject_id = $1`,
    [id],
  )
const start = (processes: Processes) => {
  const dispatcher = startDispatcher(inn.house, processes)
  dispatchers.push(dispatcher)
  return dispatcher
}

test('a commit wakes the dispatcher: the message is away in a fraction of the poll', async () => {
  const { told, processes } = countingTemporal()
  start(processes)
  await eventually(inn.undelivered, (left) => left === 0)
  const took: number[] = []
  for (let time = 0; time < 5; time += 1) {
    const memberId = await inn.person()
    const begun = Date.now()
    const { orderId } = await inn.books(memberId)
    await eventually(() => told.some((message) => message.process.id === orderId))
    took.push(Date.now() - begun)
  }
  expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(500)
}, 20_000)

test('three hundred messages and two dispatchers: each is sent by one of them', async () => {
  const ids = await put(300)
  const { told, processes } = countingTemporal()
  start(processes)
  start(processes)
  await eventually(inn.undelivered, (left) => left === 0)
  expect(told.map((message) => message.process.id).toSorted()).toEqual(
    ids.map(({ id }) => id).toSorted(),
  )
}, 30_000)

test('several messages to one process are told once', async () => {
  const id = randomUUID()
  for (let time = 0; time < 4; time += 1) {
    await inn.house.database.sql.run(
      `insert into outbox (workflow_id, process, subject_id, message) values ('order:' || $1, 'order', $1::uuid, 'look_again')`,
      [id],
    )
  }
  const { told, processes } = countingTemporal()
  await dispatchOnce(inn.house, processes)
  expect(told).toHaveLength(1)
  expect(await inn.undelivered()).toBe(0)
})

test('what a dispatcher took before it died is taken again after its lease, not before', async () => {
  const [{ id } = { id: '' }] = await put(1)
  const { sql } = inn.house.database
  await sql.run(
    "update outbox set attempts = 1, next_attempt_at = clock_timestamp() + interval '30 seconds' where subject_id = $1",
    [id],
  )
  const { told, processes } = countingTemporal()
  await dispatchOnce(inn.house, processes)
  expect(told).toEqual([])
  await sql.run('update outbox set next_attempt_at = clock_timestamp() where subject_id = $1', [id])
  await dispatchOnce(inn.house, processes)
  expect(told).toHaveLength(1)
})

test('when nobody answers, the batch is put off at once, each message a little longer every time', async () => {
  const ids = await put(50)
  const { told, processes } = countingTemporal(nobody)
  await dispatchOnce(inn.house, processes)
  // A few were under way when the first came back unanswered.
  expect(told.length).toBeLessThan(10)
  for (const attempts of [2, 5]) {
    await inn.house.database.sql.run(
      'update outbox set next_attempt_at = clock_timestamp(), attempts = $1 where delivered_at is null',
      [attempts - 1],
    )
    await dispatchOnce(inn.house, processes)
    const after = await row(ids[49]?.id ?? '')
    expect(after).toMatchObject({ attempts, last_error: expect.stringContaining('UNAVAILABLE') })
    expect(Math.abs(after.pause_s - 2 ** (attempts - 1))).toBeLessThanOrEqual(1)
  }
})

test('one message that cannot be sent holds up no other', async () => {
  const [bad, ...good] = await put(5)
  const { processes } = countingTemporal((message) =>
    message.process.id === bad?.id ? new Error('cannot be') : null,
  )
  await dispatchOnce(inn.house, processes)
  expect(await inn.undelivered()).toBe(1)
  expect((await row(bad?.id ?? '')).last_error).toBe('cannot be')
  expect(good).toHaveLength(4)
})

test('after many attempts a person is told; the case closes itself on delivery', async () => {
  const [{ id } = { id: '' }] = await put(1, 9)
  let isBack = false
  const { processes } = countingTemporal(() => (isBack ? null : nobody()))
  await dispatchOnce(inn.house, processes)
  expect(await inn.openCases(id)).toEqual(['undelivered_outbox'])
  isBack = true
  await start(processes).hurry()
  await eventually(
    () => inn.openCases(id),
    (cases) => cases.length === 0,
  )
  expect(await inn.undelivered()).toBe(0)
}, 20_000)

test('a message carries ids only', async () => {
  const { told, processes } = countingTemporal()
  await put(1)
  await dispatchOnce(inn.house, processes)
  expect(Object.keys(told[0] ?? {}).toSorted()).toEqual(['messageId', 'offsetMs', 'process'])
})
