import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../../bin/embedded/postgres.ts'
import { keptSecrets } from '../../bin/embedded/secrets.ts'
import { startTemporal } from '../../bin/embedded/temporal.ts'
import { clearLeftOvers, ownedFolder, recordServers } from './left-overs.ts'
import { temporalForTests } from './temporal-for-tests.ts'

export type TestServices = Readonly<{
  /** May create databases; owns `choba`. */
  ownerUrl: string
  appUrl: string
  /** host:port */
  temporalAddress: string
  stop(): Promise<void>
}>

/** One PostgreSQL (nothing flushed to disk) and one headless Temporal, both real, both thrown away. */
export async function startServices(): Promise<TestServices> {
  await clearLeftOvers()
  const folder = ownedFolder()
  const started = await Promise.allSettled([
    startPostgres({
      folder: join(folder, 'postgres'),
      logFile: join(folder, 'postgres.log'),
      secrets: keptSecrets(folder),
      kind: 'test',
      say: () => undefined,
    }),
    temporalForTests().then((binary) =>
      startTemporal({
        binary,
        dbFile: join(folder, 'temporal.db'),
        logFile: join(folder, 'temporal.log'),
      }),
    ),
  ])
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  recordServers(
    folder,
    running.map((server) => server.mark),
  )
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  const [postgres, temporal] = started
  if (postgres.status === 'fulfilled' && temporal.status === 'fulfilled') {
    const { ownerUrl, appUrl } = postgres.value
    return { ownerUrl, appUrl, temporalAddress: temporal.value.address, stop }
  }
  await stop()
  throw started.find((one) => one.status === 'rejected')?.reason
}
