import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Connection } from '@temporalio/client'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { type Processes, processesOn } from '../../../activities/gateways/temporal-processes.ts'
import {
  bundleWorkflows,
  installTemporalRuntime,
} from '../../../activities/gateways/temporal-runtime.ts'
import { keepWorking } from '../../../activities/gateways/temporal-worker.ts'
import type { Log } from '../../../activities/platform/house.ts'
import type { ProcessActivities } from '../../../activities/platform/worker-activities-contract.ts'

export const NAMESPACE = 'default'
const WAIT_LIMIT_MS = 45_000

/** Warnings are part of what is tested here (servers that go away); errors are shown. */
export const testLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts, message) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
}

export type Rig = {
  readonly client: Client
  readonly connection: Connection
  readonly taskQueue: string
  readonly processes: Processes
  stop(): Promise<void>
}

let installed = false

/** A worker on a task queue of its own at the shared server, and everything to speak to it. */
export async function startRig(
  activities: ProcessActivities,
  options: { address?: string; log?: Log; workflowsPath?: string } = {},
): Promise<Rig> {
  const log = options.log ?? testLog
  if (!installed) installTemporalRuntime(log)
  installed = true
  const address = options.address ?? sharedAddress()
  const place = { address, namespace: NAMESPACE }
  const taskQueue = `test-${randomUUID()}`
  const { workflowsPath } = options
  const workflows = workflowsPath
    ? await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
    : await bundleWorkflows(log)
  const worker = keepWorking({ place, activities, workflows, verbsAtATime: 8, taskQueue, log })
  const connection = await Connection.connect({ address })
  return {
    client: new Client({ connection, namespace: NAMESPACE }),
    connection,
    taskQueue,
    processes: processesOn(connection, NAMESPACE, taskQueue),
    async stop() {
      await worker.stop()
      await connection.close()
    },
  }
}

export function sharedAddress(): string {
  const address = process.env.TEST_TEMPORAL_ADDRESS
  if (!address)
    throw new Error('TEST_TEMPORAL_ADDRESS is not set: run through npm test or npm run jest')
  return address
}

/** Waits for something that must become true. @throws with the last answer when it does not */
export async function eventually<T>(
  look: () => T | Promise<T>,
  isRight: (value: T) => boolean = Boolean,
  limitMs: number = WAIT_LIMIT_MS,
): Promise<T> {
  const until = Date.now() + limitMs
  for (;;) {
    const value = await look()
    if (isRight(value)) return value
    if (Date.now() > until) throw new Error(`it never came; at last: ${JSON.stringify(value)}`)
    await sleep(20)
  }
}
