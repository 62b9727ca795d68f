import { join } from 'node:path'
import { type Config, applicationDatabaseUrl } from '../config.ts'
import { rememberPort, rememberedPort } from '../embedded/ports.ts'
import { startPostgres } from '../embedded/postgres.ts'
import type { Secrets } from '../embedded/secrets.ts'
import { StartError } from '../embedded/start-error.ts'
import { findTemporal } from '../embedded/temporal-binary.ts'
import { startTemporal } from '../embedded/temporal.ts'
import { programCache } from '../embedded/writable-folder.ts'
import { keepRunning } from './keep-running.ts'
import type { Roster } from './roster.ts'
import type { Say } from './say.ts'

/** First choice of port; when somebody else has it, another is found and remembered. */
const PORTS = { postgres: 15_432, temporal: 7_233, temporalUi: 8_233 }

export type Surroundings = Readonly<{
  config: Readonly<Config>
  projectFolder: string
  dataFolder: string
  secrets: Secrets
  roster: Roster
  say: Say
}>

export type Database = Readonly<{ ownerUrl: string; appUrl: string }>
export type Processes = Readonly<{ address: string; uiUrl: string | undefined }>

/** The database of DATABASE_URL, or our own. */
export async function provideDatabase(here: Surroundings): Promise<Database> {
  const { config, dataFolder, say } = here
  if (config.DATABASE_URL) {
    say('PostgreSQL   the one of DATABASE_URL')
    return { ownerUrl: config.DATABASE_URL, appUrl: applicationDatabaseUrl(config) }
  }
  if (config.DATABASE_APP_URL) {
    throw new StartError('DATABASE_APP_URL is set without DATABASE_URL. Set both, or neither.')
  }
  const preferredPort = await rememberedPort(dataFolder, 'postgres', PORTS.postgres)
  let known: number | undefined
  const server = await keepRunning(
    'postgres',
    async (spawned) => {
      const started = await startPostgres({
        folder: join(dataFolder, 'postgres'),
        logFile: join(dataFolder, 'logs', 'postgres.log'),
        secrets: here.secrets,
        preferredPort: known ?? preferredPort,
        // The others hold its address by then.
        fixedPort: known !== undefined,
        kind: 'house',
        spawned,
        say,
      })
      known = started.port
      return started
    },
    here,
  )
  rememberPort(dataFolder, 'postgres', server.port)
  say(`PostgreSQL   127.0.0.1:${server.port}`)
  return server
}

/** The Temporal server of TEMPORAL_ADDRESS, or our own. */
export async function provideTemporal(here: Surroundings): Promise<Processes> {
  const { config, dataFolder, projectFolder, say } = here
  if (config.TEMPORAL_ADDRESS) {
    say(`Temporal     ${config.TEMPORAL_ADDRESS} (TEMPORAL_ADDRESS)`)
    return { address: config.TEMPORAL_ADDRESS, uiUrl: undefined }
  }
  const binary = await findTemporal({
    cli: config.TEMPORAL_CLI,
    searchPath: process.env.PATH,
    cacheFolder: programCache(projectFolder, dataFolder),
    say,
  })
  const preferredPort = await rememberedPort(dataFolder, 'temporal', PORTS.temporal)
  const preferredUiPort = await rememberedPort(dataFolder, 'temporal-ui', PORTS.temporalUi)
  let known: number | undefined
  const server = await keepRunning(
    'temporal',
    async (spawned) => {
      const started = await startTemporal({
        binary: binary.path,
        dbFile: join(dataFolder, 'temporal', 'temporal.db'),
        logFile: join(dataFolder, 'logs', 'temporal.log'),
        preferredPort: known ?? preferredPort,
        fixedPort: known !== undefined,
        preferredUiPort,
        namespaces: config.TEMPORAL_NAMESPACE === 'default' ? [] : [config.TEMPORAL_NAMESPACE],
        spawned,
      })
      known = started.port
      return started
    },
    here,
  )
  say(`Temporal     ${server.address} (${binary.way})`)
  return server
}
