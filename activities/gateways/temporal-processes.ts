import type { Connection } from '@temporalio/client'
import {
  defaultPayloadConverter,
  encodeWorkflowIdReusePolicy,
  toPayloads,
} from '@temporalio/common'
import {
  LOOK_AGAIN,
  type ProcessKind,
  REOPENED,
  TASK_QUEUE,
  workflowId,
} from '../../domain/platform/processes.ts'
import { GRPC, grpcCode } from './temporal-failures.ts'
import { bornAheadBy, bringTo, type StartRequest, timeInside } from './temporal-time.ts'

/** Nobody waits longer for the frontend than this; the caller tries again later. */
const CALL_LIMIT_MS = 5_000

const REJECT_DUPLICATE = encodeWorkflowIdReusePolicy('REJECT_DUPLICATE') ?? null
const REVIVE_BROKEN = encodeWorkflowIdReusePolicy('ALLOW_DUPLICATE_FAILED_ONLY') ?? null
const ALLOW_DUPLICATE = encodeWorkflowIdReusePolicy('ALLOW_DUPLICATE') ?? null
/** Numbers of temporal.api.enums.v1.WorkflowExecutionStatus. */
const RUNNING = 1
const COMPLETED = 2
const CONTINUED = 6
const PAUSED = 8

export type ProcessName = { readonly kind: ProcessKind; readonly id: string }

export type Message = {
  readonly process: ProcessName
  /** A message told twice under one id counts once. */
  readonly messageId: string
  /** How far the house clock is ahead of the wall. */
  readonly offsetMs: number
  /** Start it again if its last run failed, was terminated or cancelled. */
  readonly reviveBroken?: boolean
}

/** `broken`: failed, terminated, cancelled or timed out, so it did not finish its work. */
export type Standing = 'missing' | 'running' | 'completed' | 'broken'

/** The processes as Temporal has them. Every call carries ids only. */
export type Processes = {
  /**
   * Tells a process that its books changed, and starts it if it is not there.
   *
   * @returns 'over' when it has completed: it had read the books to their end, nothing is lost
   */
  tell(message: Message): Promise<'started' | 'told' | 'over'>
  standing(process: ProcessName): Promise<{ standing: Standing; insideMs: number }>
  /** Moves the process's own clock, and with it its timers, to a moment of the house clock. */
  bringTo(process: ProcessName, houseMs: number): ReturnType<typeof bringTo>
  /** Another value after the store was deleted; throws while the server is away. */
  storeId(): Promise<string>
}

export function processesOn(
  connection: Connection,
  namespace: string,
  taskQueue: string = TASK_QUEUE,
): Processes {
  const service = connection.workflowService
  const idOf = (process: ProcessName) => workflowId(process.kind, process.id)
  const limited = <T>(call: () => Promise<T>) =>
    connection.withDeadline(Date.now() + CALL_LIMIT_MS, call)

  async function tell(message: Message): Promise<'started' | 'told' | 'over'> {
    const { process, messageId, offsetMs, reviveBroken = false } = message
    const request: StartRequest = {
      namespace,
      workflowId: idOf(process),
      workflowType: { name: process.kind },
      workflowIdReusePolicy: reusePolicy(process.kind, reviveBroken),
      taskQueue: { name: taskQueue },
      input: { payloads: toPayloads(defaultPayloadConverter, process.id) ?? [] },
      signalName: LOOK_AGAIN,
      requestId: messageId,
      identity: 'choba',
      ...bornAheadBy(offsetMs),
    }
    try {
      const { started } = await service.signalWithStartWorkflowExecution(request)
      return started ? 'started' : 'told'
    } catch (error) {
      const code = grpcCode(error)
      if (code === GRPC.alreadyExists) return 'over'
      // A server that cannot skip time: the process lives on wall time and waits for differences only.
      if (code === GRPC.unimplemented && offsetMs > 0) return tell({ ...message, offsetMs: 0 })
      throw error
    }
  }

  async function standing(process: ProcessName) {
    try {
      const found = await service.describeWorkflowExecution({
        namespace,
        execution: { workflowId: idOf(process) },
      })
      const insideMs = timeInside(found)
      return { standing: standingOf(found.workflowExecutionInfo?.status), insideMs }
    } catch (error) {
      if (grpcCode(error) === GRPC.notFound) {
        return { standing: 'missing', insideMs: Date.now() } as const
      }
      throw error
    }
  }

  async function storeId(): Promise<string> {
    const { namespaceInfo } = await service.describeNamespace({ namespace })
    return namespaceInfo?.id ?? ''
  }

  return {
    tell: (message) => limited(() => tell(message)),
    standing: (process) => limited(() => standing(process)),
    bringTo: (process, houseMs) =>
      limited(() => bringTo(connection, namespace, idOf(process), houseMs)),
    storeId: () => limited(storeId),
  }
}

function reusePolicy(kind: ProcessKind, reviveBroken: boolean) {
  if (REOPENED.has(kind)) return ALLOW_DUPLICATE
  return reviveBroken ? REVIVE_BROKEN : REJECT_DUPLICATE
}

function standingOf(status: number | null | undefined): Standing {
  switch (status) {
    case RUNNING:
    case CONTINUED:
    case PAUSED:
      return 'running'
    case COMPLETED:
      return 'completed'
    default:
      return 'broken'
  }
}
