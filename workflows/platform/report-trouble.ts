import { ApplicationFailure, log, rootCause } from '@temporalio/workflow'
import type { ProcessKind } from '../../domain/platform/processes.ts'
import { verbs } from './verbs.ts'

/** Long enough for a code and a sentence, short enough for a list. */
const CAUSE_LIMIT = 200

/**
 * Puts the process onto the list of things that need a person. When even that fails (the books are
 * away), the log says so and the loop's next failure tries again: never silent, never fatal.
 */
export async function reportTrouble(
  process: { readonly kind: ProcessKind; readonly id: string },
  error: unknown,
): Promise<void> {
  try {
    await verbs.openProcessCase({ process: process.kind, id: process.id, cause: causeOf(error) })
  } catch (reportError) {
    log.error('trouble could not be reported', {
      trouble: causeOf(error),
      because: causeOf(reportError),
    })
  }
}

/** The refusal's code where there is one; else the innermost message. */
function causeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ApplicationFailure && at.type && at.type !== 'Error') {
      return `${at.type}: ${at.message}`.slice(0, CAUSE_LIMIT)
    }
  }
  return (rootCause(error) ?? String(error)).slice(0, CAUSE_LIMIT)
}
