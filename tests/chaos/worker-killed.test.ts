import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { privateTemporal, type PrivateTemporal } from '../support/private-temporal.ts'
import { eventually } from '../workflows/support/rig.ts'
import { type Inn, openInn } from './support/inn.ts'
import { severableProxy } from './support/severable-proxy.ts'
import { spawnProgram, type WorkerProcess } from './support/worker-process.ts'

/** `bin/worker.ts` as it runs in production, killed, cut off from the books, and left without Temporal. */
let temporal: PrivateTemporal
let inn: Inn
let worker: WorkerProcess | undefined
beforeAll(async () => {
  temporal = await privateTemporal()
  ;[inn] = await Promise.all([openInn(), temporal.start()])
}, 120_000)
afterEach(() => worker?.kill())
afterAll(async () => {
  await inn?.close()
  await temporal?.close()
})

const startWorker = async (place: Pick<Inn, 'databaseUrl' | 'masterKey'> = inn) => {
  worker = spawnProgram('worker', place, temporal.address)
  return worker
}
const approved = async () => {
  const order = await inn.booksAndPays()
  const requestId = await inn.asksToCancel(order)
  await inn.decides(requestId)
  return { ...order, requestId }
}
const settledCount = async () =>
  (
    await inn.house.database.sql.one<{ n: number }>(
      "select count(*)::int as n from approval_requests where status = 'settled'",
    )
  ).n
const expectOnce = async (order: Awaited<ReturnType<typeof approved>>) => {
  expect(await inn.transfers(order.orderId)).toEqual(['spend', 'return'])
  expect(await inn.times('cancellation.settled', order.requestId)).toHaveLength(1)
  expect(await inn.balance(order.memberId)).toBe(20_000)
  expect(await inn.nightsHeld(order.stayId)).toBe(0)
}

test('killed again and again in the middle of its work, everything happens once', async () => {
  const orders: Awaited<ReturnType<typeof approved>>[] = []
  for (let time = 0; time < 16; time += 1) orders.push(await approved())
  for (const after of [1, 6]) {
    await (await startWorker()).said('working for Temporal')
    await eventually(settledCount, (n) => n >= after)
    await worker?.kill()
  }
  // On its feet before it is asked to leave, even if nothing is left for it to do.
  await (await startWorker()).said('working for Temporal')
  await eventually(settledCount, (n) => n === orders.length)
  for (const order of orders) await expectOnce(order)
  expect(await inn.sumOfAllEntries()).toBe(0)
  const [code] = (await worker?.stop()) ?? []
  expect(code).toBe(0)
}, 180_000)

test('killed inside a transaction, the next worker does the step anew', async () => {
  await (await startWorker()).said('working for Temporal')
  const order = await inn.booksAndPays()
  const requestId = await inn.asksToCancel(order)
  // The member's wallets are held from outside: the verb stands still in the middle of its transaction.
  const holder = new Client({ connectionString: inn.databaseUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select lock_wallets($1)', [order.memberId])
  await inn.decides(requestId)
  await eventually(async () => {
    const { rows } = await holder.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    return rows.length > 0
  })
  await worker?.kill()
  await holder.query('rollback')
  await holder.end()
  await startWorker()
  await eventually(
    () => inn.requestStatus(requestId),
    (status) => status === 'settled',
  )
  await expectOnce({ ...order, requestId })
}, 120_000)

test('started while the books are away, and cut off from them later, it takes up its work again', async () => {
  const direct = new URL(inn.databaseUrl)
  const proxy = await severableProxy({ host: direct.hostname, port: Number(direct.port) })
  const databaseUrl = Object.assign(new URL(inn.databaseUrl), {
    port: String(proxy.port),
  }).toString()
  await proxy.sever()
  const late = await startWorker({ databaseUrl, masterKey: inn.masterKey })
  await late.said('the books do not answer')
  const first = await approved()
  await proxy.mend()
  await eventually(
    () => inn.requestStatus(first.requestId),
    (status) => status === 'settled',
    60_000,
  )

  await proxy.sever()
  const second = await approved()
  await late.said('the outbox cannot be read')
  await proxy.mend()
  await eventually(
    () => inn.requestStatus(second.requestId),
    (status) => status === 'settled',
    60_000,
  )
  await expectOnce(second)
  await worker?.kill()
  await proxy.sever()
}, 180_000)

test('started while Temporal is away, and robbed of its store later, it takes up its work again', async () => {
  await temporal.kill()
  const lonely = await startWorker()
  await lonely.said('Temporal does not answer')
  const first = await approved()
  await temporal.start()
  await eventually(
    () => inn.requestStatus(first.requestId),
    (status) => status === 'settled',
    60_000,
  )

  // The work may be done before the worker has learnt whose store this is; robbed earlier than that, the
  // next one would be the first it sees, not another.
  await lonely.said('Temporal agrees with the books')

  const waiting = await inn.booksAndPays()
  const requestId = await inn.asksToCancel(waiting)
  await eventually(inn.undelivered, (left) => left === 0)
  await temporal.kill()
  temporal.deleteStore()
  await temporal.start()
  await lonely.said('another store')
  await inn.decides(requestId)
  await eventually(
    () => inn.requestStatus(requestId),
    (status) => status === 'settled',
    60_000,
  )
  await expectOnce({ ...waiting, requestId })
}, 180_000)
