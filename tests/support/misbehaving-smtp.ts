import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** What the next mails meet, one each; afterwards the server behaves. */
export type Manner =
  | { readonly at: 'sender' | 'recipient' | 'data'; readonly code: number }
  /** Takes the whole mail and never answers. */
  | { readonly at: 'silence' }

export type SmtpForTests = {
  readonly url: string
  /** Every mail that was handed over whole, also one never answered. */
  readonly taken: string[]
  readonly manners: Manner[]
  stop(): Promise<void>
}

/** A real SMTP server that does what a test says. */
export async function startSmtp(): Promise<SmtpForTests> {
  const taken: string[] = []
  const manners: Manner[] = []
  const sockets = new Set<Socket>()
  const failAt = (at: Manner['at']) => {
    const [manner] = manners
    if (manner?.at !== at || !('code' in manner)) return null
    manners.shift()
    // As servers do: the sentence names the address.
    const error = new Error('<guest@example.com> no such person here')
    return Object.assign(error, { responseCode: manner.code })
  }
  const answerTo = async (stream: Readable) => {
    const source = await buffer(stream)
    const error = failAt('data')
    if (error) return error
    taken.push(source.toString('utf8'))
    if (manners[0]?.at !== 'silence') return null
    manners.shift()
    return 'silence' as const
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => done(failAt('sender')),
    onRcptTo: (_address, _session, done) => done(failAt('recipient')),
    onData(stream, _session, done) {
      const reply = async () => {
        const answer = await answerTo(stream)
        if (answer !== 'silence') done(answer)
      }
      void reply()
    },
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  listening.on('connection', (socket: Socket) => sockets.add(socket))
  await once(listening, 'listening')
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    taken,
    manners,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** An address where nobody listens. */
export async function nobodyAt(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `smtp://127.0.0.1:${port}`
}
