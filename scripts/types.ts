import { runChecks, staticChecks } from './checks/static-checks.ts'

/** `npm run types`: the back end and the screens. */
const { failed } = await runChecks(staticChecks().filter(({ name }) => name.startsWith('types')))
process.exitCode = failed === 0 ? 0 : 1
