import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { eventually } from '../../workflows/support/rig.ts'
import type { Inn } from './inn.ts'

const PROJECT = join(import.meta.dirname, '..', '..', '..')
const NODE = join(PROJECT, 'node_modules', 'node', 'bin', 'node')

/** `bin/worker.ts` or another program of ours as a process of its own, to be killed. */
export function spawnProgram(
  name: 'worker' | 'reconcile',
  inn: Pick<Inn, 'databaseUrl' | 'masterKey'>,
  address: string,
) {
  const lines: string[] = []
  const { NODE_OPTIONS: _jests, ...env } = process.env
  const child: ChildProcess = spawn(NODE, [join(PROJECT, 'bin', `${name}.ts`)], {
    env: {
      ...env,
      DATABASE_APP_URL: inn.databaseUrl,
      TEMPORAL_ADDRESS: address,
      CHOBA_MASTER_KEY: inn.masterKey,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => lines.push(...text.toString().split('\n').filter(Boolean)))
  }
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>
  return {
    lines,
    exited,
    said: (text: string) =>
      eventually(
        () => lines.slice(-15),
        () => lines.some((line) => line.includes(text)),
        60_000,
      ),
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      return exited
    },
  }
}
export type WorkerProcess = ReturnType<typeof spawnProgram>
