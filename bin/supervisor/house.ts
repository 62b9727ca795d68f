import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { rememberedPort } from '../embedded/ports.ts'
import { keptSecrets } from '../embedded/secrets.ts'
import { ensureDataFolder } from '../embedded/writable-folder.ts'
import { banner } from './banner.ts'
import {
  type Database,
  type Processes,
  type Surroundings,
  provideDatabase,
  provideTemporal,
} from './embedded-servers.ts'
import { keepRunning } from './keep-running.ts'
import { checkPort, checkPrograms } from './preflight.ts'
import { type Program, runProgram, startProgram } from './program.ts'
import { openRoster } from './roster.ts'
import { claimFolder } from './run-record.ts'
import type { Say } from './say.ts'

/** Our own processes, as sources that Node runs. */
export type Programs = Readonly<{ migrate: string; worker: string; web: string }>

export type House = Readonly<{
  /** Resolves when people can come in. */
  opened: Promise<void>
  /** HTTP, worker, Temporal, PostgreSQL, in this order; resolves when no process is left. */
  close(): Promise<void>
}>

export async function openHouse(
  config: Readonly<Config>,
  projectFolder: string,
  programs: Programs,
  say: Say,
): Promise<House> {
  const begin = Date.now()
  const dataFolder = resolve(projectFolder, config.CHOBA_DATA)
  checkPrograms(Object.values(programs))
  ensureDataFolder(dataFolder)
  const url = `http://${reachable(config.HOST)}:${config.PORT}`
  const record = await claimFolder(dataFolder, url, say)
  const roster = openRoster(record)
  const close = async () => {
    await roster.dismissAll((post) => say(`Stopping ${post} …`))
    record.clear()
  }
  const open = async () => {
    await checkPort(config.HOST, config.PORT)
    const secrets = keptSecrets(dataFolder)
    const mailboxPort = await chooseMailboxPort(config, dataFolder)
    const here: Surroundings = { config, projectFolder, dataFolder, secrets, roster, say }
    const [database, temporal] = await Promise.all([provideDatabase(here), provideTemporal(here)])
    await startPrograms(here, programs, { database, temporal, url, mailboxPort })
    const seconds = (Date.now() - begin) / 1000
    say(banner({ url, temporalUi: temporal.uiUrl, dataFolder, seconds }))
  }
  return { opened: open(), close }
}

type Found = {
  readonly database: Database
  readonly temporal: Processes
  readonly url: string
  readonly mailboxPort: number | null
}

const MAILBOX_PORT = 11_025

/** A demo house without a mail server catches its own mail; a production house never does. */
async function chooseMailboxPort(
  config: Readonly<Config>,
  dataFolder: string,
): Promise<number | null> {
  if (config.CHOBA_HOUSE === 'production' || config.SMTP_URL) return null
  return config.MAILBOX_PORT ?? rememberedPort(dataFolder, 'mailbox', MAILBOX_PORT)
}

async function startPrograms(here: Surroundings, programs: Programs, found: Found): Promise<void> {
  const { roster, say } = here
  const env = environment(here, found)
  const program = (post: keyof Programs, source: string, graceMs: number): Program => ({
    source,
    env,
    logFile: join(here.dataFolder, 'logs', `${post}.log`),
    graceMs,
  })
  // Only the migration sees the owner's connection.
  const owner = { ...env, DATABASE_URL: found.database.ownerUrl }
  await runProgram({ ...program('migrate', programs.migrate, 3_000), env: owner }, (running) =>
    roster.enlist('migration', running),
  )
  say('Books        up to date')
  const web: Program = {
    ...program('web', programs.web, 4_000),
    readyUrl: `${found.url}/readyz`,
  }
  const worker = program('worker', programs.worker, 5_000)
  await Promise.all([
    keepRunning('worker', (spawned) => startProgram(worker, spawned), { roster, say }),
    keepRunning('web', (spawned) => startProgram(web, spawned), { roster, say }),
  ])
}

/** The address to type when the house listens on HOST. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function environment(
  { config, dataFolder, secrets }: Surroundings,
  found: Found,
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, ...inherited } = process.env
  return {
    ...inherited,
    PORT: String(config.PORT),
    HOST: config.HOST,
    CHOBA_DATA: dataFolder,
    CHOBA_HOUSE: config.CHOBA_HOUSE,
    CHOBA_MASTER_KEY: config.CHOBA_MASTER_KEY ?? secrets.masterKey,
    DATABASE_APP_URL: found.database.appUrl,
    TEMPORAL_ADDRESS: found.temporal.address,
    ...(found.mailboxPort === null
      ? {}
      : {
          MAILBOX_PORT: String(found.mailboxPort),
          SMTP_URL: `smtp://127.0.0.1:${found.mailboxPort}`,
          MAIL_FROM: config.MAIL_FROM ?? 'no-reply@choba.example',
        }),
    ...(found.temporal.uiUrl ? { TEMPORAL_UI_URL: found.temporal.uiUrl } : {}),
  }
}
