import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { OLDEST_SERVER } from './temporal-release.ts'

const run = promisify(execFile)

/**
 * Looks at a Temporal CLI somebody installed.
 * @returns its version line
 * @throws Error saying why it cannot be used
 */
export async function usableVersion(path: string): Promise<string> {
  const { stdout } = await run(path, ['--version'], { timeout: 10_000 }).catch((error: Error) => {
    throw new Error(`it does not run (${error.message.split('\n')[0]})`)
  })
  const line = stdout.trim()
  const found = /Server (\d+)\.(\d+)/.exec(line)
  const [major, minor] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)]
  const isNewEnough =
    major > OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor >= OLDEST_SERVER[1])
  if (!isNewEnough) {
    throw new Error(`it is too old: ${line}; server ${OLDEST_SERVER.join('.')} or newer is needed`)
  }
  return line
}

export function onPath(name: string, path: string | undefined): string | undefined {
  return (path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    // Not there, or not for us.
    return false
  }
}
