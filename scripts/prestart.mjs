import { join } from 'node:path'
import { ensurePackages } from './install/packages.mjs'
import { ensureNode } from './install/node-runtime.mjs'
import { ensurePostgresLinks } from './install/postgres-links.mjs'
import { ensureUi } from './install/ui-build.mjs'
import { InstallError } from './install/install-error.mjs'

/**
 * Makes a fresh clone runnable: packages, Node 24, PostgreSQL's links, the built UI. Whatever is
 * there already costs next to nothing. Plain JavaScript without any package, since it runs on the
 * machine's own Node 20 before there is one. `npm start` and `npm test` call it themselves, because
 * npm skips pre-scripts where `ignore-scripts` is set, as it is here.
 */
const project = join(import.meta.dirname, '..')
try {
  ensurePackages(project)
  ensureNode(project)
  ensurePostgresLinks(project)
  ensureUi(project)
} catch (error) {
  if (!(error instanceof InstallError)) throw error
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
}
