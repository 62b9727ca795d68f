import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { type Finding, verifyBooks } from '../../activities/platform/verify-books.ts'
import { openProcesses } from '../../db/platform/process-life.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { arrival } from '../support/arrival.ts'

let inn: TestHouse
let owner: Client
beforeEach(async () => {
  inn = await startHouse()
  await furnish(inn)
  owner = new Client({ connectionString: inn.books.ownerUrl })
  await owner.connect()
}, 30_000)
afterEach(async () => {
  await owner.end()
  await inn.stop()
})

const day = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

/** A paid order of two rooms, one pending, and one guest in the house. */
async function furnish(house: TestHouse): Promise<void> {
  const front = await house.as('front')
  const today = (await front.get('/v1/properties')).data[0].businessDate
  const types = (await front.get(`/v1/room-types?propertyId=${house.property}`)).data
  const twin = types.find((type: { code: string }) => type.code === 'twin')
  const members = (await front.get('/v1/members?sort=number')).data
  const book = (memberId: string, count: number) =>
    front.post('/v1/orders', {
      propertyId: house.property,
      memberId,
      stays: [
        { roomTypeId: twin.id, checkIn: today, checkOut: day(today, 2), count, guestsPerRoom: 1 },
      ],
    })
  const paid = await book(members[0].id, 2)
  await book(members[3].id, 1)
  await front.post(`/v1/stays/${paid.stays[0].id}/check-in`, arrival())
}

const verify = () => verifyBooks(inn.house.database.sql, async () => true)
const wrong = (findings: Finding[]) =>
  findings.filter((finding) => finding.wrong > 0).map((finding) => finding.name)

/** Changes the books behind the database's own guards, as nobody but their owner could. */
async function tamper(statement: string): Promise<void> {
  for (const table of ['transfers', 'entries']) {
    await owner.query(`alter table ${table} disable trigger user`)
  }
  const { rowCount } = await owner.query(statement)
  expect(rowCount).toBeGreaterThan(0)
}

test('B-13: sound books pass every check', async () => {
  const findings = await verify()
  expect(wrong(findings)).toEqual([])
  expect(findings.find((finding) => finding.name.startsWith('No room-night'))?.count).toBe(6)
})

const HARM: readonly [string, string, string][] = [
  [
    'an entry changed',
    'Every transfer balances',
    `update entries set amount = amount + 1 where (transfer_id, seq) in
      (select transfer_id, seq from entries where lot_id is null and line_id is not null limit 1)`,
  ],
  [
    'a lot drained',
    'Lots say what their entries say',
    'update lots set remaining = remaining - 1 where id = (select id from lots where remaining > 0 limit 1)',
  ],
  [
    'a wallet enriched',
    'Wallets say what their lots and entries say',
    "update accounts set balance = balance + 100 where id = (select id from accounts where kind = 'wallet' limit 1)",
  ],
  [
    'a night given away',
    'No room-night is sold twice, and open stays hold all of theirs',
    'delete from room_nights where (room_id, night) in (select room_id, night from room_nights limit 1)',
  ],
  [
    'a cancelled stay that keeps its room',
    'Rooms are held by open stays and blocks only',
    "update order_lines set status = 'cancelled' where status = 'pending'",
  ],
  [
    'a price changed after the sale',
    'Orders are a function of their lines, and lines cost what their nights cost',
    "update order_lines set amount = amount + 1 where status = 'confirmed'",
  ],
  [
    'a return that never was',
    'What was paid for a stay is what it cost, and what came back is what it says',
    "update order_lines set returned = 1 where status = 'confirmed'",
  ],
  [
    'a fee that was never posted',
    'What was paid for a stay and not returned is held, earned or kept, to the point',
    "update order_lines set fee = 1 where status = 'confirmed'",
  ],
  [
    'a day nobody rolled',
    'Every day that has passed is rolled, and its nights are earned',
    "update business_days set due_at = due_at - interval '3 days' where rolled_at is null",
  ],
  [
    'a message forgotten',
    'Temporal has been told everything within a minute',
    "update outbox set created_at = created_at - interval '2 minutes' where delivered_at is null",
  ],
]

test.each(HARM)('B-13: verify names %s', async (_harm, check, statement) => {
  await tamper(statement)
  const findings = await verify()
  expect(wrong(findings)).toContain(check)
  expect(findings.find((finding) => finding.name === check)?.first).toMatch(
    /[0-9a-f-]{36}|outbox \d+/,
  )
})

test('B-13: a process that Temporal does not run is named', async () => {
  const open = await openProcesses(inn.house.database.sql, null, 100)
  const findings = await verifyBooks(
    inn.house.database.sql,
    async ({ process }) => process !== 'order',
  )
  expect(findings.at(-1)).toMatchObject({
    name: 'Every open process is alive',
    count: open.length,
    wrong: 1,
  })
})
