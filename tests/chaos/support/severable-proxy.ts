import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP proxy that can be shut and opened again on the same port: a network that fails. */
export async function severableProxy(target: { host: string; port: number }) {
  const open = new Set<Socket>()
  let server: Server | undefined
  let port = 0

  async function mend(): Promise<void> {
    const fresh = createServer((near) => {
      const far = connect(target)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one)
        one.pipe(other)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          open.delete(one)
          other.destroy()
        })
      }
    })
    await new Promise<void>((resolve) => fresh.listen(port, '127.0.0.1', resolve))
    port = (fresh.address() as AddressInfo).port
    server = fresh
  }
  async function sever(): Promise<void> {
    const closing = server
    server = undefined
    for (const socket of open) socket.destroy()
    if (closing) await new Promise((resolve) => closing.close(resolve))
  }
  await mend()
  return { port, mend, sever }
}
