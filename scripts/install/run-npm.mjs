import { spawnSync } from 'node:child_process'
import { InstallError } from './install-error.mjs'

/** Runs npm in sight of the person who waits for it. */
export function runNpm(project, args, why) {
  console.log(`${why} (npm ${args.join(' ')}) …`)
  const begin = Date.now()
  const { status, error } = spawnSync('npm', args, {
    cwd: project,
    // What npm tells of its own progress belongs on the error output: the last line is somebody else's.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (error?.code === 'ENOENT')
    throw new InstallError('npm is not installed. Install Node.js with npm.')
  if (status !== 0) {
    throw new InstallError(
      `\`npm ${args.join(' ')}\` failed; its own words are above. Is the package registry reachable and this folder writable?`,
    )
  }
  console.log(`  done in ${((Date.now() - begin) / 1000).toFixed(0)} s`)
}
