import type { Log } from './house.ts'
import { listenOn } from './listening-connection.ts'

/** What changed, for the screens that show it. Ids only. */
export type Change = {
  readonly subjects: readonly string[]
  readonly propertyIds: readonly string[]
}

/**
 * After a commit the screens and the outbox's dispatcher hear of it through NOTIFY, on a connection of
 * its own: inside the verb's transaction NOTIFY would make all commits queue for one lock. A lost
 * notice loses nothing: the dispatcher polls and the screens refetch.
 */
export type ChangeFeed = {
  publish(change: Change, outbox: boolean): void
  onChange(listener: (change: Change) => void): () => void
  onOutbox(listener: () => void): () => void
  close(): Promise<void>
}

const CHANGES = 'choba_changes'
const OUTBOX = 'choba_outbox'
const GATHER_MS = 20
/** A notice holds less than 8,000 bytes; more subjects than this go out as "everything". */
const SUBJECTS_MAX = 100

export function openChangeFeed(url: string, log: Log): ChangeFeed {
  const changeListeners = new Set<(change: Change) => void>()
  const outboxListeners = new Set<() => void>()
  const subjects = new Set<string>()
  const propertyIds = new Set<string>()
  let outboxWaiting = false
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const line = listenOn({
    url,
    log,
    channels: [CHANGES, OUTBOX],
    onNotice(channel, payload) {
      if (channel === OUTBOX) for (const listener of outboxListeners) listener()
      else for (const listener of changeListeners) listener(JSON.parse(payload) as Change)
    },
  })

  /** Everything gathered so far, as notices; the gathering begins anew. */
  function takeNotices() {
    const all = subjects.size > SUBJECTS_MAX
    const change: Change = { subjects: all ? ['*'] : [...subjects], propertyIds: [...propertyIds] }
    const notices = [
      ...(subjects.size > 0 ? [{ channel: CHANGES, payload: JSON.stringify(change) }] : []),
      ...(outboxWaiting ? [{ channel: OUTBOX, payload: '' }] : []),
    ]
    subjects.clear()
    propertyIds.clear()
    outboxWaiting = false
    return notices
  }

  function flushSoon(): void {
    timer ??= setTimeout(() => void flush(), GATHER_MS)
  }
  /** One at a time: what is published meanwhile goes with the next. */
  async function flush(): Promise<void> {
    try {
      await line.notify(takeNotices())
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'a notice was not sent')
    }
    timer = undefined
    if (!closed && (subjects.size > 0 || outboxWaiting)) flushSoon()
  }

  return {
    publish(change, outbox) {
      for (const subject of change.subjects) subjects.add(subject)
      for (const propertyId of change.propertyIds) propertyIds.add(propertyId)
      outboxWaiting ||= outbox
      flushSoon()
    },
    onChange(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    onOutbox(listener) {
      outboxListeners.add(listener)
      return () => outboxListeners.delete(listener)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await line.close()
    },
  }
}
