import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './run-npm.mjs'

/** Installs packages when what is there is not what package-lock.json says. */
export function ensurePackages(project) {
  const wanted = packagesIn(join(project, 'package-lock.json'))
  const present = packagesIn(join(project, 'node_modules', '.package-lock.json'))
  const missing = Object.entries(wanted).filter(
    ([path, { version, optional }]) =>
      path !== '' && !optional && present[path]?.version !== version,
  )
  if (missing.length === 0) return
  // `npm ci` begins by deleting everything; that is right only where there is nothing.
  const isFresh = Object.keys(present).length === 0
  const why = isFresh ? 'Installing packages' : `Installing ${missing.length} changed packages`
  runNpm(project, [isFresh ? 'ci' : 'install', '--no-audit', '--no-fund'], why)
}

function packagesIn(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {}
}
