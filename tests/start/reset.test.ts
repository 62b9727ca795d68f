import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Site, closeHouse, newSite, startHouse } from './support/house-process.ts'

const RESET = join(import.meta.dirname, '..', '..', 'bin', 'reset.ts')
let site: Site
beforeAll(async () => {
  site = await newSite()
})
afterAll(() => site.clear())

const reset = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)(process.execPath, [RESET, ...args], {
    env: { PATH: process.env.PATH, CHOBA_DATA: join(site.folder, 'data'), ...env },
  }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => `refused: ${error.stdout}`,
  )

test('reset forgets a house, but only when asked twice, closed, and never a production house', async () => {
  const data = join(site.folder, 'data')
  const house = startHouse(site)
  await house.untilSaid('is open')
  expect(await reset(['--yes'])).toMatch(/refused: [^]*already running/)
  await closeHouse(house)
  writeFileSync(join(data, 'my-notes.txt'), 'stays')

  expect(await reset([])).toMatch(/refused: [^]*npm run reset -- --yes/)
  expect(await reset(['--yes'], { CHOBA_HOUSE: 'production' })).toMatch(/refused: [^]*production/)
  expect(existsSync(join(data, 'postgres', 'PG_VERSION'))).toBe(true)

  expect(await reset(['--yes'])).toContain('Deleted all data')
  expect(existsSync(join(data, 'postgres'))).toBe(false)
  expect(existsSync(join(data, 'secrets.json'))).toBe(false)
  expect(existsSync(join(data, 'my-notes.txt'))).toBe(true)
}, 60_000)
