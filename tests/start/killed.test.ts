import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProcessMark } from '../../bin/embedded/process-mark.ts'
import {
  type Site,
  closeHouse,
  leftOf,
  newSite,
  postsOf,
  startHouse,
} from './support/house-process.ts'

const pidOf = (site: Site, post: string) => (postsOf(site)[post] as ProcessMark).pid

async function untilReady(site: Site): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const answer = await fetch(`${site.url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error('the house does not serve any more')
}

describe('kill -9', () => {
  let site: Site
  beforeAll(async () => {
    site = await newSite()
  })
  afterAll(() => site.clear())

  test('of the supervisor: the next start ends the orphans first', async () => {
    const killed = startHouse(site)
    await killed.untilSaid('is open')
    const orphans = postsOf(site)
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(leftOf(site, orphans)).not.toEqual([])

    const house = startHouse(site)
    await house.untilSaid('is open')
    for (const post of ['web', 'worker', 'temporal', 'postgres']) {
      expect(house.said()).toContain(`Ending ${post}, left over`)
    }
    expect(Object.values(orphans).filter(({ pid }) => pidIn(postsOf(site), pid))).toEqual([])
    await closeHouse(house)
    expect(leftOf(site, orphans)).toEqual([])
  }, 120_000)

  test('of everything, and its number now belongs to somebody else: postmaster.pid is healed', async () => {
    const killed = startHouse(site)
    await killed.untilSaid('is open')
    const orphans = postsOf(site)
    killed.child.kill('SIGKILL')
    for (const { pid } of Object.values(orphans)) killIfThere(pid)
    await killed.ended
    // PostgreSQL gives up when the number in its lock is that of any living process: ours will do.
    const data = join(site.folder, 'data', 'postgres')
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n`)
    const house = startHouse(site)
    await house.untilSaid('is open')
    expect(house.said()).toContain('removed a postmaster.pid')
    await closeHouse(house)
  }, 120_000)

  test('of each process in turn: it is started again and the house serves', async () => {
    const house = startHouse(site)
    await house.untilSaid('is open')
    const port = /PostgreSQL\s+(\S+)/.exec(house.said())?.[1]
    for (const post of ['web', 'worker', 'temporal', 'postgres']) {
      const pid = pidOf(site, post)
      process.kill(pid, 'SIGKILL')
      await house.untilSaid(`${post} is back`)
      expect(pidOf(site, post)).not.toBe(pid)
    }
    await untilReady(site)
    expect(house.said()).toContain('web ended (SIGKILL), starting it again')
    // The others know its address: it must come back on the same one.
    expect(house.said().match(new RegExp(`PostgreSQL\\s+${port}`, 'g'))).toHaveLength(1)
    const posts = postsOf(site)
    await closeHouse(house)
    expect(leftOf(site, posts)).toEqual([])
  }, 120_000)
})

function pidIn(posts: Record<string, ProcessMark>, pid: number): boolean {
  return Object.values(posts).some((mark) => mark.pid === pid)
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
