import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import type { Processes } from '../gateways/temporal-processes.ts'
import { forgetGuests } from '../lodging/forget-guests.ts'
import { houseOffsetMs } from './dispatch-outbox-rows.ts'
import { forgetExpired } from './forget-expired.ts'
import type { House } from './house.ts'
import { reconcileProcesses } from './reconcile-processes.ts'
import { wakeOverdue } from './reconcile-processes-overdue.ts'
import { runVerb } from './run-verb.ts'
import { type SteadyLoop, steadyLoop } from './steady-loop.ts'

const LOOK_MS = 1_000
const OVERDUE_EVERY_MS = 60_000
const RECONCILE_EVERY_MS = 3_600_000

/**
 * The worker's rounds, by wall time: every second whether the house clock was moved (then the clocks
 * inside the processes follow), every minute whether something due was missed, every hour whether
 * Temporal and the books still agree.
 */
export function startRounds(house: House, processes: Processes): SteadyLoop {
  let followedOffsetMs = -1
  let lastOffsetMs = -1
  let overdueAt = Date.now() + OVERDUE_EVERY_MS
  let reconcileAt = Date.now() + RECONCILE_EVERY_MS

  async function round(): Promise<number> {
    const offsetMs = await houseOffsetMs(house.database.sql)
    if (followedOffsetMs === -1) followedOffsetMs = offsetMs
    // While a walk is under way the processes due are told by its own messages; the others follow at its end.
    const hasSettled = offsetMs === lastOffsetMs
    lastOffsetMs = offsetMs
    if ((hasSettled && offsetMs !== followedOffsetMs) || Date.now() >= reconcileAt) {
      const found = await reconcileProcesses(house, processes)
      house.log.info(found, 'Temporal agrees with the books')
      followedOffsetMs = offsetMs
      await forgetExpired(house.database.sql)
      await runVerb(house, { actor: SYSTEM_ACTOR, requestId: 'rounds' }, forgetGuests, {})
      reconcileAt = Date.now() + RECONCILE_EVERY_MS
    }
    if (Date.now() >= overdueAt) {
      await wakeOverdue(house, processes)
      overdueAt = Date.now() + OVERDUE_EVERY_MS
    }
    return LOOK_MS
  }

  return steadyLoop({
    work: round,
    onFailure: (error) => house.log.warn({ error: String(error) }, 'the round was not finished'),
    restAfterFailureMs: 5 * LOOK_MS,
  })
}
