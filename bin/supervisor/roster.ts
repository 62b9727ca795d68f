import { isAlive } from '../embedded/process-mark.ts'
import type { Running } from '../embedded/spawn-detached.ts'
import type { RunRecord } from './run-record.ts'

/** Who serves people stops first, who keeps the data stops last. */
const STOPPING_ORDER = ['web', 'worker', 'migration', 'temporal', 'postgres'] as const

export type Post = (typeof STOPPING_ORDER)[number]

/** The processes of the house that live just now, whether they already serve or are still starting. */
export type Roster = Readonly<{
  /** Aborted when the house closes: nothing is started again after that. */
  leaving: AbortSignal
  enlist(post: Post, running: Running): void
  /** Ends all, one after the other, and resolves when none is left. */
  dismissAll(told: (post: Post) => void): Promise<void>
}>

export function openRoster(record: RunRecord): Roster {
  const living = new Map<Post, Running>()
  const closing = new AbortController()
  const latecomers: Promise<void>[] = []
  return {
    leaving: closing.signal,
    enlist(post, running) {
      record.note(post, running.mark)
      if (closing.signal.aborted) latecomers.push(running.stop())
      else living.set(post, running)
    },
    async dismissAll(told) {
      closing.abort()
      for (const post of STOPPING_ORDER) {
        const running = living.get(post)
        if (running === undefined || !isAlive(running.mark)) continue
        told(post)
        await running.stop()
      }
      await Promise.all(latecomers)
    },
  }
}
