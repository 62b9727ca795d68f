import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { asOwner } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addDays } from './support/staged.ts'

let inn: TestHouse
let clients: readonly TestClient[]
let members: readonly { id: string; number: string }[]
let types: Readonly<Record<string, string>>
let today: string

beforeAll(async () => {
  inn = await startHouse()
  clients = await Promise.all(['front', 'manager', 'manager2'].map((login) => inn.as(login)))
  const front = clients[0] as TestClient
  today = (await front.get('/v1/properties')).data[0].businessDate
  members = (await front.get('/v1/members?sort=number')).data
  const found = (await front.get(`/v1/room-types?propertyId=${inn.property}`)).data
  types = Object.fromEntries(
    found.map((type: { code: string; id: string }) => [type.code, type.id]),
  )
}, 60_000)
afterAll(() => inn.stop())

const stay = (code: string, inDays: number) => ({
  roomTypeId: types[code],
  checkIn: addDays(today, inDays),
  checkOut: addDays(today, inDays + 1),
  count: 1,
  guestsPerRoom: 1,
})

const order = (caller: number, stays: readonly object[], memberId?: string) =>
  (clients[caller % clients.length] as TestClient).request('POST', '/v1/orders', {
    body: {
      propertyId: inn.property,
      memberId: memberId ?? members[caller % members.length]?.id,
      stays,
    },
  })

/** A server process tells what it counted when it ends, so all of the house's are ended first. */
async function deadlocks(): Promise<number> {
  return asOwner(inn, async (sql) => {
    await sql.run(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    const [row] = await sql.rows<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    )
    return Number(row?.deadlocks)
  })
}

const nightsSold = (inDays: number) =>
  asOwner(inn, (sql) =>
    sql.rows<{ type: string; rooms: number }>(
      `select t.code as type, count(*)::int as rooms from room_nights n join rooms r on r.id = n.room_id
       join room_types t on t.id = r.room_type_id where n.night = $1 group by t.code order by t.code`,
      [addDays(today, inDays)],
    ),
  )

test('B-02: 200 callers for the last room: one has it, 199 are told that it is gone', async () => {
  expect((await order(0, [stay('suite', 70)])).status).toBe(201)
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, caller) => order(caller, [stay('suite', 70)])),
  )
  const lost = answers.filter((answer) => answer.status !== 201)
  expect(lost).toHaveLength(199)
  for (const answer of lost) expectProblem(answer, { code: 'room_not_available' })
  expect(await nightsSold(70)).toEqual([{ type: 'suite', rooms: 2 }])
  expect(await deadlocks()).toBe(0)
}, 30_000)

test('B-02: five callers for five rooms: nobody is refused a room that is there', async () => {
  for (const inDays of [71, 72, 73, 74]) {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, caller) => order(caller, [stay('twin', inDays)])),
    )
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201])
  }
}, 30_000)

test('B-02: 60 carts of two types in opposite order: whole or not at all, and nobody waits in a circle', async () => {
  const one = [stay('twin', 80), stay('single', 80)]
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, caller) =>
      order(caller, caller % 2 === 0 ? one : one.toReversed()),
    ),
  )
  const won = answers.filter((answer) => answer.status === 201)
  expect(won).toHaveLength(4)
  for (const answer of won) expect(answer.body.stays).toHaveLength(2)
  for (const answer of answers)
    if (answer.status !== 201) expectProblem(answer, { code: 'room_not_available' })
  expect(await nightsSold(80)).toEqual([
    { type: 'single', rooms: 4 },
    { type: 'twin', rooms: 4 },
  ])
  expect(await deadlocks()).toBe(0)
}, 30_000)

test('B-03 003-19: top-ups racing orders of one member: balance = Σ lots = Σ entries, never negative, none overtakes', async () => {
  const poor = members.find((one) => one.number === 'M1004') as { id: string }
  const [front] = clients as [TestClient]
  const jobs = Array.from({ length: 15 }, (_, index) => index).flatMap((index) => [
    () => order(index, [stay(['single', 'twin'][index % 2] as string, 100 + index)], poor.id),
    () =>
      front.request('POST', `/v1/members/${poor.id}/top-ups`, {
        body: { propertyId: inn.property, amount: 5_000 + index },
      }),
  ])
  const answers = await Promise.all(jobs.map((job) => job()))
  expect(answers.map((answer) => answer.status)).toEqual(jobs.map(() => 201))

  const topped = answers.filter((_, index) => index % 2 === 1).length * 5_000 + (14 * 15) / 2
  const queue = (await front.get(`/v1/orders?memberId=${poor.id}&sort=placedAt&perPage=100`)).data
  const states = queue.map((one: { status: string }) => one.status)
  const firstWaiting = states.indexOf('pending')
  expect(firstWaiting).toBeGreaterThan(0)
  expect(states).toEqual(
    states.map((_: string, index: number) => (index < firstWaiting ? 'confirmed' : 'pending')),
  )
  const paid = queue.reduce((sum: number, one: { paid: number }) => sum + one.paid, 0)
  const { balance } = await front.get(`/v1/members/${poor.id}`)
  expect(balance).toBe(topped - paid)
  expect(queue[firstWaiting].total).toBeGreaterThan(balance)
  expect(await sumsOf(poor.id)).toEqual({
    accounts: balance,
    lots: balance,
    entries: balance,
    negative: 0,
  })
  expect(await deadlocks()).toBe(0)
}, 30_000)

const sumsOf = (memberId: string) =>
  asOwner(inn, async (sql) => {
    const [row] = await sql.rows<Record<string, number>>(
      `with mine as (select * from accounts where member_id = $1)
       select (select sum(balance)::int from mine) as accounts,
         (select sum(remaining)::int from lots where account_id in (select id from mine)) as lots,
         (select sum(amount)::int from entries where account_id in (select id from mine)) as entries,
         (select count(*)::int from lots where remaining < 0) as negative`,
      [memberId],
    )
    return row
  })

test('the count of deadlocks can count: two who wait in a circle are seen', async () => {
  const connect = async () => {
    const client = new Client({ connectionString: inn.books.ownerUrl })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin')
    return client
  }
  const [left, right] = await Promise.all([connect(), connect()])
  await left.query('select pg_advisory_xact_lock(1)')
  await right.query('select pg_advisory_xact_lock(2)')
  const crossed = await Promise.allSettled([
    left.query('select pg_advisory_xact_lock(2)'),
    right.query('select pg_advisory_xact_lock(1)'),
  ])
  expect(crossed.filter((one) => one.status === 'rejected')).toHaveLength(1)
  expect(await deadlocks()).toBe(1)
}, 30_000)
