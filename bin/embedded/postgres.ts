import { mkdirSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logEnd, logTail } from './log-tail.ts'
import { choosePort } from './ports.ts'
import { type PostgresAccount, postgresAccount } from './postgres-account.ts'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'
import { ensureCluster } from './postgres-cluster.ts'
import { healCluster } from './postgres-heal.ts'
import { APP, DATABASE, OWNER, asSuperuser, databaseUrl, ensureRoles } from './postgres-roles.ts'
import type { Secrets } from './secrets.ts'
import { type Exit, type Running, spawnDetached } from './spawn-detached.ts'
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

const START_LIMIT_MS = 90_000
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
    ...(account.prefix.length > 0 ? {} : { uid: account.uid, gid: account.gid }),
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

function serverArguments(order: PostgresOrder, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: one thing less that a crash leaves behind.
    unix_socket_directories: '',
    max_connections: order.kind === 'test' ? '200' : '100',
    shared_buffers: '256MB',
    shared_preload_libraries: 'pg_stat_statements',
    // Bounds the recovery after a kill -9 (nine seconds were measured with 15 minutes).
    checkpoint_timeout: '5min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(order.kind === 'test'
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : { fsync: 'on', synchronous_commit: 'on' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', order.folder, ...flags]
}

/** Ready means: it is our server (our password, our folder) and it answers. */
async function untilReady(
  order: PostgresOrder,
  running: Running,
  port: number,
  logStart: number,
): Promise<'ready' | 'port taken'> {
  const until = Date.now() + START_LIMIT_MS
  let ended: Exit | undefined
  let refusal = ''
  void running.exited.then((exit) => (ended = exit))
  while (Date.now() < until) {
    if (ended) return explainExit(order, logStart)
    const folder = await asSuperuser(port, order.secrets, 'postgres', async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      return rows[0]?.data_directory
    }).catch((error: Error) => {
      refusal = error.message
      return undefined
    })
    if (folder !== undefined && realpathSync(order.folder) === realpathSync(folder)) return 'ready'
    await sleep(40)
  }
  await running.stop()
  throw new StartError(
    `PostgreSQL did not let us in within ${START_LIMIT_MS / 1000} seconds (${refusal}); its log is ${order.logFile}`,
  )
}

function explainExit(order: PostgresOrder, logStart: number): 'port taken' {
  const lines = logTail(order.logFile, logStart)
  if (lines.some((line) => line.includes('Address already in use'))) return 'port taken'
  const reason = lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? 'no word'
  throw new StartError(
    `PostgreSQL did not start: ${reason.replace(/^.*FATAL:\s*/, '')}\nIts log is ${order.logFile}, its data ${order.folder}. If the data may go, run: npm run reset -- --yes`,
  )
}
