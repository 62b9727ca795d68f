import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InstallError } from './install/install-error.mjs'
import { ensureUi } from './install/ui-build.mjs'

/** `npm run build:ui`: the screens, into dist/admin-ui, when their sources have changed. */
try {
  ensureUi(join(dirname(fileURLToPath(import.meta.url)), '..'))
} catch (error) {
  if (!(error instanceof InstallError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
