import { once } from 'node:events'
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
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: BYTES_MAX,
    onData(stream, _session, callback) {
      buffer(stream)
        .then(caught)
        .then(
          () => callback(),
          () => callback(Object.assign(new Error('Not caught, try again'), { responseCode: 451 })),
        )
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
