import { Client } from 'pg'
import type { Log } from './house.ts'

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
const RECONNECT_MS = 1_000
/** A notice holds less than 8,000 bytes; more subjects than this go out as "everything". */
const SUBJECTS_MAX = 100

export function openChangeFeed(url: string, log: Log): ChangeFeed {
  const changeListeners = new Set<(change: Change) => void>()
  const outboxListeners = new Set<() => void>()
  const subjects = new Set<string>()
  const propertyIds = new Set<string>()
  let outboxWaiting = false
  let timer: NodeJS.Timeout | undefined
  let client: Client | undefined
  let closed = false

  async function connect(): Promise<void> {
    if (closed) return
    const fresh = new Client({
      connectionString: url,
      application_name: 'choba-feed',
      connectionTimeoutMillis: 5_000,
    })
    fresh.on('notification', ({ channel, payload }) => {
      if (channel === OUTBOX) for (const listener of outboxListeners) listener()
      else if (payload)
        for (const listener of changeListeners) listener(JSON.parse(payload) as Change)
    })
    fresh.on('error', (error) =>
      log.warn({ error: error.message }, 'change feed lost its connection'),
    )
    fresh.on('end', () => {
      if (client === fresh) client = undefined
      reconnectLater()
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANGES}; listen ${OUTBOX}`)
      client = fresh
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'change feed cannot connect')
      await fresh
        .end()
        .catch((endError: Error) => log.warn({ error: endError.message }, 'change feed not closed'))
    }
  }
  let reconnecting: NodeJS.Timeout | undefined
  function reconnectLater(): void {
    if (closed || reconnecting) return
    reconnecting = setTimeout(() => {
      reconnecting = undefined
      connecting = connect()
    }, RECONNECT_MS)
    reconnecting.unref()
  }
  let connecting = connect()

  function flushSoon(): void {
    timer ??= setTimeout(() => void flush(), GATHER_MS)
  }
  /** One notice at a time: what is published meanwhile goes with the next. */
  async function flush(): Promise<void> {
    const all = subjects.size > SUBJECTS_MAX
    const change: Change = { subjects: all ? ['*'] : [...subjects], propertyIds: [...propertyIds] }
    const wakeOutbox = outboxWaiting
    subjects.clear()
    propertyIds.clear()
    outboxWaiting = false
    try {
      await client?.query(
        'select pg_notify($1, $2) where $3 union all select pg_notify($4, $5) where $6',
        [CHANGES, JSON.stringify(change), change.subjects.length > 0, OUTBOX, '', wakeOutbox],
      )
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
      clearTimeout(reconnecting)
      await connecting
      await client?.end()
    },
  }
}
