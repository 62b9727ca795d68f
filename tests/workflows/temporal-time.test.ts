import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { defaultPayloadConverter, toPayloads } from '@temporalio/common'
import { bornAheadBy, bringTo, timeInside } from '../../activities/gateways/temporal-time.ts'
import { fakeBooks } from './support/fake-books.ts'
import { eventually, NAMESPACE, type Rig, startRig } from './support/rig.ts'

/**
 * The server's time skipping is experimental: this is what we rely on, said once. If a new server
 * makes one of these red, `activities/gateways/temporal-time.ts` is the only file to change.
 */
const HOUR = 3_600_000
/** The clocks of a busy machine are read a moment apart. */
const CLOSE = 5_000

let rig: Rig
beforeAll(async () => {
  rig = await startRig(fakeBooks().activities, {
    workflowsPath: join(import.meta.dirname, 'fixtures', 'clock-workflows.ts'),
  })
}, 30_000)
afterAll(() => rig.stop())

const begin = (type: string, args: unknown[], taskQueue = rig.taskQueue) =>
  rig.client.workflow.start(type, { workflowId: `clock:${randomUUID()}`, taskQueue, args })
const move = (workflowId: string, houseMs: number) =>
  bringTo(rig.connection, NAMESPACE, workflowId, houseMs)
const describeIt = (workflowId: string) =>
  rig.connection.workflowService.describeWorkflowExecution({
    namespace: NAMESPACE,
    execution: { workflowId },
  })
const inside = async (workflowId: string) => timeInside(await describeIt(workflowId))
const isAt = (workflowId: string, ms: number) =>
  eventually(
    async () => (await inside(workflowId)) - ms,
    (off) => Math.abs(off) < CLOSE,
  )
/** Until its first task is done: what it waits for is then known to the server. */
const settled = async (workflowId: string) =>
  eventually(async () => {
    const { pendingWorkflowTask } = await describeIt(workflowId)
    return !pendingWorkflowTask
  })

describe('bringing a workflow to a moment', () => {
  test('timers on the way fire in order, each at its own time, and then the clock stands at the moment', async () => {
    const flow = await begin('sleeps', [[HOUR, HOUR, 10 * HOUR]])
    await settled(flow.workflowId)
    const from = Date.now()
    expect(await move(flow.workflowId, from + 5 * HOUR)).toBe('moved')
    await isAt(flow.workflowId, from + 5 * HOUR)
    await move(flow.workflowId, from + 13 * HOUR)
    const [start, first, second, third] = (await flow.result()) as [number, number, number, number]
    for (const [ms, hours] of [
      [first, 1],
      [second, 2],
      [third, 12],
    ] as const) {
      expect(Math.abs(ms - start - hours * HOUR)).toBeLessThan(CLOSE)
    }
  }, 30_000)

  test('a timer beyond the moment does not fire, and no more time is skipped after it', async () => {
    const flow = await begin('sleeps', [[10 * HOUR]])
    await settled(flow.workflowId)
    const from = Date.now()
    await move(flow.workflowId, from + 5 * HOUR)
    await isAt(flow.workflowId, from + 5 * HOUR)
    await sleep(1_500)
    const info = (await describeIt(flow.workflowId)).workflowExtendedInfo?.timeSkippingInfo
    expect(info?.effectiveConfig?.enabled).toBe(false)
    await isAt(flow.workflowId, from + 5 * HOUR)
    await flow.terminate()
  }, 30_000)

  test('without any timer it moves all the same', async () => {
    const flow = await begin('waits', [1])
    await settled(flow.workflowId)
    const to = Date.now() + 30 * 24 * HOUR
    await move(flow.workflowId, to)
    await flow.signal('lookAgain')
    const [, told] = (await flow.result()) as [number, number]
    expect(Math.abs(told - to)).toBeLessThan(CLOSE)
  }, 30_000)

  test('may be repeated, and never goes back', async () => {
    const flow = await begin('waits', [1])
    const to = Date.now() + 5 * HOUR
    await move(flow.workflowId, to)
    await isAt(flow.workflowId, to)
    expect(await move(flow.workflowId, to)).toBe('there')
    expect(await move(flow.workflowId, to - 3 * HOUR)).toBe('there')
    await isAt(flow.workflowId, to)
    await flow.terminate()
  }, 30_000)

  test('an unfinished move is replaced by a later one', async () => {
    // Nobody works on this queue: its first task is in flight, and until then no time is skipped.
    const flow = await begin('waits', [1], `nobody-${randomUUID()}`)
    const from = Date.now()
    expect(await move(flow.workflowId, from + 5 * HOUR)).toBe('moved')
    expect(await move(flow.workflowId, from + 2 * HOUR)).toBe('moved')
    await sleep(300)
    await isAt(flow.workflowId, from)
    const first = await rig.connection.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace: NAMESPACE,
      workflowExecution: { workflowId: flow.workflowId },
      fastForwardId: `to ${from + 5 * HOUR}`,
    })
    expect(first.failedReason).toContain('does not match')
    await flow.terminate()
  }, 30_000)

  test('reaches over continue-as-new', async () => {
    const flow = await begin('sleepsInRuns', [[], 3])
    await settled(flow.workflowId)
    const from = Date.now()
    await move(flow.workflowId, from + 4 * HOUR)
    const seen = (await flow.result()) as number[]
    expect(seen.map((ms) => Math.round((ms - from) / HOUR))).toEqual([1, 2, 3])
  }, 30_000)

  test('says so when there is nothing to move', async () => {
    const flow = await begin('waits', [0])
    await flow.result()
    expect(await move(flow.workflowId, Date.now() + HOUR)).toBe('gone')
    expect(await move('clock:nobody', Date.now() + HOUR)).toBe('gone')
  })

  test('more often than the server counts skips of one session (200)', async () => {
    const flow = await begin('waits', [1])
    await settled(flow.workflowId)
    const from = Date.now()
    for (let minutes = 1; minutes <= 220; minutes += 1) {
      await move(flow.workflowId, from + minutes * 60_000)
    }
    await isAt(flow.workflowId, from + 220 * 60_000)
    await flow.terminate()
  }, 30_000)
})

describe('a workflow born ahead', () => {
  const bear = (workflowId: string, offsetMs: number) =>
    rig.connection.workflowService.signalWithStartWorkflowExecution({
      namespace: NAMESPACE,
      workflowId,
      workflowType: { name: 'waits' },
      taskQueue: { name: rig.taskQueue },
      input: { payloads: toPayloads(defaultPayloadConverter, 2) ?? [] },
      signalName: 'lookAgain',
      requestId: randomUUID(),
      identity: 'test',
      ...bornAheadBy(offsetMs),
    })

  test('sees house time from its first line on; told again, it is not moved again', async () => {
    const workflowId = `clock:${randomUUID()}`
    const from = Date.now()
    await bear(workflowId, 40 * 24 * HOUR)
    await isAt(workflowId, from + 40 * 24 * HOUR)
    await settled(workflowId)
    await bear(workflowId, 40 * 24 * HOUR)
    const seen = (await rig.client.workflow.getHandle(workflowId).result()) as number[]
    expect(seen.map((ms) => Math.round((ms - from) / HOUR))).toEqual([960, 960, 960])
  }, 30_000)
})
