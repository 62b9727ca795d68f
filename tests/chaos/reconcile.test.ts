import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { randomUUID } from 'node:crypto'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { undoCheckIn } from '../../activities/lodging/undo-check-in.ts'
import { undoCheckOut } from '../../activities/lodging/undo-check-out.ts'
import { houseOffsetMs } from '../../activities/platform/dispatch-outbox-rows.ts'
import { type Processes, processesOn } from '../../activities/gateways/temporal-processes.ts'
import {
  bundleWorkflows,
  installTemporalRuntime,
} from '../../activities/gateways/temporal-runtime.ts'
import { type KeptWorker, keepWorking } from '../../activities/gateways/temporal-worker.ts'
import { reconcileProcesses } from '../../activities/platform/reconcile-processes.ts'
import { wakeOverdue } from '../../activities/platform/reconcile-processes-overdue.ts'
import { createActivities } from '../../activities/platform/worker-activities.ts'
import type { ProcessActivities } from '../../activities/platform/worker-activities-contract.ts'
import { privateTemporal, type PrivateTemporal } from '../support/private-temporal.ts'
import { eventually } from '../workflows/support/rig.ts'
import { HOUR, type Inn, openInn, quietLog } from './support/inn.ts'
import { spawnProgram } from './support/worker-process.ts'

/** Books and Temporal that disagree. No dispatcher runs here: nothing is told unless reconcile tells it. */
let temporal: PrivateTemporal
let inn: Inn
let connection: Connection
let processes: Processes
let client: Client
let worker: KeptWorker
let lying: Pick<ProcessActivities, 'nextCleaningStep'> | null = null

beforeAll(async () => {
  installTemporalRuntime(quietLog)
  temporal = await privateTemporal()
  ;[inn] = await Promise.all([openInn(), temporal.start()])
  connection = await Connection.connect({ address: temporal.address })
  processes = processesOn(connection, 'default')
  client = new Client({ connection })
  const honest = createActivities(inn.house)
  worker = keepWorking({
    place: { address: temporal.address, namespace: 'default' },
    workflows: await bundleWorkflows(quietLog),
    activities: {
      ...honest,
      nextCleaningStep: (cleaning) => (lying ?? honest).nextCleaningStep(cleaning),
    },
    verbsAtATime: 6,
    log: quietLog,
  })
}, 60_000)
afterAll(async () => {
  await worker?.stop()
  await connection?.close()
  await inn?.close()
  await temporal?.close()
}, 30_000)

const reconcile = () => reconcileProcesses(inn.house, processes)
/** Each of the two properties has its business day open. */
const DAYS = 2
const nothing = { started: 0, revived: 0, moved: 0, endedEarly: 0 }

test('starts what is missing, and only that', async () => {
  const { orderId } = await inn.books(await inn.person())
  expect(await reconcile()).toEqual({ ...nothing, open: 1 + DAYS, running: 0, started: 1 + DAYS })
  expect(await reconcile()).toEqual({ ...nothing, open: 1 + DAYS, running: 1 + DAYS })
  await client.workflow.getHandle(`order:${orderId}`).terminate('by an operator')
  expect(await reconcile()).toEqual({ ...nothing, open: 1 + DAYS, running: DAYS, revived: 1 })
  expect(await reconcile()).toEqual({ ...nothing, open: 1 + DAYS, running: 1 + DAYS })
}, 30_000)

test('`npm run reconcile` says what it did', async () => {
  await inn.books(await inn.person())
  const program = spawnProgram('reconcile', inn, temporal.address)
  const [code] = await program.exited
  expect(program.lines).toEqual([
    '4 open by the books: 3 running, 1 started, 0 revived, 0 brought to the house clock, 0 ended early (see "needs attention")',
  ])
  expect(code).toBe(0)
}, 30_000)

test('a process behind the house clock is brought there', async () => {
  await inn.house.database.sql.run('update clock set offset_ms = offset_ms + $1', [2 * HOUR])
  expect(await reconcile()).toMatchObject({ open: 2 + DAYS, running: 2 + DAYS, moved: 2 + DAYS })
  await eventually(reconcile, ({ moved }) => moved === 0)
}, 30_000)

test('one that ended although the books say "open" is a case, never a silent repair', async () => {
  const stayId = await inn.arrives()
  await inn.does(inn.clerk, checkOut, { stayId })
  const { id, room_id: roomId } = await inn.house.database.sql.one<{ id: string; room_id: string }>(
    'select id, room_id from cleanings where line_id = $1',
    [stayId],
  )
  lying = {
    nextCleaningStep: async () => ({
      next: { kind: 'ended', outcome: 'a lie' },
      now: new Date().toISOString(),
      hasCase: false,
    }),
  }
  await reconcile()
  await client.workflow.getHandle(`cleaning:${id}`).result()
  lying = null
  const silent = { ...inn.house, log: { ...quietLog, error: () => undefined } }
  expect(await reconcileProcesses(silent, processes)).toMatchObject({ started: 0, endedEarly: 1 })
  expect(await inn.openCases(id)).toEqual(['process_ended_early'])
  await inn.does(inn.clerk, finishCleaning, { roomId })
  await reconcile()
  expect(await inn.openCases(id)).toEqual([])
}, 30_000)

test('W20 a stay whose check-out was undone is followed anew under its old name, by a message or by reconcile', async () => {
  const stayId = await inn.arrives()
  const stay = client.workflow.getHandle(`stay:${stayId}`)
  const tell = async (messageId: string) =>
    processes.tell({
      process: { kind: 'stay', id: stayId },
      messageId: `${stayId}:${messageId}`,
      offsetMs: await houseOffsetMs(inn.house.database.sql),
    })
  const leavesAndReturns = async () => {
    await inn.does(inn.clerk, checkOut, { stayId })
    await tell(randomUUID())
    expect(await stay.result()).toBe('departed')
    await inn.does(inn.clerk, undoCheckOut, { stayId, reason: '部屋違い' })
  }
  await tell('arrived')
  await leavesAndReturns()
  const { runId: first } = await stay.describe()
  expect(await reconcile()).toMatchObject({ endedEarly: 0 })
  const { runId: second, status } = await stay.describe()
  expect({ anew: second !== first, status: status.name }).toEqual({ anew: true, status: 'RUNNING' })
  expect(await inn.openCases(stayId)).toEqual([])

  await leavesAndReturns()
  expect(await tell('returned')).toBe('started')
  await inn.does(inn.clerk, undoCheckIn, { stayId, reason: '別のお客様' })
  await tell('never came')
  expect(await stay.result()).toBe('confirmed')
}, 60_000)

test('what is overdue by the books and was never done is told to look again', async () => {
  const { orderId } = await inn.books(await inn.person())
  await reconcile()
  // As if its timer had been lost: the books change and nobody tells the process.
  await inn.rewrite(
    "update orders set remind_at = house_now() - interval '2 minutes' where id = $1",
    [orderId],
  )
  expect(await wakeOverdue(inn.house, processes)).toBe(1)
  await eventually(
    () => inn.times('order.reminded', orderId),
    (times) => times.length === 1,
  )
  expect(await wakeOverdue(inn.house, processes)).toBe(0)
}, 30_000)
