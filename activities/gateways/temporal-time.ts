import type { Connection } from '@temporalio/client'
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js'
import { GRPC, grpcCode } from './temporal-failures.ts'

/**
 * The server's experimental "time skipping" (1.32), the only place that knows it; what it does is
 * written down by tests/workflows/temporal-time.test.ts. In short: a fast-forward jumps one workflow's
 * clock to the next timer or to its target, whichever comes first, whenever no workflow task is in
 * flight; at the target it switches itself off; a later one replaces an unfinished one; it survives
 * continue-as-new. Time never goes back. Schedules do not follow.
 */
type WorkflowService = Connection['workflowService']
export type StartRequest = Parameters<WorkflowService['signalWithStartWorkflowExecution']>[0]
type Description = Awaited<ReturnType<WorkflowService['describeWorkflowExecution']>>

/** Less than a person can see, more than two machines' clocks differ; a jump for less is not worth a call. */
const UNNOTICEABLE_MS = 250

/**
 * Lets a workflow be born at house time: its first task is delayed by the offset, and that delay is
 * skipped at once. So even its first event carries the house's time.
 */
export function bornAheadBy(
  offsetMs: number,
): Partial<Pick<StartRequest, 'workflowStartDelay' | 'timeSkippingConfig'>> {
  if (offsetMs <= 0) return {}
  return {
    workflowStartDelay: msToTs(offsetMs),
    timeSkippingConfig: {
      enabled: true,
      fastForwardConfig: { id: 'birth', duration: msToTs(offsetMs) },
    },
  }
}

/** The time inside a workflow, in ms since 1970. */
export function timeInside(description: Description): number {
  const moved = description.workflowExtendedInfo?.timeSkippingInfo?.currentTime
  return moved ? tsToMs(moved) : Date.now()
}

/**
 * Brings one workflow's clock to a moment; a moment that has passed there already changes nothing, so
 * it may be called as often as one likes, whatever became of the calls before.
 *
 * @returns 'unsupported' when the server was started without time skipping
 */
export async function bringTo(
  connection: Connection,
  namespace: string,
  workflowId: string,
  houseMs: number,
): Promise<'there' | 'moved' | 'gone' | 'unsupported'> {
  const service = connection.workflowService
  const workflowExecution = { workflowId }
  try {
    const asked = Date.now()
    const description = await service.describeWorkflowExecution({
      namespace,
      execution: workflowExecution,
    })
    if (description.workflowExecutionInfo?.closeTime) return 'gone'
    const lagMs = houseMs + (Date.now() - asked) - timeInside(description)
    if (lagMs <= UNNOTICEABLE_MS) return 'there'
    await service.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      identity: 'house clock',
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          fastForwardConfig: { id: `to ${houseMs}`, duration: msToTs(lagMs) },
        },
      },
      updateMask: { paths: ['time_skipping_config'] },
    })
    return 'moved'
  } catch (error) {
    const code = grpcCode(error)
    if (code === GRPC.notFound) return 'gone'
    if (code === GRPC.unimplemented) return 'unsupported'
    throw error
  }
}
