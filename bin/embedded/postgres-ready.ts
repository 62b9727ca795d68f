import { realpathSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { logTail } from './log-tail.ts'
import { asSuperuser } from './postgres-roles.ts'
import type { PostgresOrder } from './postgres.ts'
import type { Exit, Running } from './spawn-detached.ts'
import { StartError } from './start-error.ts'

/** Long enough to replay what a crash left in the log. */
const START_LIMIT_MS = 90_000

/** Ready means: it is our server (our password, our folder) and it answers. */
export async function untilReady(
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
