import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, PROJECT, runQuietly } from './run-command.ts'

export type Check = Readonly<{ name: string; command: string; args: readonly string[] }>

const STOREYS = ['domain', 'db', 'activities', 'workflows', 'api', 'admin-ui', 'bin']

/** The native TypeScript compiler: ten times as fast as the one the other tools need. */
const TSC = join(PROJECT, 'node_modules', 'typescript-native', 'bin', 'tsc')

const types = (name: string, config: string): Check => ({
  name,
  command: 'node',
  args: [TSC, '-p', config, '--noEmit'],
})

/** The suites in the browser need them; so they are built before any suite runs. */
export const SCREENS: Check = {
  name: 'build of the screens',
  command: 'node',
  args: ['scripts/build-ui.mjs'],
}

/** What can be said of the sources without running them. */
export function staticChecks(): Check[] {
  return [
    // The longest first: it runs beside all the others.
    { name: 'lint', command: 'oxlint', args: ['--type-aware', '--quiet', '.'] },
    { name: 'format', command: 'biome', args: ['format', '.'] },
    {
      name: 'import table',
      command: 'depcruise',
      args: ['--config', '.dependency-cruiser.mjs', ...STOREYS.filter(isThere)],
    },
    types('types', 'tsconfig.json'),
    ...(isThere('admin-ui/tsconfig.json') ? [types('types of the screens', 'admin-ui')] : []),
    ...(isThere('bin/openapi.ts')
      ? [{ name: 'openapi.json', command: 'node', args: ['bin/openapi.ts', '--check'] }]
      : []),
  ]
}

function isThere(path: string): boolean {
  return existsSync(join(PROJECT, path))
}

/** @returns how many passed and failed; what failed is printed */
export async function runChecks(
  checks: readonly Check[],
): Promise<{ passed: number; failed: number }> {
  const waiting = [...checks]
  const outcomes: Outcome[] = []
  const runOneByOne = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await runQuietly(check.command, check.args)
      outcomes.push(outcome)
      const sign = outcome.ok ? '✓' : '✗'
      process.stdout.write(`${sign} ${check.name} (${outcome.seconds.toFixed(1)} s)\n`)
      if (!outcome.ok) process.stdout.write(`${outcome.output.trimEnd()}\n`)
    }
  }
  // Two at a time: one for each core of the smallest machine we care about.
  await Promise.all([runOneByOne(), runOneByOne()])
  const passed = outcomes.filter((outcome) => outcome.ok).length
  return { passed, failed: outcomes.length - passed }
}
