import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { InstallError } from './install-error.mjs'

/** Builds the screens when their sources are not those of the build that is there. */
export function ensureUi(project) {
  const sources = join(project, 'admin-ui')
  if (!existsSync(join(sources, 'index.html'))) return
  const sum = checksum(project, sources)
  const stamp = join(project, 'dist', 'admin-ui.sum')
  const isBuilt = existsSync(join(project, 'dist', 'admin-ui', 'index.html'))
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return
  console.log('Building the screens …')
  const begin = Date.now()
  build(project)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sum)
  console.log(`  done in ${((Date.now() - begin) / 1000).toFixed(0)} s`)
}

/** Beside the old one and swapped when whole: an open house never serves half a build. */
function build(project) {
  const place = join(project, 'dist', 'admin-ui')
  const fresh = `${place}.new`
  const node = join(project, 'node_modules', 'node', 'bin', 'node')
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status, stdout, stderr } = spawnSync(
    node,
    [vite, 'build', 'admin-ui', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir'],
    { cwd: project, encoding: 'utf8' },
  )
  if (status !== 0) {
    throw new InstallError(`The screens could not be built:\n${stdout}${stderr}`)
  }
  rmSync(place, { recursive: true, force: true })
  renameSync(fresh, place)
}

/** Over contents, not times: a checkout gives every file a new time. */
function checksum(project, sources) {
  const hash = createHash('sha256')
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted()
  for (const file of [...files, join(project, 'package-lock.json')]) {
    hash.update(file.slice(project.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
