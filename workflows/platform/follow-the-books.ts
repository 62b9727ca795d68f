import {
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { Reading } from '../../activities/platform/worker-activities-contract.ts'
import { assertNever } from '../../domain/platform/assert-never.ts'
import { LOOK_AGAIN, type ProcessKind } from '../../domain/platform/processes.ts'
import { reportTrouble } from './report-trouble.ts'
import { verbs } from './verbs.ts'

/** Far below the server's suggestion (4,096 events): a long stay's history stays quick to replay. */
const HISTORY_LIMIT = 1_000
/** Repetitions of one step that change nothing, before a person is told. */
const PATIENCE = 5
/** Pauses double up to the longest; a message ends them at once. */
const PAUSE_AFTER_NOTHING_MS = 1_000
const PAUSE_AFTER_FAILURE_MS = 60_000
const LONGEST_PAUSE_MS = 6 * 3_600_000

export const lookAgain = defineSignal(LOOK_AGAIN)

type Process<Step extends string> = {
  readonly kind: ProcessKind
  readonly id: string
  readonly read: () => Promise<Reading<Step>>
  readonly steps: Readonly<Record<Step, () => Promise<void>>>
}

/**
 * The one loop of every process: ask the books what is next, wait until it is due or the books
 * change, ask again, do what is due. What is due comes from the books alone, so the loop may be
 * started anew at any moment, by anybody, and goes on where the books are.
 *
 * @returns the outcome the books ended with
 */
export async function followTheBooks<Step extends string>(process: Process<Step>): Promise<string> {
  let messages = 0
  setHandler(lookAgain, () => {
    messages += 1
  })
  let failures = 0
  let lastDone = ''
  let repetitions = 0

  for (;;) {
    const seen = messages
    const isTold = () => messages > seen
    try {
      const reading = await process.read()
      const wait = msUntilDue(reading)
      if (wait > 0) {
        failures = 0
        repetitions = 0
        if (reading.hasCase) {
          await verbs.closeProcessCase({ process: process.kind, id: process.id })
        }
      }
      const { next } = reading
      switch (next.kind) {
        case 'ended':
          return next.outcome
        case 'wait':
          setCurrentDetails('Waiting for a message')
          await condition(isTold)
          break
        case 'at': {
          setCurrentDetails(`Next: ${next.step} at ${next.at}`)
          if (wait > 0) {
            // Told or due, the books are asked again: they have the last word on both.
            await condition(isTold, wait)
            break
          }
          const due = `${next.step} ${next.at}`
          if (due === lastDone) {
            // Done, and still due: let it rest for a moment, and after some of these tell a person.
            lastDone = ''
            repetitions += 1
            if (repetitions >= PATIENCE) throw new Error(`${next.step} changes nothing`)
            await condition(isTold, doubled(PAUSE_AFTER_NOTHING_MS, repetitions))
            break
          }
          await process.steps[next.step]()
          lastDone = due
          break
        }
        default:
          assertNever(next)
      }
    } catch (error) {
      // Cancelled by an operator: it ends, and reconcile brings it back while the books say "open".
      if (isCancellation(error)) throw error
      failures += 1
      await reportTrouble(process, error)
      await condition(isTold, doubled(PAUSE_AFTER_FAILURE_MS, failures))
    }
    if (workflowInfo().historyLength > HISTORY_LIMIT) await continueAsNew(process.id)
  }
}

function msUntilDue({ next, now }: Reading<string>): number {
  return next.kind === 'at' ? Date.parse(next.at) - Date.parse(now) : Number.POSITIVE_INFINITY
}

const doubled = (firstMs: number, times: number) =>
  Math.min(firstMs * 2 ** (times - 1), LONGEST_PAUSE_MS)
