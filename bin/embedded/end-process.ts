import { setTimeout as sleep } from 'node:timers/promises'
import { type ProcessMark, isAlive } from './process-mark.ts'

export type Farewell = Readonly<{ signal: NodeJS.Signals; waitMs: number }>

/**
 * Asks a process to end, step by step more firmly, and by SIGKILL to its whole group at last.
 * Resolves when it is gone.
 */
export async function endProcess(mark: ProcessMark, steps: readonly Farewell[]): Promise<void> {
  for (const step of steps) {
    if (!isAlive(mark)) return
    send(mark.pid, step.signal)
    if (await gone(mark, step.waitMs)) return
  }
  send(-mark.pid, 'SIGKILL')
  send(mark.pid, 'SIGKILL')
  await gone(mark, 2_000)
}

async function gone(mark: ProcessMark, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs
  while (isAlive(mark)) {
    if (Date.now() >= until) return false
    await sleep(20)
  }
  return true
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // It ended by itself in the meantime, or it leads no group.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
