import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { logEnd } from './log-tail.ts'
import { choosePort } from './ports.ts'
import { type PostgresAccount, postgresAccount } from './postgres-account.ts'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'
import { ensureCluster } from './postgres-cluster.ts'
import { healCluster } from './postgres-heal.ts'
import { untilReady } from './postgres-ready.ts'
import { APP, DATABASE, OWNER, databaseUrl, ensureRoles } from './postgres-roles.ts'
import { serverArguments } from './postgres-settings.ts'
import type { Secrets } from './secrets.ts'
import { type Running, spawnDetached } from './spawn-detached.ts'
import { StartError } from './start-error.ts'

export type PostgresServer = Running & Readonly<{ ownerUrl: string; appUrl: string; port: number }>

export type PostgresOrder = Readonly<{
  /** The data folder itself; nobody else may use it. */
  folder: string
  logFile: string
  secrets: Secrets
  /** Taken when free, else another one; with `fixedPort` it must be this one. */
  preferredPort?: number
  fixedPort?: boolean
  /** Told at once, long before the server is ready. */
  spawned?: (running: Running) => void
  /** `test` flushes nothing to disk and lets the owner create databases. */
  kind: 'house' | 'test'
  say: (line: string) => void
}>

const PORT_ATTEMPTS = 4

/** PostgreSQL 18 on 127.0.0.1, with database and roles, healed from whatever happened before. */
export async function startPostgres(order: PostgresOrder): Promise<PostgresServer> {
  const binaries = postgresBinaries()
  mkdirSync(dirname(order.folder), { recursive: true })
  const account = postgresAccount([binaries.postgres, order.folder])
  for (const line of await healCluster(order.folder)) order.say(line)
  await ensureCluster(
    order.folder,
    { binaries, account },
    { superuserPassword: order.secrets.postgresPassword, durable: order.kind === 'house' },
  )
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(order, attempt)
    const started = await tryToStart(order, binaries, account, port)
    if (started !== 'port taken') return started
    if (attempt === PORT_ATTEMPTS) throw new StartError('PostgreSQL found no free port. Try again.')
  }
}

async function tryToStart(
  order: PostgresOrder,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  port: number,
): Promise<PostgresServer | 'port taken'> {
  const [command, ...args] = [...account.prefix, binaries.postgres, ...serverArguments(order, port)]
  const logStart = logEnd(order.logFile)
  const running = await spawnDetached({
    command: command as string,
    args,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    logFile: order.logFile,
    // SIGINT is PostgreSQL's fast shutdown: sessions are cut, everything committed is kept.
    farewell: [
      { signal: 'SIGINT', waitMs: 3_000 },
      { signal: 'SIGQUIT', waitMs: 700 },
    ],
    ...account.spawnAs,
  })
  order.spawned?.(running)
  try {
    if ((await untilReady(order, running, port, logStart)) === 'port taken') return 'port taken'
    await ensureRoles(port, order.secrets, order.kind === 'test')
  } catch (error) {
    await running.stop()
    throw error
  }
  const { ownerPassword, appPassword } = order.secrets
  return {
    ...running,
    port,
    ownerUrl: databaseUrl(OWNER, ownerPassword, port, DATABASE),
    appUrl: databaseUrl(APP, appPassword, port, DATABASE),
  }
}
