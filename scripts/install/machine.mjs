import { InstallError } from './install-error.mjs'

const OLDEST = 20

/** Only the installer runs on the machine's own Node; the house brings the one it wants. */
export function checkMachine() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST) return
  throw new InstallError(
    `This is Node ${process.version}; ${OLDEST} or newer is needed. Install it from https://nodejs.org and try again.`,
  )
}
