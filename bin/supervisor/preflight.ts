import { existsSync } from 'node:fs'
import { isPortFree } from '../embedded/ports.ts'
import { StartError } from '../embedded/start-error.ts'

/** What can be known to go wrong before anything was started. */
export async function checkPort(host: string, port: number): Promise<void> {
  const isFree = await isPortFree(port, host).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(
      `HOST=${host} is no address of this machine (${error.code}). Use 127.0.0.1, or 0.0.0.0 for all.`,
    )
  })
  if (isFree) return
  throw new StartError(
    port < 1024
      ? `Port ${port} is in use or needs more rights. Start with another one: PORT=3000 npm start`
      : `Port ${port} is in use by another program. Start with another one: PORT=${port + 1} npm start`,
  )
}

export function checkPrograms(sources: readonly string[]): void {
  const missing = sources.filter((source) => !existsSync(source))
  if (missing.length === 0) return
  throw new StartError(`This copy of Choba is not complete: ${missing.join(', ')} is missing.`)
}
