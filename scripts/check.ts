import { runChecks, staticChecks } from './checks/static-checks.ts'

/** `npm run check`: what should hold before every commit, in under a minute. */
const begin = Date.now()
const unit = { name: 'unit', command: 'npm', args: ['run', '--silent', 'unit'] }
const { passed, failed } = await runChecks([...staticChecks(), unit])
const seconds = ((Date.now() - begin) / 1000).toFixed(0)
process.stdout.write(`${passed} passed, ${failed} failed (${seconds} s)\n`)
process.exitCode = failed === 0 ? 0 : 1
