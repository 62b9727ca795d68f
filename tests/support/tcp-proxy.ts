import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type TcpProxy = {
  readonly port: number
  /** Ends every connection at once and lets nobody in, as a server that is gone. */
  cut(): void
  mend(): void
  /** The next time this is said to the server, it arrives, but the answer never does: the line is cut instead. */
  loseAnswerTo(words: string): void
  stop(): Promise<void>
}

/** A line to a server that a test can cut. */
export async function startProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const open = new Set<Socket>()
  let isCut = false
  let losing: string | null = null

  const server = createServer((client) => {
    if (isCut) {
      client.resetAndDestroy()
      return
    }
    const upstream = connect(target)
    let answerIsLost = false
    const pair = [client, upstream]
    for (const socket of pair) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        for (const other of pair) other.destroy()
      })
    }
    client.on('data', (bytes) => {
      if (losing !== null && bytes.includes(losing)) {
        losing = null
        answerIsLost = true
      }
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (answerIsLost) client.resetAndDestroy()
      else client.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cutAll = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true
      cutAll()
    },
    mend() {
      isCut = false
    },
    loseAnswerTo(words) {
      losing = words
    },
    async stop() {
      cutAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
