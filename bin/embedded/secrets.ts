import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

export type Secrets = Readonly<{
  postgresPassword: string
  ownerPassword: string
  appPassword: string
  /** Base64 of 32 bytes. */
  masterKey: string
}>

/** Made once and kept readable by the owner alone. Losing the file means losing what it opens. */
export function keptSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (existsSync(file)) return readSecrets(file)
  if (existsSync(join(folder, 'postgres'))) {
    throw new StartError(
      `${file} is missing but its database is here. Put the file back from your backup; or, if the data may go, run: npm run reset -- --yes`,
    )
  }
  const made: Secrets = {
    postgresPassword: randomBytes(24).toString('base64url'),
    ownerPassword: randomBytes(24).toString('base64url'),
    appPassword: randomBytes(24).toString('base64url'),
    masterKey: randomBytes(32).toString('base64'),
  }
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
  return made
}

function readSecrets(file: string): Secrets {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  } catch (error) {
    throw new StartError(
      `${file} cannot be read (${(error as Error).message}). Put it back from your backup; or, if the data may go, run: npm run reset -- --yes`,
    )
  }
}
