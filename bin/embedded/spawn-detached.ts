import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Farewell, endProcess } from './end-process.ts'
import { type ProcessMark, markOf } from './process-mark.ts'

export type Exit = Readonly<{ code: number | null; signal: NodeJS.Signals | null }>

export type Running = Readonly<{
  pid: number
  mark: ProcessMark
  exited: Promise<Exit>
  /** Ends it and resolves when it is gone; harmless when it already is. */
  stop(): Promise<void>
}>

export type SpawnOrder = Readonly<{
  command: string
  args: readonly string[]
  env: NodeJS.ProcessEnv
  cwd?: string
  uid?: number | undefined
  gid?: number | undefined
  logFile: string
  farewell: readonly Farewell[]
}>

const LOG_LIMIT = 20 * 1024 * 1024

/**
 * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches only us and the
 * order of stopping is ours. Its output goes to a file and not to a pipe: it must be able to
 * outlive us without being killed by a closed pipe half way through a write.
 */
export async function spawnDetached(order: SpawnOrder): Promise<Running> {
  const log = openLog(order.logFile)
  const child = spawn(order.command, order.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: order.env,
    ...(order.cwd === undefined ? {} : { cwd: order.cwd }),
    ...(order.uid === undefined ? {} : { uid: order.uid }),
    ...(order.gid === undefined ? {} : { gid: order.gid }),
  })
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    })
  } finally {
    closeSync(log)
  }
  const pid = child.pid as number
  // A process that ended at once has no mark any more; an empty one never matches a living process.
  const mark = markOf(pid) ?? { pid, started: '' }
  const stop = async () => {
    await endProcess(mark, order.farewell)
    await exited
  }
  return { pid, mark, exited, stop }
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true })
  if (sizeOf(file) > LOG_LIMIT) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
