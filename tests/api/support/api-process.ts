import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { eventually } from '../../support/eventually.ts'
import { MASTER_KEY } from '../../support/house.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node')

export type ApiProcess = {
  readonly url: string
  /** Everything it wrote, line by line. */
  readonly lines: readonly string[]
  /** Null as long as it runs. */
  exitCode(): number | null
  stop(): Promise<void>
}

/** The counter as it runs in a house: a process of its own, with its own log. */
export async function startApi(databaseUrl: string): Promise<ApiProcess> {
  const child = spawn(NODE, [join(ROOT, 'bin', 'api.ts')], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      CHOBA_HOUSE: 'test',
      CHOBA_MASTER_KEY: MASTER_KEY,
      DATABASE_APP_URL: databaseUrl,
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'trace',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => void lines.push(line))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const port = await eventually(async () => {
    const line = lines.find((one) => one.includes('"open"'))
    if (!line) throw new Error(`the counter did not open: ${lines.join('\n')}`)
    return (JSON.parse(line) as { address: { port: number } }).address.port
  }, 20_000)
  return {
    url: `http://127.0.0.1:${port}`,
    lines,
    exitCode: () => child.exitCode,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
