import type { Log } from '../platform/house.ts'
import { type SteadyLoop, steadyLoop } from '../platform/steady-loop.ts'
import type { Processes } from './temporal-processes.ts'

const LOOK_EVERY_MS = 2_000

export type Arrival = 'first seen' | 'back' | 'another store'

/**
 * Notices that Temporal is there (again), and that its store is another one than before: somebody
 * deleted it, and every open process must be rebuilt from the books.
 *
 * @param onArrival is called again at the next look if it fails
 */
export function watchTemporal(
  processes: Processes,
  log: Log,
  onArrival: (arrival: Arrival) => Promise<void>,
): SteadyLoop {
  let knownStore: string | null = null
  let isAway = false

  async function look(): Promise<void> {
    const store = await storeOrNull()
    if (store === null) return
    const arrival = arrivalOf(knownStore, store, isAway)
    if (!arrival) return
    log.info({ arrival }, 'Temporal answers')
    await onArrival(arrival)
    knownStore = store
    isAway = false
  }

  async function storeOrNull(): Promise<string | null> {
    try {
      return await processes.storeId()
    } catch (error) {
      // Said once per absence, not every two seconds.
      if (!isAway) log.warn({ error: String(error) }, 'Temporal does not answer')
      isAway = true
      return null
    }
  }

  return steadyLoop({
    work: async () => {
      await look()
      return LOOK_EVERY_MS
    },
    onFailure: (error) =>
      log.warn({ error: String(error) }, 'could not take up work with Temporal; trying again'),
    restAfterFailureMs: LOOK_EVERY_MS,
  })
}

function arrivalOf(known: string | null, store: string, wasAway: boolean): Arrival | null {
  if (known === null) return 'first seen'
  if (known !== store) return 'another store'
  return wasAway ? 'back' : null
}
