import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../bin/embedded/ports.ts'
import { type TemporalServer, startTemporal } from '../../bin/embedded/temporal.ts'
import { clearLeftOvers, ownedFolder, recordServers } from './left-overs.ts'
import { temporalForTests } from './temporal-for-tests.ts'

export type PrivateTemporal = Readonly<{
  /** host:port, the same over all restarts. */
  address: string
  dbFile: string
  start(): Promise<void>
  /** SIGKILL, as a power cut would do it. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** Removes the SQLite file; the server must be down. */
  deleteStore(): void
  /** Stops it and removes its folder. */
  close(): Promise<void>
}>

/** A Temporal server of the test's own, to be killed, robbed of its store and started again. */
export async function privateTemporal(options: { port?: number } = {}): Promise<PrivateTemporal> {
  await clearLeftOvers()
  const binary = await temporalForTests()
  const folder = ownedFolder()
  const dbFile = join(folder, 'temporal.db')
  const port = options.port ?? (await freePort())
  const address = `127.0.0.1:${port}`
  let server: TemporalServer | undefined

  const start = async () => {
    const logFile = join(folder, 'temporal.log')
    server = await startTemporal({ binary, dbFile, logFile, preferredPort: port })
    recordServers(folder, [server.mark])
    if (server.address !== address) throw new Error(`port ${port} was taken by somebody else`)
  }
  const stop = async () => {
    await server?.stop()
    server = undefined
  }
  return {
    address,
    dbFile,
    start,
    stop,
    async kill() {
      if (server === undefined) return
      process.kill(server.pid, 'SIGKILL')
      await server.exited
      server = undefined
    },
    deleteStore() {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${dbFile}${suffix}`, { force: true })
    },
    async close() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
