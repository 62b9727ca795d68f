import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PROJECT, toolEnvironment } from '../checks/run-command.ts'

export type Tally = Readonly<{ passed: number; failed: number }>

type Report = Readonly<{
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numRuntimeErrorTestSuites: number
  testResults: readonly { name: string; startTime: number; endTime: number }[]
}>

/**
 * Runs all Jest suites. Nothing is forgiven: a skipped test, a test to be written and a suite that
 * cannot run count as failed, and so does a run that ends without a report.
 */
export async function runJest(
  options: { args: readonly string[]; env: NodeJS.ProcessEnv; report: string; limitMs: number },
  spawned: (child: ChildProcess) => void,
): Promise<Tally> {
  const jest = join(PROJECT, 'node_modules', 'jest', 'bin', 'jest.js')
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
  const child = spawn(
    process.execPath,
    [...flags, jest, '--ci', '--json', `--outputFile=${options.report}`, ...options.args],
    // With --json Jest repeats the report on its output; what people read is on the error output.
    { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'], env: toolEnvironment(options.env) },
  )
  spawned(child)
  const timer = setTimeout(() => {
    process.stdout.write(`The suites took longer than ${options.limitMs / 60_000} minutes.\n`)
    child.kill('SIGKILL')
  }, options.limitMs)
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  return tally(options.report, exitCode)
}

function tally(report: string, exitCode: number | null): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const found = JSON.parse(readFileSync(report, 'utf8')) as Report
  tellSlowest(found)
  const failed =
    found.numFailedTests +
    found.numPendingTests +
    found.numTodoTests +
    found.numRuntimeErrorTestSuites
  const isEmpty = found.numPassedTests === 0
  const isUnexplained = exitCode !== 0 && failed === 0
  return { passed: found.numPassedTests, failed: failed + (isEmpty || isUnexplained ? 1 : 0) }
}

function tellSlowest({ testResults }: Report): void {
  const slowest = testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 5)
  const lines = slowest.map(
    ({ name, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${relative(PROJECT, name)}\n`,
  )
  process.stdout.write(`The slowest suites:\n${lines.join('')}`)
}
