import { rmSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Connection } from '@temporalio/client'
import { freePort } from '../../../bin/embedded/ports.ts'
import { temporalForTests } from '../../support/temporal-for-tests.ts'
import { eventually } from '../../workflows/support/rig.ts'

/** A server as a company runs it: time skipping is off there by default. */
export async function plainTemporal() {
  const binary = await temporalForTests()
  const port = await freePort()
  const address = `127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'plain-temporal-'))
  const server = spawn(
    binary,
    ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
    { stdio: 'ignore', env: { PATH: process.env.PATH, HOME: folder } },
  )
  const answers = async () => {
    const connection = Connection.lazy({ address })
    try {
      const call = () => connection.workflowService.describeNamespace({ namespace: 'default' })
      await connection.withDeadline(Date.now() + 1_000, call)
      return true
    } catch {
      // Not yet; the caller asks again until its limit.
      return false
    } finally {
      await connection.close()
    }
  }
  await eventually(answers, Boolean, 30_000)
  return {
    address,
    async close() {
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
