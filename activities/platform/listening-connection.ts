import { Client } from 'pg'
import type { Log } from './house.ts'

const CONNECT_LIMIT_MS = 5_000
const RECONNECT_MS = 1_000

export type ListeningConnection = {
  /** Nothing happens while the connection is away. */
  notify(notices: readonly { readonly channel: string; readonly payload: string }[]): Promise<void>
  close(): Promise<void>
}

/** A connection of its own that listens on channels and comes back by itself when it is lost. */
export function listenOn(options: {
  readonly url: string
  readonly channels: readonly string[]
  readonly onNotice: (channel: string, payload: string) => void
  readonly log: Log
}): ListeningConnection {
  const { log } = options
  let client: Client | undefined
  let closed = false
  let again: NodeJS.Timeout | undefined
  let connecting = connect()

  async function connect(): Promise<void> {
    if (closed) return
    const fresh = new Client({
      connectionString: options.url,
      application_name: 'choba-feed',
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
    })
    fresh.on('notification', ({ channel, payload }) => options.onNotice(channel, payload ?? ''))
    fresh.on('error', (error) => log.warn({ error: error.message }, 'change feed lost its line'))
    fresh.on('end', () => {
      if (client === fresh) client = undefined
      connectLater()
    })
    try {
      await fresh.connect()
      await fresh.query(options.channels.map((channel) => `listen ${channel}`).join('; '))
      client = fresh
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'change feed cannot connect')
      connectLater()
      await fresh
        .end()
        .catch((endError: Error) => log.warn({ error: endError.message }, 'change feed not closed'))
    }
  }

  function connectLater(): void {
    if (closed || again) return
    again = setTimeout(() => {
      again = undefined
      connecting = connect()
    }, RECONNECT_MS)
    again.unref()
  }

  return {
    async notify(notices) {
      if (!client || notices.length === 0) return
      await client.query('select pg_notify(c, p) from unnest($1::text[], $2::text[]) n(c, p)', [
        notices.map((notice) => notice.channel),
        notices.map((notice) => notice.payload),
      ])
    },
    async close() {
      closed = true
      clearTimeout(again)
      await connecting
      await client?.end()
    },
  }
}
