import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { type PostgresServer, startPostgres } from '../../bin/embedded/postgres.ts'
import { keptSecrets } from '../../bin/embedded/secrets.ts'
import { type Site, closeHouse, newSite, startHouse } from './support/house-process.ts'

describe('what stands in the way of a start is said in one sentence, or healed', () => {
  let site: Site
  beforeEach(async () => {
    site = await newSite()
  })
  afterEach(() => site.clear())

  test('a busy port: says so, names another, starts nothing', async () => {
    const other = createServer().listen(site.port, '127.0.0.1').unref()
    await once(other, 'listening')
    const house = startHouse(site)
    expect(await house.ended).toBe(1)
    expect(house.said()).toContain(`Port ${site.port} is in use`)
    expect(house.said()).toContain(`PORT=${site.port + 1} npm start`)
    expect(existsSync(join(site.folder, 'data', 'postgres'))).toBe(false)
    expect(existsSync(join(site.folder, 'data', 'run.json'))).toBe(false)
    other.close()
  })

  test('a read-only folder: says so and names CHOBA_DATA', async () => {
    chmodSync(site.folder, 0o555)
    // Root may write anywhere, unless it is an ordinary user of a namespace.
    const asUser = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=1000'] : []
    const house = startHouse(site, {}, asUser)
    expect(await house.ended).toBe(1)
    expect(house.said()).toContain('cannot be written (EACCES)')
    expect(house.said()).toContain('Set CHOBA_DATA')
    chmodSync(site.folder, 0o755)
  })

  test('a wrong variable: named, with what was expected, its value not repeated', async () => {
    const house = startHouse(site, { PORT: 'three thousand', LOG_LEVEL: 'loud' })
    expect(await house.ended).toBe(1)
    expect(house.said()).toContain('PORT: must be integer')
    expect(house.said()).toContain('LOG_LEVEL: must be equal to one of the allowed values')
    expect(house.said()).not.toContain('three thousand')
    expect(house.said()).not.toContain('    at ')
  })

  test('a foreign PostgreSQL on the port: left alone, another port is taken', async () => {
    const foreignFolder = join(site.folder, 'foreign')
    mkdirSync(foreignFolder)
    const foreign: PostgresServer = await startPostgres({
      folder: join(foreignFolder, 'postgres'),
      logFile: join(foreignFolder, 'postgres.log'),
      secrets: keptSecrets(foreignFolder),
      kind: 'test',
      say: () => undefined,
    })
    mkdirSync(join(site.folder, 'data'))
    const ports = join(site.folder, 'data', 'ports.json')
    writeFileSync(ports, JSON.stringify({ postgres: foreign.port }))
    const house = startHouse(site)
    try {
      await house.untilSaid('is open')
      expect(house.said()).toMatch(/PostgreSQL\s+127\.0\.0\.1:\d+/)
      expect(house.said()).not.toContain(`127.0.0.1:${foreign.port}`)
    } finally {
      await closeHouse(house)
      await foreign.stop()
    }
  }, 90_000)

  test('lost keys of a kept database: says so instead of making new ones', async () => {
    mkdirSync(join(site.folder, 'data', 'postgres'), { recursive: true })
    const house = startHouse(site)
    expect(await house.ended).toBe(1)
    expect(house.said()).toContain('secrets.json is missing but its database is here')
  })

  test('a program that ends at once: its last lines are shown and nothing stays behind', async () => {
    // The stand-in for the migration writes the logins into the data folder.
    mkdirSync(join(site.folder, 'data', 'demo-logins.json'), { recursive: true })
    const house = startHouse(site)
    expect(await house.ended).toBe(1)
    expect(house.said()).toContain('migrate.ts ended at once (exit 1)')
    expect(house.said()).toContain('EISDIR')
    expect(existsSync(join(site.folder, 'data', 'run.json'))).toBe(false)
  }, 60_000)
})
