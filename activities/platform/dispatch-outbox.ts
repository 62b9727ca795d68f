import { isAway } from '../gateways/temporal-failures.ts'
import type { Processes } from '../gateways/temporal-processes.ts'
import { fewAtATime } from './dispatch-outbox-in-flight.ts'
import {
  type Claim,
  claimDue,
  endAllPauses,
  houseOffsetMs,
  markDelivered,
  markFailed,
} from './dispatch-outbox-rows.ts'
import type { House } from './house.ts'
import { steadyLoop } from './steady-loop.ts'

const BATCH = 64
/** A notice normally comes first; this is for the ones that got lost, and for pauses that end. */
const POLL_MS = 1_000
const REST_WITHOUT_BOOKS_MS = 2_000

export type Dispatcher = {
  /** Temporal has just come back: send what waits for a later attempt. */
  hurry(): Promise<void>
  /** Ends after the batch under way. */
  stop(): Promise<void>
}

/**
 * Tells Temporal what the committed commands left in the outbox, as often as it takes. Runs in the
 * worker's process: woken by NOTIFY after each commit, by a poll otherwise. Books or Temporal away:
 * waits and goes on.
 */
export function startDispatcher(house: House, processes: Processes): Dispatcher {
  const loop = steadyLoop({
    work: async () => ((await dispatchOnce(house, processes)) > 0 ? 0 : POLL_MS),
    onFailure: (error) =>
      house.log.warn({ error: String(error) }, 'the outbox cannot be read; trying again'),
    restAfterFailureMs: REST_WITHOUT_BOOKS_MS,
  })
  const forget = house.changes.onOutbox(() => loop.wake())
  return {
    async hurry() {
      await endAllPauses(house.database.sql)
      loop.wake()
    },
    async stop() {
      forget()
      await loop.stop()
    },
  }
}

/** One batch. @returns how many processes there was a message for */
export async function dispatchOnce(house: House, processes: Processes): Promise<number> {
  const { sql } = house.database
  const claims = await claimDue(sql, BATCH)
  if (claims.length === 0) return 0
  const offsetMs = await houseOffsetMs(sql)
  // One unanswered call says that nobody answers: the rest of the batch need not find out one by one.
  let away: string | null = null
  await fewAtATime(claims, async (claim) => {
    if (away !== null) return markFailed(sql, claim, away)
    const error = await deliver(processes, claim, offsetMs)
    if (!error) return markDelivered(sql, claim)
    if (isAway(error)) away = error.message
    const { process, attempts } = claim
    house.log.warn({ ...process, attempts, error: error.message }, 'message not delivered')
    return markFailed(sql, claim, error.message)
  })
  return claims.length
}

async function deliver(
  processes: Processes,
  claim: Claim,
  offsetMs: number,
): Promise<Error | null> {
  const messageId = `outbox:${claim.rowIds.at(-1)}`
  try {
    await processes.tell({ process: claim.process, messageId, offsetMs })
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
