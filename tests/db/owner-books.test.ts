import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { PoolClient } from 'pg'
import { brokenInvariants, nights, postingOn } from './support/posting.ts'
import { inTransaction, type SmallBooks, smallBooks } from './support/small-books.ts'

let books: SmallBooks
let old: string
let wallet: string
beforeAll(async () => {
  books = await smallBooks()
  const post = postingOn(books)
  const member = await books.member()
  old = (await post.issue(member, 1_000)) as string
  await post.spend(member, nights(randomUUID(), 400))
  const { rows } = await books.owner.query(
    "select id from accounts where member_id = $1 and lot_class = 'paid'",
    [member],
  )
  wallet = rows[0].id
}, 60_000)
afterAll(() => books.stop())
afterEach(async () => expect(await brokenInvariants(books)).toEqual([]))

const owner = (work: (client: PoolClient) => Promise<unknown>) => inTransaction(books.owner, work)
const transfer = async (client: PoolClient, ...amounts: number[]) => {
  const id = randomUUID()
  await client.query(
    `insert into transfers (id, key, kind, at, property_id, subject_kind, subject_id, request_id)
     values ($1, $2, 'recognise', now(), $3, 'member', $3, 'x')`,
    [id, randomUUID(), books.property],
  )
  for (const [index, amount] of amounts.entries())
    await entry(client, id, index + 1, amount, [books.advance, books.revenue][index % 2])
  return id
}
const entry = (
  client: PoolClient,
  id: string,
  seq: number,
  amount: number,
  account: string | undefined,
) =>
  client.query(
    'insert into entries (transfer_id, seq, account_id, at, amount) values ($1, $2, $3, now(), $4)',
    [id, seq, account, amount],
  )
async function oneDecision(): Promise<void> {
  const [front, manager, request, member] = Array.from({ length: 4 }, () => randomUUID())
  await books.owner.query(
    `with boss as (insert into staff (id, login, display_name, password_hash) values ($1, $2, 'x', 'x')), asked as (
       insert into approval_requests (id, kind, property_id, subject_kind, subject_id, amount, reason, preview, digest,
         requester_id, requester_kind, beneficiary_id, acted_for_id, requested_at, due_at)
       values ($3, 'cancellation', $4, 'order', $4, 1, 'x', '{}', repeat('a', 64), $5, 'staff', $6, $6, now(), now()))
     select`,
    [manager, manager?.slice(0, 8), request, books.property, front, member],
  )
  await books.owner.query(
    `insert into approval_decisions values ($1, $1, $2, $3, $3, 'approve', $4, $4, null, 'x', now())`,
    [request, front, member, manager],
  )
}
const UNBALANCED = { code: '23514', constraint: 'transfers_balance' }

describe('B-03 the owner of the books, with SQL of his own', () => {
  test('may post what balances', async () => {
    await owner((client) => transfer(client, 70, -50, -20))
  })

  test.each([
    ['one that does not sum to zero', [70, -69]],
    ['one with a single entry', [70]],
    ['one without any entry', []],
  ])('cannot commit a transfer: %s', async (_, amounts) => {
    await expect(owner((client) => transfer(client, ...amounts))).rejects.toMatchObject(UNBALANCED)
  })

  test('cannot unbalance an old transfer by one more entry', async () => {
    await expect(owner((client) => entry(client, old, 9, 5, books.cash))).rejects.toMatchObject(
      UNBALANCED,
    )
  })

  test('cannot evade the check by checking early', async () => {
    await expect(
      owner(async (client) => {
        const id = await transfer(client, 5, -5)
        await client.query('set constraints all immediate')
        await entry(client, id, 3, 5, books.cash)
      }),
    ).rejects.toMatchObject(UNBALANCED)
  })

  test('cannot post nothing', async () => {
    await expect(owner((client) => transfer(client, 0, 0))).rejects.toMatchObject({
      code: '23514',
    })
  })

  test.each([
    ['transfers', 'id = id'],
    ['entries', 'seq = seq'],
    ['audit_events', 'verb = verb'],
    ['approval_decisions', 'reason = reason'],
  ])('B-11 cannot change, delete or empty %s', async (table, change) => {
    await books.owner.query(
      `insert into audit_events (at, actor_kind, verb, subject_kind, subject_id, request_id)
       values (now(), 'system', 'x', 'member', $1, 'x')`,
      [books.property],
    )
    await oneDecision()
    for (const statement of [
      `update ${table} set ${change}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      await expect(books.owner.query(statement)).rejects.toMatchObject({ code: '23001' })
  })

  test('B-03 no wallet goes below its floor, no lot below nothing or above what was issued', async () => {
    await expect(
      books.owner.query('update accounts set balance = -1 where id = $1', [wallet]),
    ).rejects.toMatchObject({ constraint: 'accounts_floor' })
    for (const remaining of ['-1', 'issued + 1'])
      await expect(
        books.owner.query(`update lots set remaining = ${remaining} where account_id = $1`, [
          wallet,
        ]),
      ).rejects.toMatchObject({ constraint: 'lots_remaining' })
  })

  test('one key, one transfer', async () => {
    await expect(
      owner(async (client) => {
        const id = await transfer(client, 5, -5)
        await client.query(
          `insert into transfers select gen_random_uuid(), key, kind, at, posted_at, property_id, subject_kind,
             subject_id, request_id from transfers where id = $1`,
          [id],
        )
      }),
    ).rejects.toMatchObject({ constraint: 'transfers_key_key' })
  })
})
