import { get } from 'node:http'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logEnd, logTail } from '../embedded/log-tail.ts'
import { type Exit, type Running, spawnDetached } from '../embedded/spawn-detached.ts'
import { StartError } from '../embedded/start-error.ts'

export type Program = Readonly<{
  /** A TypeScript source; Node runs it as it is. */
  source: string
  env: NodeJS.ProcessEnv
  logFile: string
  /** How long it may take to end after SIGTERM. */
  graceMs: number
  /** Answers 200 when the program serves; without one it serves from the moment it runs. */
  readyUrl?: string
}>

type Spawned = (running: Running) => void

const READY_LIMIT_MS = 60_000

/** Starts one of our own processes and resolves when it serves. */
export async function startProgram(program: Program, spawned: Spawned): Promise<Running> {
  const logStart = logEnd(program.logFile)
  const running = await spawnProgram(program, spawned)
  if (program.readyUrl === undefined) return running
  const exit = await Promise.race([running.exited, untilReady(program.readyUrl)])
  if (exit === 'ready') return running
  await running.stop()
  throw new StartError(explain(program, logStart, exit))
}

/** Runs one of our own processes to its end. @throws StartError when it does not end well */
export async function runProgram(program: Program, spawned: Spawned): Promise<void> {
  const logStart = logEnd(program.logFile)
  const exit = await (await spawnProgram(program, spawned)).exited
  if (exit.code !== 0) throw new StartError(explain(program, logStart, exit))
}

async function spawnProgram(program: Program, spawned: Spawned): Promise<Running> {
  const running = await spawnDetached({
    command: process.execPath,
    args: [program.source],
    env: program.env,
    logFile: program.logFile,
    farewell: [{ signal: 'SIGTERM', waitMs: program.graceMs }],
  })
  spawned(running)
  return running
}

async function untilReady(url: string): Promise<'ready' | 'timeout'> {
  const until = Date.now() + READY_LIMIT_MS
  while (Date.now() < until) {
    if (await answersOk(url)) return 'ready'
    await sleep(60)
  }
  return 'timeout'
}

function answersOk(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 3_000, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

function explain(program: Program, logStart: number, exit: Exit | 'timeout'): string {
  const what =
    exit === 'timeout'
      ? `was not ready within ${READY_LIMIT_MS / 1000} seconds`
      : `ended at once (${exit.signal ?? `exit ${exit.code}`})`
  const lines = logTail(program.logFile, logStart).map((line) => `  ${line}`)
  const head = `${basename(program.source)} ${what}. Its last lines (${program.logFile}):`
  return [head, ...lines].join('\n')
}
