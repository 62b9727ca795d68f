import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { endProcess } from './end-process.ts'
import { type ProcessMark, markOf } from './process-mark.ts'

/**
 * Makes a data folder startable after a kill -9, a power cut or a crash: ends a server and backends
 * that were left over in it, then removes the lock they left. PostgreSQL itself gives up when the
 * old number now belongs to any other process. To be called only by who owns the folder.
 *
 * @returns what was healed, for the log
 */
export async function healCluster(folder: string): Promise<string[]> {
  const lock = join(folder, 'postmaster.pid')
  const healed: string[] = []
  const postmaster = postmasterOf(folder, lock)
  if (postmaster) {
    await endProcess(postmaster, [
      { signal: 'SIGINT', waitMs: 8_000 },
      { signal: 'SIGQUIT', waitMs: 3_000 },
    ])
    healed.push(`ended a PostgreSQL left over from an earlier start (process ${postmaster.pid})`)
  }
  // Backends notice a dead postmaster by themselves; one in a long statement needs the signal.
  for (const backend of processesIn(folder)) {
    await endProcess(backend, [{ signal: 'SIGQUIT', waitMs: 3_000 }])
  }
  if (existsSync(lock)) {
    rmSync(lock)
    healed.push('removed a postmaster.pid left over from an earlier start')
  }
  return healed
}

function postmasterOf(folder: string, lock: string): ProcessMark | undefined {
  if (!existsSync(lock)) return undefined
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const isOurs =
    process.platform === 'linux'
      ? processesIn(folder).some((mark) => mark.pid === pid)
      : commandOf(pid).includes(folder)
  return isOurs ? markOf(pid) : undefined
}

/** Every PostgreSQL process works in its data folder, so /proc tells ours from all others. */
function processesIn(folder: string): ProcessMark[] {
  if (process.platform !== 'linux' || !existsSync(folder)) return []
  const real = realpathSync(folder)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, real))
    .flatMap((name) => markOf(Number(name)) ?? [])
}

function worksIn(pid: string, folder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder &&
      readlinkSync(`/proc/${pid}/exe`).includes('postgres')
    )
  } catch {
    // Gone meanwhile, or another user's.
    return false
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { stdio: 'pipe' }).toString()
  } catch {
    // No such process.
    return ''
  }
}
