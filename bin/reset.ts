import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { ConfigError, loadConfig } from './config.ts'
import { StartError } from './embedded/start-error.ts'
import { ensureDataFolder } from './embedded/writable-folder.ts'
import { claimFolder } from './supervisor/run-record.ts'
import { say } from './supervisor/say.ts'

/**
 * `npm run reset -- --yes`: forgets everything, so that the next `npm start` is a first start.
 * Removes only what we made ourselves, by name; other files in the folder stay.
 */
const OURS = ['postgres', 'temporal', 'logs', 'demo-logins.json', 'secrets.json', 'ports.json']

async function reset(): Promise<void> {
  const config = loadConfig(process.env)
  const folder = resolve(join(import.meta.dirname, '..'), config.CHOBA_DATA)
  const isSure = process.argv.includes('--yes')
  if (config.CHOBA_HOUSE === 'production') {
    throw new StartError('This is a production house (CHOBA_HOUSE): reset will not touch it.')
  }
  const target = config.DATABASE_URL ? databaseName(config.DATABASE_URL) : `all data in ${folder}`
  if (!isSure) {
    throw new StartError(`This deletes ${target} for good. If you mean it: npm run reset -- --yes`)
  }
  ensureDataFolder(folder)
  const record = await claimFolder(folder, 'npm run reset', say)
  if (config.DATABASE_URL) await emptySchema(config.DATABASE_URL)
  for (const name of OURS) rmSync(join(folder, name), { recursive: true, force: true })
  record.clear()
  say(`Deleted ${target}.`)
}

/** Without the password: this is shown. */
function databaseName(connectionString: string): string {
  const { host, pathname } = new URL(connectionString)
  return `the schema public of ${host}${pathname}`
}

async function emptySchema(connectionString: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    await client.query('begin; drop schema public cascade; create schema public; commit')
  } finally {
    await client.end()
  }
}

try {
  await reset()
} catch (error) {
  if (!(error instanceof StartError || error instanceof ConfigError)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
