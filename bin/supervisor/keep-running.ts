import { setTimeout as sleep } from 'node:timers/promises'
import type { Running } from '../embedded/spawn-detached.ts'
import type { Post, Roster } from './roster.ts'
import type { Say } from './say.ts'

/** Restarts wait 0.25 s, then twice as long each time; a while of good service forgives everything. */
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 15_000
const GOOD_SERVICE_MS = 30_000

export type Start<R extends Running> = (spawned: (running: Running) => void) => Promise<R>

/**
 * Starts a process, waits until it serves, and from then on starts it again whenever it dies.
 *
 * @param start calls `spawned` as soon as there is a process, and resolves when it serves
 * @returns the first one; its failure at the first start is the caller's
 */
export async function keepRunning<R extends Running>(
  post: Post,
  start: Start<R>,
  { roster, say }: { roster: Roster; say: Say },
): Promise<R> {
  const enlist = (running: Running) => roster.enlist(post, running)
  const first = await start(enlist)
  void watchOver(first)
  return first

  async function watchOver(served: Running): Promise<void> {
    let current: Running | undefined = served
    let wait = FIRST_WAIT_MS
    let since = Date.now()
    for (;;) {
      const exit = await current?.exited
      if (roster.leaving.aborted) return
      if (Date.now() - since > GOOD_SERVICE_MS) wait = FIRST_WAIT_MS
      if (exit) say(`${post} ended (${exit.signal ?? `exit ${exit.code}`}), starting it again …`)
      await sleep(wait)
      if (roster.leaving.aborted) return
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
      since = Date.now()
      current = await startAgain()
    }
  }

  async function startAgain(): Promise<Running | undefined> {
    try {
      const running = await start(enlist)
      say(`${post} is back (process ${running.pid})`)
      return running
    } catch (error) {
      // The loop comes round again, after a longer wait.
      if (!roster.leaving.aborted) say(`${post} did not start: ${(error as Error).message}`)
      return undefined
    }
  }
}
