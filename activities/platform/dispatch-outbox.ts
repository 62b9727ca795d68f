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

const BATCH = 64
/** A notice normally comes first; this is for the ones that got lost, and for pauses that end. */
const POLL_MS = 1_000
const PAUSE_WITHOUT_BOOKS_MS = 2_000

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
  let stopping = false
  let woken = false
  let wakeUp: () => void = () => undefined
  const wake = () => {
    woken = true
    wakeUp()
  }
  const rest = async (ms: number) => {
    if (!woken && !stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        wakeUp = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    woken = false
  }
  const forget = house.changes.onOutbox(wake)

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        const sent = await dispatchOnce(house, processes)
        if (sent === 0) await rest(POLL_MS)
      } catch (error) {
        house.log.warn({ error: String(error) }, 'the outbox cannot be read; trying again')
        await rest(PAUSE_WITHOUT_BOOKS_MS)
      }
    }
  }
  const running = run()

  return {
    async hurry() {
      await endAllPauses(house.database.sql)
      wake()
    },
    async stop() {
      stopping = true
      forget()
      wakeUp()
      await running
    },
  }
}

/** One batch. @returns how many messages were claimed */
export async function dispatchOnce(house: House, processes: Processes): Promise<number> {
  const { sql } = house.database
  const claims = await claimDue(sql, BATCH)
  if (claims.length === 0) return 0
  const offsetMs = await houseOffsetMs(sql)
  // One unanswered call says that nobody answers: the rest of the batch need not find out one by one.
  let away: string | null = null
  await fewAtATime(claims, async (claim) => {
    if (away) return markFailed(sql, claim, away)
    const error = await deliver(processes, claim, offsetMs)
    if (!error) return markDelivered(sql, claim)
    if (isAway(error)) away = error.message
    house.log.warn({ ...claim.process, attempts: claim.attempts, error: error.message }, 'message not delivered')
    return markFailed(sql, claim, error.message)
  })
  return claims.length
}

async function deliver(processes: Processes, claim: Claim, offsetMs: number): Promise<Error | null> {
  try {
    await processes.tell({
      process: claim.process,
      messageId: `outbox:${claim.rowIds.at(-1)}`,
      offsetMs,
    })
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
