import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

const BYTES_MAX = 10_000_000
const LOOPBACK = '127.0.0.1'

export type MailboxServer = { readonly port: number; close(): Promise<void> }

/**
 * A mail server that delivers nothing: whatever it is given, it hands over. On this machine only.
 *
 * @param caught a mail as it came over the wire; when it throws, the sender is asked to try again
 */
export async function startMailboxServer(
  port: number,
  caught: (source: Buffer) => Promise<void>,
): Promise<MailboxServer> {
  /** What the sender is told: nothing when it was caught. */
  const take = async (stream: Readable): Promise<Error | null> => {
    try {
      await caught(await buffer(stream))
      return null
    } catch {
      // Why, whoever was handed the mail has said.
      return Object.assign(new Error('Not caught, try again'), { responseCode: 451 })
    }
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: BYTES_MAX,
    onData(stream, _session, callback) {
      const answer = async () => callback(await take(stream))
      void answer()
    },
  })
  const listening = server.listen(port, LOOPBACK)
  await once(listening, 'listening')
  const address = listening.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
