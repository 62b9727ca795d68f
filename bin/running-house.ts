import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Config, ConfigError, loadConfig } from './config.ts'
import { APP, DATABASE, databaseUrl } from './embedded/postgres-roles.ts'
import { keptSecrets } from './embedded/secrets.ts'
import { runningSupervisor } from './supervisor/run-record.ts'

/**
 * The configuration of a command that speaks with a house that is open: what the environment does not
 * say is taken from the data folder of the `npm start` running there.
 *
 * @throws ConfigError when neither names a house
 */
export function runningHouse(env: NodeJS.ProcessEnv): Readonly<Config> {
  const config = loadConfig(env)
  if ((config.DATABASE_URL || config.DATABASE_APP_URL) && config.TEMPORAL_ADDRESS) return config
  const folder = resolve(join(import.meta.dirname, '..'), config.CHOBA_DATA)
  if (!existsSync(folder) || !runningSupervisor(folder)) {
    throw new ConfigError(
      `No house is open in ${folder}. Start one with: npm start (or name its servers: DATABASE_APP_URL, TEMPORAL_ADDRESS, CHOBA_MASTER_KEY).`,
    )
  }
  const secrets = keptSecrets(folder)
  const ports = JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8')) as Ports
  const named = config.DATABASE_URL ?? config.DATABASE_APP_URL
  return Object.freeze({
    ...config,
    ...(named || !ports.postgres
      ? {}
      : { DATABASE_APP_URL: databaseUrl(APP, secrets.appPassword, ports.postgres, DATABASE) }),
    ...(config.TEMPORAL_ADDRESS || !ports.temporal
      ? {}
      : { TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}` }),
    CHOBA_MASTER_KEY: config.CHOBA_MASTER_KEY ?? secrets.masterKey,
  })
}

/** What the supervisor remembers of the servers it started. */
type Ports = { readonly postgres?: number; readonly temporal?: number }
