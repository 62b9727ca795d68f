import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startServices } from '../support/services.ts'
import {
  type Site,
  closeHouse,
  leftOf,
  newSite,
  postsOf,
  startHouse,
} from './support/house-process.ts'

describe('npm start', () => {
  let site: Site
  beforeAll(async () => {
    site = await newSite()
  })
  afterAll(() => site.clear())

  test('opens a house in an empty folder and says how to get in; a second start leaves it alone', async () => {
    const house = startHouse(site)
    await house.untilSaid('Ctrl-C')
    expect(house.said()).toContain(site.url)
    expect(house.said()).toMatch(/desk \/ desk-1234\s+front · Tsubaki/)
    expect(house.said()).toContain(join(site.folder, 'data'))
    const temporalUi = /Temporal\)\s+(http:\S+)/.exec(house.said())?.[1] as string
    expect((await fetch(temporalUi)).status).toBe(200)
    expect(statSync(join(site.folder, 'data', 'secrets.json')).mode & 0o077).toBe(0)

    const second = startHouse(site)
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`already running from this folder: ${site.url}`)
    const answer = (await (await fetch(`${site.url}/readyz`)).json()) as object
    // The web process works with the application's rights and does not even know the owner's.
    expect(answer).toEqual({ visits: expect.any(Number) })

    const posts = postsOf(site)
    expect(await closeHouse(house)).toBeLessThan(15_000)
    expect(await house.ended).toBe(0)
    expect(leftOf(site, posts)).toEqual([])
  }, 120_000)

  test('stops HTTP, worker, Temporal and PostgreSQL in this order, and finds its data again', async () => {
    const house = startHouse(site)
    await house.untilSaid('Ctrl-C')
    const { visits } = (await (await fetch(`${site.url}/readyz`)).json()) as { visits: number }
    expect(visits).toBeGreaterThan(2)
    const posts = postsOf(site)
    // npm hands the terminal's Ctrl-C on: the second one must not hurry anything.
    house.child.kill('SIGINT')
    expect(await closeHouse(house)).toBeLessThan(15_000)
    const stopped = [...house.said().matchAll(/Stopping (\w+)/g)].map((match) => match[1])
    expect(stopped).toEqual(['web', 'worker', 'temporal', 'postgres'])
    expect(leftOf(site, posts)).toEqual([])
    const log = (name: string) => readFileSync(join(site.folder, 'data', 'logs', name), 'utf8')
    // Both times they were asked by us; the terminal's own signal did not reach them.
    expect(log('web.log').match(/web stopped/g)).toHaveLength(2)
    expect(log('worker.log').match(/worker stopped/g)).toHaveLength(2)
    expect(log('postgres.log').trimEnd()).toMatch(/database system is shut down$/)
  }, 120_000)

  test('can be stopped while it is still starting', async () => {
    const house = startHouse(site)
    await house.untilSaid('PostgreSQL')
    const posts = postsOf(site)
    expect(await closeHouse(house)).toBeLessThan(15_000)
    expect(house.said()).not.toContain('is open')
    expect(leftOf(site, posts)).toEqual([])
  }, 60_000)
})

test('servers given by DATABASE_URL and TEMPORAL_ADDRESS are used, none of our own is started', async () => {
  const site = await newSite()
  const services = await startServices()
  const house = startHouse(site, {
    DATABASE_URL: services.ownerUrl,
    TEMPORAL_ADDRESS: services.temporalAddress,
  })
  try {
    await house.untilSaid('is open')
    expect(house.said()).toContain('the one of DATABASE_URL')
    expect(Object.keys(postsOf(site)).toSorted()).toEqual(['web', 'worker'])
    expect(await (await fetch(`${site.url}/readyz`)).json()).toEqual({ visits: expect.any(Number) })
  } finally {
    await closeHouse(house)
    await services.stop()
    await site.clear()
  }
}, 60_000)
