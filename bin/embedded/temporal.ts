import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { logEnd, logTail } from './log-tail.ts'
import { LOOPBACK, choosePort, freePort } from './ports.ts'
import { type Exit, type Running, spawnDetached } from './spawn-detached.ts'
import { StartError } from './start-error.ts'

const run = promisify(execFile)

export type TemporalServer = Running &
  Readonly<{ address: string; port: number; uiUrl: string | undefined }>

export type TemporalOrder = Readonly<{
  /** The binary's path, from findTemporal. */
  binary: string
  /** Its SQLite file; made when it is not there. */
  dbFile: string
  logFile: string
  /** Taken when free, else another one; with `fixedPort` it must be this one. */
  preferredPort?: number
  fixedPort?: boolean
  /** Of its web UI; without one the server runs headless. */
  preferredUiPort?: number
  namespaces?: readonly string[]
  /** Told at once, long before the server is ready. */
  spawned?: (running: Running) => void
}>

const START_LIMIT_MS = 45_000
const PORT_ATTEMPTS = 4

/** The development server on 127.0.0.1, its state in one SQLite file. */
export async function startTemporal(order: TemporalOrder): Promise<TemporalServer> {
  mkdirSync(dirname(order.dbFile), { recursive: true })
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(order, attempt)
    const ui = order.preferredUiPort
    const uiPort = ui === undefined ? undefined : await freePort(attempt === 1 ? ui : 0)
    const started = await tryToStart(order, port, uiPort)
    if (started !== 'port taken') return started
    if (attempt === PORT_ATTEMPTS) throw new StartError('Temporal found no free port. Try again.')
  }
}

async function tryToStart(
  order: TemporalOrder,
  port: number,
  uiPort: number | undefined,
): Promise<TemporalServer | 'port taken'> {
  const logStart = logEnd(order.logFile)
  const running = await spawnDetached({
    command: order.binary,
    args: serverArguments(order, port, uiPort),
    env: { PATH: process.env.PATH, HOME: process.env.HOME ?? dirname(order.dbFile), TZ: 'UTC' },
    logFile: order.logFile,
    farewell: [{ signal: 'SIGTERM', waitMs: 2_000 }],
  })
  order.spawned?.(running)
  const address = `${LOOPBACK}:${port}`
  if ((await untilReady(order, running, address, logStart)) === 'port taken') return 'port taken'
  const uiUrl = uiPort === undefined ? undefined : `http://${LOOPBACK}:${uiPort}`
  return { ...running, address, port, uiUrl }
}

function serverArguments(order: TemporalOrder, port: number, uiPort: number | undefined): string[] {
  return [
    'server',
    'start-dev',
    `--ip=${LOOPBACK}`,
    `--port=${port}`,
    `--db-filename=${order.dbFile}`,
    // Two to three times the throughput of the default journal, and still safe against a crash.
    '--sqlite-pragma=journal_mode=wal',
    '--sqlite-pragma=synchronous=normal',
    // Lets the demo clock move workflows that are already waiting.
    '--dynamic-config-value=frontend.WorkflowTimeSkippingEnabled=true',
    '--log-level=warn',
    ...(order.namespaces ?? []).map((name) => `--namespace=${name}`),
    ...(uiPort === undefined ? ['--headless'] : [`--ui-port=${uiPort}`, '--ui-disable-news-fetch']),
  ]
}

/** Ready means that the default namespace can be described: the port opens well before that. */
async function untilReady(
  order: TemporalOrder,
  running: Running,
  address: string,
  logStart: number,
): Promise<'ready' | 'port taken'> {
  const until = Date.now() + START_LIMIT_MS
  const describe = ['operator', 'namespace', 'describe', 'default', '--address', address]
  let ended: Exit | undefined
  void running.exited.then((exit) => (ended = exit))
  while (Date.now() < until) {
    if (ended) return explainExit(order, logStart)
    const isReady = await run(order.binary, describe, { timeout: 5_000 }).then(
      () => true,
      () => false,
    )
    if (isReady && !ended) return 'ready'
    await sleep(40)
  }
  await running.stop()
  throw new StartError(
    `Temporal did not answer within ${START_LIMIT_MS / 1000} seconds; its log is ${order.logFile}`,
  )
}

function explainExit(order: TemporalOrder, logStart: number): 'port taken' {
  const lines = logTail(order.logFile, logStart)
  if (lines.some((line) => /address already in use|already in use/i.test(line))) return 'port taken'
  throw new StartError(
    `Temporal did not start: ${lines.at(-1) ?? 'it said nothing'}\nIts log is ${order.logFile}, its store ${order.dbFile}. The store may be deleted: run \`npm run reconcile\` afterwards and the books start what is missing.`,
  )
}
