import { execFile } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type PostgresAccount, giveTo } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { StartError } from './start-error.ts'

const run = promisify(execFile)

/**
 * Makes the data folder on first use. It grows under another name and is renamed when it is whole:
 * an interrupted first start leaves nothing that looks like a database.
 *
 * @param durable false only for tests: nothing is flushed to disk
 */
export async function ensureCluster(
  folder: string,
  tools: { binaries: PostgresBinaries; account: PostgresAccount },
  settings: { superuserPassword: string; durable: boolean },
): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    giveTo(tools.account, folder)
    return
  }
  removeUnfinished(folder)
  const growing = `${folder}.unfinished-${process.pid}`
  mkdirSync(growing, { recursive: true, mode: 0o700 })
  const passwordFile = `${growing}.password`
  writeFileSync(passwordFile, settings.superuserPassword, { mode: 0o600 })
  giveTo(tools.account, growing)
  giveTo(tools.account, passwordFile)
  try {
    await initialise(growing, passwordFile, tools, settings.durable)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  chmodSync(growing, 0o700)
  renameSync(growing, folder)
}

async function initialise(
  folder: string,
  passwordFile: string,
  { binaries, account }: { binaries: PostgresBinaries; account: PostgresAccount },
  durable: boolean,
): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order on every machine, whatever its libc and ICU are.
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    ...(durable ? ['--data-checksums'] : ['--no-sync']),
  ]
  const [command, ...rest] = [...account.prefix, binaries.initdb, ...args]
  await run(command as string, rest, {
    env: { ...process.env, LC_ALL: 'C' },
    ...account.spawnAs,
  }).catch((error: Error & { stderr?: string }) => {
    rmSync(folder, { recursive: true, force: true })
    throw new StartError(
      `PostgreSQL could not make its data folder ${folder}: ${error.stderr?.trim().split('\n').at(-1) ?? error.message}`,
    )
  })
}

function removeUnfinished(folder: string): void {
  const parent = dirname(folder)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    const path = join(parent, name)
    if (path.startsWith(`${folder}.unfinished-`)) rmSync(path, { recursive: true, force: true })
  }
}
