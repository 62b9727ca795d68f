import {
  NativeConnection,
  Worker,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker'
import { TASK_QUEUE } from '../../domain/platform/processes.ts'
import type { Log } from '../platform/house.ts'
import type { ProcessActivities } from '../platform/worker-activities-contract.ts'
import { addressOf, type TemporalPlace } from './temporal-connection.ts'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000
/** Verbs take milliseconds; the supervisor waits five seconds before it kills. A verb cut off is repeated. */
const GRACE_MS = 3_000
const FORCE_MS = 4_500
/** About 1 MB each; the SDK's own default grows with the heap until it is full. */
const CACHED_WORKFLOWS = 200

export type WorkerOrder = {
  readonly place: TemporalPlace
  readonly activities: ProcessActivities
  readonly workflows: WorkflowBundleOption
  /** Verbs at a time: not more than there are connections to the books. */
  readonly verbsAtATime: number
  readonly taskQueue?: string
  readonly log: Log
}

export type KeptWorker = {
  /** Lets the verbs under way finish, then closes the connection. */
  stop(): Promise<void>
}

/** Works whenever Temporal is there; while it is away, tries again, a little less often each time. */
export function keepWorking(order: WorkerOrder): KeptWorker {
  const { log } = order
  let stopping = false
  let current: Worker | undefined
  let endPause: () => void = () => undefined

  async function run(): Promise<void> {
    for (let failures = 0; !stopping; ) {
      try {
        await workOnce(order, (worker) => {
          current = worker
          failures = 0
          if (stopping) worker.shutdown()
        })
      } catch (error) {
        failures += 1
        const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
        log.warn({ error: String(error), pauseMs }, 'no work from Temporal; trying again')
        await new Promise<void>((resolve) => {
          endPause = resolve
          setTimeout(resolve, pauseMs)
        })
      } finally {
        current = undefined
      }
    }
  }
  const running = run()

  return {
    async stop() {
      stopping = true
      endPause()
      if (current?.getState() === 'RUNNING') current.shutdown()
      await running
    },
  }
}

async function workOnce(order: WorkerOrder, onReady: (worker: Worker) => void): Promise<void> {
  const connection = await NativeConnection.connect(addressOf(order.place))
  try {
    const worker = await Worker.create(optionsFor(order, connection))
    const run = worker.run()
    onReady(worker)
    order.log.info({ address: order.place.address }, 'working for Temporal')
    await run
  } finally {
    await connection.close()
  }
}

function optionsFor(order: WorkerOrder, connection: NativeConnection): WorkerOptions {
  return {
    connection,
    namespace: order.place.namespace,
    taskQueue: order.taskQueue ?? TASK_QUEUE,
    activities: order.activities,
    workflowBundle: order.workflows,
    maxConcurrentLocalActivityExecutions: order.verbsAtATime,
    maxConcurrentActivityTaskExecutions: order.verbsAtATime,
    maxCachedWorkflows: CACHED_WORKFLOWS,
    shutdownGraceTime: GRACE_MS,
    shutdownForceTime: FORCE_MS,
  }
}
