import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InstallError } from './install/install-error.mjs'
import { checkMachine } from './install/machine.mjs'
import { ensureNode } from './install/node-runtime.mjs'
import { ensurePackages } from './install/packages.mjs'
import { ensurePostgresLinks } from './install/postgres-links.mjs'
import { ensureUi } from './install/ui-build.mjs'

/**
 * Makes a fresh clone runnable: packages, Node 24, PostgreSQL's links, the built screens. Whatever
 * is there already costs next to nothing. Plain JavaScript without any package, since it runs on
 * the machine's own Node 20 before there is one. `npm start` and `npm test` call it themselves:
 * npm skips pre-scripts where `ignore-scripts` is set, as it is here.
 */
const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const isForTests = process.argv.includes('--for-tests')
try {
  checkMachine()
  ensurePackages(project)
  ensureNode(project)
  ensurePostgresLinks(project)
  // In a test run, screens that cannot be built are one failure among the others.
  if (!isForTests) ensureUi(project)
} catch (error) {
  if (!(error instanceof InstallError)) throw error
  console.log(`\n${error.message}\n`)
  if (isForTests) console.log('0 passed, 1 failed')
  process.exitCode = 1
}
