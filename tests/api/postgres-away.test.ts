import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { clientFor, signedIn, type TestClient } from '../support/client.ts'
import { eventually } from '../support/eventually.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { startProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { type ApiProcess, startApi } from './support/api-process.ts'
import { asOwner } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'

const PLANTED = 'カクレ山田花子'

let inn: TestHouse
let proxy: TcpProxy
let api: ApiProcess
let front: TestClient
let anonymous: TestClient
let memberId: string

beforeAll(async () => {
  inn = await startHouse()
  const books = new URL(inn.books.appUrl)
  proxy = await startProxy({ host: books.hostname, port: Number(books.port) })
  books.port = String(proxy.port)
  api = await startApi(books.toString())
  anonymous = clientFor(api.url, {})
  front = await signedIn(api.url, loginOf('front'))
  memberId = (await front.get('/v1/members?q=M1003')).data[0].id
}, 60_000)
afterAll(async () => {
  await api.stop()
  await proxy.stop()
  await inn.stop()
})
afterEach(() => {
  expect(api.exitCode()).toBeNull()
  expect(api.lines.filter((line) => line.includes('"status":500'))).toEqual([])
})

function loginOf(login: string) {
  const found = inn.logins.find((one) => one.login === login)
  if (!found) throw new Error(`no login ${login}`)
  return found
}
const topUp = (key: string, amount: number) =>
  front.request('POST', `/v1/members/${memberId}/top-ups`, {
    key,
    body: { propertyId: inn.property, amount },
  })

const toppedUp = (amount: number) =>
  asOwner(inn, async (sql) => {
    const rows = await sql.rows('select from lots where issued = $1', [amount])
    return rows.length
  })

const unavailable = (answer: Parameters<typeof expectProblem>[0], about = '') => {
  expectProblem(answer, { code: 'temporarily_unavailable', status: 503, about })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
}

/** Works again by itself, as soon as the line does. */
const recovered = () => eventually(async () => void (await front.get('/v1/properties')))

test('B-01: while PostgreSQL is away everything says so and when to come back; when it is back, so is the house', async () => {
  proxy.cut()
  for (const path of [
    '/v1/properties',
    '/v1/members',
    `/v1/board?propertyId=${inn.property}`,
    '/v1/clock',
    '/readyz',
  ])
    unavailable(await front.request('GET', path), path)
  unavailable(await topUp(randomUUID(), 11_111))
  const { kind, login, password } = loginOf('front')
  unavailable(await anonymous.request('POST', '/v1/session', { body: { kind, login, password } }))
  unavailable(await front.request('GET', '/v1/events'))
  expect((await anonymous.request('GET', '/healthz')).status).toBe(200)
  proxy.mend()
  await recovered()
  expect((await anonymous.request('GET', '/readyz')).status).toBe(200)
  expect(await toppedUp(11_111)).toBe(0)
}, 30_000)

test('B-01: a command cut off in the middle leaves nothing; asked again with its key it is done once', async () => {
  const key = randomUUID()
  const cut = await asOwner(inn, async (sql) => {
    await sql.run('begin')
    await sql.run('select lock_wallets($1)', [memberId])
    const running = topUp(key, 22_222)
    await eventually(async () => {
      const waiting = await sql.rows(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      expect(waiting).toHaveLength(1)
    })
    proxy.cut()
    const answer = await running
    await sql.run('rollback')
    return answer
  })
  unavailable(cut)
  proxy.mend()
  await recovered()
  expect(await toppedUp(22_222)).toBe(0)
  expect((await topUp(key, 22_222)).status).toBe(201)
  expect(await toppedUp(22_222)).toBe(1)
}, 30_000)

test('B-01: committed, but the answer was lost on the way: asked again, it answers what was done and does nothing more', async () => {
  const key = randomUUID()
  proxy.loseAnswerTo('commit')
  unavailable(await topUp(key, 33_333))
  expect(await toppedUp(33_333)).toBe(1)
  const again = await eventually(async () => {
    const answer = await topUp(key, 33_333)
    expect(answer.status).toBe(201)
    return answer
  })
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await toppedUp(33_333)).toBe(1)
}, 30_000)

test('B-01: an administrator ends every connection, again and again: answers or 503, never a fault', async () => {
  for (let round = 0; round < 5; round += 1) {
    const asking = Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? front.request('GET', '/v1/members')
          : topUp(`ended-${round}-${index}`, 40_000 + index),
      ),
    )
    await asOwner(inn, (sql) =>
      sql.run(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    )
    for (const answer of await asking) if (answer.status >= 300) unavailable(answer)
  }
  await recovered()
}, 30_000)

test('B-01: no connection is left: busy, come back; nothing of the person stands in the log', async () => {
  const body = {
    name: PLANTED,
    kana: 'オマモリ',
    phone: '03-5555-5555',
    birthDate: '1990-01-01',
    identity: { type: 'passport', number: 'TZ5555555' },
  }
  await asOwner(inn, async (sql) => {
    await sql.run(`alter database ${inn.books.name} connection limit 0`)
    await sql.run(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    const answer = await eventually(async () => {
      const refused = await front.request('POST', '/v1/members', { body })
      expect(refused.body.code).toBe('database_busy')
      return refused
    })
    expectProblem(answer, { code: 'database_busy', status: 503 })
    await sql.run(`alter database ${inn.books.name} connection limit -1`)
  })
  await recovered()
  expect(api.lines.filter((line) => line.includes(PLANTED) || line.includes('5555-5555'))).toEqual(
    [],
  )
}, 30_000)
