import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process that can be recognised later. A pid alone is not enough: after a crash or a reboot the
 * number may belong to somebody else, and we would end a stranger's process.
 */
export type ProcessMark = Readonly<{ pid: number; started: string }>

/** @returns undefined when no such process runs (a zombie counts as gone) */
export function markOf(pid: number): ProcessMark | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedByPs(pid)
  return started === undefined ? undefined : { pid, started }
}

export function isAlive(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.started === mark.started
}

/** Clock ticks since boot, with the boot's own id: both are in /proc, so no `ps` is needed. */
function startedOnLinux(pid: number): string | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The command name is in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  const boot = readOrUndefined('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  return `${boot}:${fields[19]}`
}

function startedByPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: 'pipe' })
    return line.toString().trim() || undefined
  } catch {
    // `ps` ends with 1 when there is no such process.
    return undefined
  }
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The process ended between two looks.
    return undefined
  }
}
