import type { Log } from '../platform/house.ts'
import type { Processes } from './temporal-processes.ts'

const LOOK_EVERY_MS = 2_000

export type Arrival = 'first seen' | 'back' | 'another store'
export type Watch = { stop(): Promise<void> }

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
): Watch {
  let stopping = false
  let endPause: () => void = () => undefined
  let knownStore: string | null = null
  let isAway = false

  async function look(): Promise<void> {
    let store: string
    try {
      store = await processes.storeId()
    } catch (error) {
      if (!isAway) log.warn({ error: String(error) }, 'Temporal does not answer')
      isAway = true
      return
    }
    const arrival = arrivalOf(knownStore, store, isAway)
    if (!arrival) return
    log.info({ arrival }, 'Temporal answers')
    await onArrival(arrival)
    knownStore = store
    isAway = false
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        await look()
      } catch (error) {
        log.warn({ error: String(error) }, 'could not take up work with Temporal; trying again')
      }
      if (stopping) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS)
        endPause = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = run()
  return {
    async stop() {
      stopping = true
      endPause()
      await running
    },
  }
}

function arrivalOf(known: string | null, store: string, wasAway: boolean): Arrival | null {
  if (known === null) return 'first seen'
  if (known !== store) return 'another store'
  return wasAway ? 'back' : null
}
