import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './run-npm.mjs'

/**
 * Installs packages when what is there is not what package-lock.json says. Not by `npm ci`: that
 * begins by deleting everything, and it refuses a lock whose optional packages for other platforms
 * are incomplete, as a registry that mirrors one platform leaves it. The versions and sums of the
 * lock are held all the same, and the lock is not rewritten.
 */
export function ensurePackages(project) {
  const wanted = packagesIn(join(project, 'package-lock.json'))
  const present = packagesIn(join(project, 'node_modules', '.package-lock.json'))
  const missing = Object.entries(wanted).filter(
    ([path, { version, optional }]) =>
      path !== '' && !optional && present[path]?.version !== version,
  )
  if (missing.length === 0) return
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  runNpm(project, args, `Installing ${missing.length} packages`)
}

function packagesIn(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {}
}
