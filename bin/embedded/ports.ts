import { createServer } from 'node:net'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

export const LOOPBACK = '127.0.0.1'

export function isPortFree(port: number, host: string = LOOPBACK): Promise<boolean> {
  return listenOnce(port, host).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false
      throw error
    },
  )
}

/** @param preferred tried first; 0 means any */
export async function freePort(preferred = 0): Promise<number> {
  if (preferred !== 0 && (await isPortFree(preferred))) return preferred
  return listenOnce(0, LOOPBACK)
}

/**
 * The port for the n-th attempt to start a server. Between our look and its own bind somebody may
 * take the port, hence the attempts.
 *
 * @throws StartError when it had to be this one
 */
export async function choosePort(
  wish: { preferredPort?: number; fixedPort?: boolean },
  attempt: number,
): Promise<number> {
  const port = await freePort(attempt === 1 ? wish.preferredPort : 0)
  if (wish.fixedPort && port !== wish.preferredPort) {
    throw new StartError(`Port ${wish.preferredPort} was taken by another program meanwhile.`)
  }
  return port
}

type Ports = Record<string, number>

/**
 * The port of an embedded server, the same at every start while nobody else took it: people keep
 * addresses in their database tools and browser tabs.
 */
export async function rememberedPort(
  folder: string,
  name: string,
  preferred: number,
): Promise<number> {
  const port = await freePort(readPorts(folder)[name] ?? preferred)
  rememberPort(folder, name, port)
  return port
}

export function rememberPort(folder: string, name: string, port: number): void {
  writeFileSync(
    join(folder, 'ports.json'),
    `${JSON.stringify({ ...readPorts(folder), [name]: port })}\n`,
  )
}

function readPorts(folder: string): Ports {
  try {
    return JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8')) as Ports
  } catch {
    // First start, or a file cut short by a crash: only convenience is lost.
    return {}
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const bound = address !== null && typeof address === 'object' ? address.port : port
      server.close(() => resolve(bound))
    })
  })
}
