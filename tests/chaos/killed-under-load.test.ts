import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openOwnHouse, type OwnHouse } from '../../bin/story/own-house.ts'
import { clientFor, signedIn, type TestClient } from '../support/client.ts'

const GUESTS = 4
/** In this order, one after the other, while the guests go on. */
const VICTIMS = ['web', 'postgres', 'worker', 'temporal', 'postgres', 'web'] as const
/** Commands acknowledged between two kills, however busy the machine is. */
const ACKNOWLEDGED_BETWEEN = 12
const ATTEMPTS_MAX = 600

let own: OwnHouse
beforeAll(async () => {
  own = await openOwnHouse()
}, 120_000)
afterAll(() => own.close(), 30_000)

type Guest = { id: string; toppedUp: number; spent: number; orders: Set<string>; refused: number }

/** Answers that were a fault or none at all: without any, nothing was killed under load. */
let disturbed = 0
let answered = 0

/** The command with one key, again and again until the house says yes or no. */
async function acknowledged(client: TestClient, path: string, body: object) {
  const key = randomUUID()
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    try {
      const answer = await client.request('POST', path, { body, key })
      if (answer.status < 500 && answer.body.code !== 'idempotency_in_progress') {
        answered += 1
        return answer
      }
      disturbed += 1
    } catch {
      // The connection broke: whether it was done, only the same key can tell.
      disturbed += 1
    }
    await sleep(50)
  }
  throw new Error(`${path} was never answered`)
}

async function untilAnswered(more: number): Promise<void> {
  const enough = answered + more
  while (answered < enough) await sleep(20)
}

async function killNine(victim: string): Promise<void> {
  const { children } = JSON.parse(readFileSync(join(own.dataFolder, 'run.json'), 'utf8')) as {
    children: [string, { pid: number }][]
  }
  const found = children.findLast(([name]) => name === victim)
  if (!found) throw new Error(`${victim} is not on the roster`)
  process.kill(found[1].pid, 'SIGKILL')
}

test('B-01 B-17: processes killed with -9 under load lose nothing acknowledged and do nothing twice', async () => {
  const logins = JSON.parse(readFileSync(join(own.dataFolder, 'demo-logins.json'), 'utf8'))
  const login = logins.find((one: { login: string }) => one.login === 'front')
  const { cookie } = await signedIn(own.url, login)
  const client = clientFor(own.url, { Cookie: cookie }, cookie)
  const [property] = (await client.get('/v1/properties')).data
  const types = (await client.get(`/v1/room-types?propertyId=${property.id}`)).data

  let isOver = false
  async function comeAndGo(n: number): Promise<Guest> {
    const person = {
      name: `波 ${n}`,
      kana: 'ナミ',
      phone: '03-0000-0000',
      birthDate: '1990-01-01',
      identity: { type: 'other', number: `WAVE${n}` },
      confirmDuplicates: true,
    }
    const registered = await acknowledged(client, '/v1/members', person)
    const guest: Guest = {
      id: registered.body['id'] as string,
      toppedUp: 0,
      spent: 0,
      orders: new Set(),
      refused: 0,
    }
    for (let turn = 0; !isOver; turn += 1) {
      const amount = 1_000 + turn
      const made = await acknowledged(client, `/v1/members/${guest.id}/top-ups`, {
        propertyId: property.id,
        amount,
      })
      expect(made.status).toBe(201)
      guest.toppedUp += amount
      const checkIn = new Date(
        Date.parse(property.businessDate) + ((turn * GUESTS + n) % 300) * 86_400_000,
      )
      const stay = {
        roomTypeId: types[turn % types.length].id,
        checkIn: checkIn.toISOString().slice(0, 10),
        checkOut: new Date(checkIn.getTime() + 86_400_000).toISOString().slice(0, 10),
        count: 1,
        guestsPerRoom: 1,
      }
      const placed = await acknowledged(client, '/v1/orders', {
        propertyId: property.id,
        memberId: guest.id,
        stays: [stay],
      })
      if (placed.status === 201) guest.orders.add(placed.body['id'] as string)
      else guest.refused += 1
    }
    return guest
  }

  const coming = Promise.all(Array.from({ length: GUESTS }, (_, n) => comeAndGo(n)))
  for (const victim of VICTIMS) {
    await untilAnswered(ACKNOWLEDGED_BETWEEN)
    await killNine(victim)
  }
  await untilAnswered(ACKNOWLEDGED_BETWEEN)
  isOver = true
  const guests = await coming

  expect(disturbed).toBeGreaterThan(10)
  for (const guest of guests) {
    expect(guest.orders.size).toBeGreaterThan(2)
    const orders = []
    for (let page = 1, total = 1; orders.length < total; page += 1) {
      const list = await client.get(`/v1/orders?memberId=${guest.id}&perPage=100&page=${page}`)
      orders.push(...list.data)
      total = list.page.total
    }
    expect(new Set(orders.map((order) => order.id))).toEqual(guest.orders)
    expect(orders).toHaveLength(guest.orders.size)
    const spent = orders.reduce((sum, order) => sum + order.paid, 0)
    expect((await client.get(`/v1/members/${guest.id}/points`)).balance).toBe(
      guest.toppedUp - spent,
    )
  }
  const verify = join(import.meta.dirname, '..', '..', 'bin', 'verify.ts')
  await sleep(3_000)
  const audited = spawnSync(process.execPath, [verify], {
    encoding: 'utf8',
    env: { ...process.env, CHOBA_DATA: own.dataFolder },
  })
  expect(audited.stdout).toContain('checks hold.')
  expect(audited.status).toBe(0)
}, 180_000)
