import { join } from 'node:path'
import { findTemporal } from '../../bin/embedded/temporal-binary.ts'
import { programCache } from '../../bin/embedded/writable-folder.ts'

const PROJECT = join(import.meta.dirname, '..', '..')

/** The path of the Temporal binary, fetched once if need be. */
export async function temporalForTests(): Promise<string> {
  const { path } = await findTemporal({
    cli: process.env.TEMPORAL_CLI,
    searchPath: process.env.PATH,
    cacheFolder: programCache(PROJECT, join(PROJECT, '.choba')),
    say: (line) => process.stderr.write(`${line}\n`),
  })
  return path
}
