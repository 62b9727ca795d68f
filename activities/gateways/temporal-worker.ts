import {
  NativeConnection,
  Worker,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker'
import { TASK_QUEUE } from '../../domain/platform/processes.ts'
import type { Log } from '../platform/house.ts'
import { steadyLoop } from '../platform/steady-loop.ts'
import type { ProcessActivities } from '../platform/worker-activities-contract.ts'
import { addressOf, type TemporalPlace } from './temporal-connection.ts'

const REST_AFTER_FAILURE_MS = 2_000
/** Verbs take milliseconds; the supervisor waits five seconds before it kills. A verb cut off is repeated. */
const GRACE_MS = 3_000
const FORCE_MS = 4_500
/** About 1 MB each; the SDK's own default grows with the heap until it is full. */
const CACHED_WORKFLOWS = 200
/** How long a task waits for the worker that knows the workflow already, before any other may take it. */
const STICKY_MS = 5_000

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

/** Works whenever Temporal is there, and tries again while it is not. */
export function keepWorking(order: WorkerOrder): KeptWorker {
  const { log } = order
  let current: Worker | undefined
  let isLeaving = false

  const loop = steadyLoop({
    work: async () => {
      await workOnce(order, (worker) => {
        current = worker
        if (isLeaving) worker.shutdown()
      })
      return REST_AFTER_FAILURE_MS
    },
    onFailure: (error) => {
      current = undefined
      log.warn({ error: String(error) }, 'no work from Temporal; trying again')
    },
    restAfterFailureMs: REST_AFTER_FAILURE_MS,
  })

  return {
    async stop() {
      isLeaving = true
      const stopped = loop.stop()
      if (current?.getState() === 'RUNNING') current.shutdown()
      await stopped
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
    stickyQueueScheduleToStartTimeout: STICKY_MS,
    shutdownGraceTime: GRACE_MS,
    shutdownForceTime: FORCE_MS,
  }
}
