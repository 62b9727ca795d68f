import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestServices, startServices } from '../tests/support/services.ts'
import { SCREENS, runChecks, staticChecks } from './checks/static-checks.ts'
import { type Tally, runJest } from './suites/jest-run.ts'

/**
 * `npm test`: the static checks and every suite, on one real PostgreSQL, one real Temporal and a
 * real browser. The last line is `N passed, N failed`. Words after `--` go to Jest.
 */

/** Against hanging, not a judgement of speed: a busy machine may take several times as long as an idle one. */
const LIMIT_MS = 60 * 60_000

const folder = mkdtempSync(join(tmpdir(), 'choba-report-'))
const words = process.argv.slice(2)
let services: TestServices | undefined
let suites: ChildProcess | undefined
let interrupted = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true
    suites?.kill('SIGTERM')
  })
}

async function runSuites(): Promise<Tally> {
  services = await startServices()
  if (interrupted) return { passed: 0, failed: 1 }
  const env = {
    TEST_DATABASE_OWNER_URL: services.ownerUrl,
    TEST_DATABASE_APP_URL: services.appUrl,
    TEST_TEMPORAL_ADDRESS: services.temporalAddress,
  }
  const report = join(folder, 'jest.json')
  return runJest({ args: words, env, report, limitMs: LIMIT_MS }, (child) => {
    suites = child
  })
}

const tallies: Tally[] = []
try {
  // Chosen tests are wanted quickly; the checks belong to the whole run.
  tallies.push(await runChecks(words.length > 0 ? [SCREENS] : [SCREENS, ...staticChecks()]))
  if (!interrupted) tallies.push(await runSuites())
} catch (error) {
  process.stdout.write(`${(error as Error).stack}\n`)
  tallies.push({ passed: 0, failed: 1 })
} finally {
  await services?.stop()
  rmSync(folder, { recursive: true, force: true })
}

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0) + (interrupted ? 1 : 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
