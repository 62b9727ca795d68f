import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

/** @throws StartError saying which setting to change */
export function ensureDataFolder(folder: string): void {
  const reason = whyNotWritable(folder)
  if (reason === undefined) return
  throw new StartError(
    `The data folder ${folder} cannot be written (${reason}). Set CHOBA_DATA to a folder of your own, for example CHOBA_DATA=$HOME/choba npm start`,
  )
}

/** Where fetched programs are kept: the project's cache, or the data folder when that is read-only. */
export function programCache(projectFolder: string, dataFolder: string): string {
  const preferred = join(projectFolder, '.cache', 'temporal')
  return whyNotWritable(preferred) === undefined ? preferred : join(dataFolder, 'cache')
}

function whyNotWritable(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message
  }
}
