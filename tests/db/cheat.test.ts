import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { brokenInvariants, nights, postingOn } from './support/posting.ts'
import { inTransaction, type SmallBooks, smallBooks } from './support/small-books.ts'

/** Decision 26: what the API and the worker connect as cannot change what it has written. */
const DENIED = { code: '42501' }
const BOOKS = ['accounts', 'lots', 'transfers', 'entries'] as const
const TRAIL = [
  'audit_events',
  'approval_decisions',
  'line_nights',
  'cancellation_policies',
] as const

let books: SmallBooks
let post: ReturnType<typeof postingOn>
let member: string
beforeAll(async () => {
  books = await smallBooks()
  post = postingOn(books)
  member = await books.member()
  await post.issue(member, 1_000)
  await post.spend(member, nights(randomUUID(), 400))
}, 60_000)
afterAll(() => books.stop())
afterEach(async () => {
  expect(await brokenInvariants(books)).toEqual([])
  expect(await post.balance(member)).toBe(600)
})

const app = (text: string, values: unknown[] = []) =>
  inTransaction(books.app, async (client) => (await client.query(text, values)).rows)

describe.each([...BOOKS, ...TRAIL])('decision 26: %s', (table) => {
  const column: Record<string, string> = {
    accounts: 'balance = balance + 1000000',
    lots: 'remaining = issued',
    transfers: 'at = now()',
    entries: 'amount = amount + 1',
    audit_events: "verb = 'nothing happened'",
    approval_decisions: "decision = 'approve'",
    line_nights: 'amount = 0',
    cancellation_policies: "tiers = '[]'",
  }
  test.each([
    ['changed', `update ${table} set ${column[table]}`],
    ['deleted', `delete from ${table}`],
    ['emptied', `truncate ${table} cascade`],
    ['altered', `alter table ${table} add column mine int`],
    ['freed of its triggers', `alter table ${table} disable trigger all`],
    ['dropped', `drop table ${table} cascade`],
    ['locked against everybody', `lock table ${table} in access exclusive mode`],
  ])('cannot be %s', async (_, statement) => {
    await expect(app(statement)).rejects.toMatchObject(DENIED)
  })
})

test.each(BOOKS)('decision 26: nobody grants himself %s', async (table) => {
  const rights = `select p from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) p
    where has_table_privilege('choba_app', '${table}', p) or has_any_column_privilege('choba_app', '${table}',
      case when p in ('DELETE', 'TRUNCATE', 'TRIGGER') then 'UPDATE' else p end)`
  await app(`grant all on ${table} to choba_app`)
  expect(await app(rights)).toEqual([])
})

test.each(BOOKS)('decision 26: no row can be put into %s', async (table) => {
  await expect(app(`insert into ${table} select * from ${table} limit 1`)).rejects.toMatchObject(
    DENIED,
  )
})

test.each([
  ['a table', 'create table mine (x int)'],
  ['a function', "create function mine() returns int language sql as 'select 1'"],
  ['a schema', 'create schema mine'],
  [
    'a trigger',
    'create trigger mine before insert on entries for each row execute function refuse_change()',
  ],
  ['a rule', 'create rule mine as on insert to entries do instead nothing'],
  ['an extension', 'create extension btree_gist'],
  ['a role', 'create role mine'],
])('decision 26: the application makes no %s', async (_, statement) => {
  await expect(app(statement)).rejects.toMatchObject(DENIED)
})

test.each([
  'drop trigger entries_balance on entries',
  'drop function assert_transfer_balances() cascade',
  'drop view spent_lots',
  'alter function points_issue owner to choba_app',
  'create or replace function new_id() returns uuid language sql as $$ select gen_random_uuid() $$',
  "set session_replication_role = 'replica'",
  'set role choba_owner',
  'set session authorization choba_owner',
  'copy entries to program $$true$$',
  'copy audit_events from $$/etc/hostname$$',
])('decision 26: %s is refused', async (statement) => {
  await expect(app(statement)).rejects.toMatchObject(DENIED)
})

test('decision 26: leaving the role leads nowhere', async () => {
  await inTransaction(books.app, async (client) => {
    await client.query('reset role')
    await client.query('set local role none')
    const { rows } = await client.query(
      `select current_user, rolsuper or rolcreaterole or rolbypassrls or rolreplication as might
       from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([{ current_user: 'choba_app', might: false }])
    await expect(client.query('update accounts set balance = 0')).rejects.toMatchObject(DENIED)
    await client.query('rollback')
  })
})

test.each([
  'select assert_transfer_balances()',
  'select refuse_change()',
  'select fill_decider_member()',
])('%s: the functions of triggers cannot be called', async (statement) => {
  await expect(app(statement)).rejects.toMatchObject({ code: '0A000' })
})

describe('B-20 the clock', () => {
  test.each([
    "update clock set house = 'demo'",
    'delete from clock',
    "insert into clock (one, house) values (true, 'test')",
    'truncate clock',
  ])('%s is refused', async (statement) => {
    await expect(app(statement)).rejects.toMatchObject(DENIED)
  })

  test('of a production house is moved by nobody, the owner included', async () => {
    const production = await smallBooks('production')
    try {
      for (const role of [production.app, production.owner])
        await expect(role.query('update clock set offset_ms = 1')).rejects.toMatchObject({
          constraint: 'clock_production_is_fixed',
        })
    } finally {
      await production.stop()
    }
  })

  test('never runs before the wall clock', async () => {
    await expect(app('update clock set offset_ms = -1')).rejects.toMatchObject({ code: '23514' })
  })
})

describe('the posting functions are no way in', () => {
  test('a temporary table named like the books is not what they write to', async () => {
    const trap = ['accounts', 'lots', 'transfers', 'entries', 'members', 'properties']
    for (const path of ['pg_temp, public', 'public', 'pg_temp']) {
      const victim = await books.member()
      await inTransaction(books.app, async (client) => {
        for (const table of trap)
          await client.query(`create temp table ${table} (like public.${table}) on commit drop`)
        await client.query(`set local search_path = ${path}`)
        await client.query(
          `select public.points_issue($1, $2, 'paid', 500, null, $3, now(), $4, 'member', $2, 'x')`,
          [randomUUID(), victim, books.cash, books.property],
        )
        for (const table of trap)
          expect((await client.query(`select from pg_temp.${table}`)).rowCount).toBe(0)
      })
      expect(await post.balance(victim)).toBe(500)
    }
  })

  test('nor is it what the trigger sums at commit', async () => {
    const id = randomUUID()
    // The owner is the only one who can write half a transfer; even so it does not commit.
    await expect(
      inTransaction(books.owner, async (client) => {
        await client.query(
          'create temp table entries (transfer_id uuid, amount bigint) on commit drop',
        )
        await client.query('insert into pg_temp.entries values ($1, 5), ($1, -5)', [id])
        await client.query(
          `insert into transfers (id, key, kind, at, property_id, subject_kind, subject_id, request_id)
           values ($1, $2, 'top_up', now(), $3, 'member', $4, 'x')`,
          [id, randomUUID(), books.property, member],
        )
      }),
    ).rejects.toMatchObject({ constraint: 'transfers_balance' })
  })

  test("another member's wallet is never the other side", async () => {
    const thief = await books.member()
    const { rows } = await books.app.query(
      "select id from accounts where member_id = $1 and lot_class = 'paid'",
      [member],
    )
    const counter: string = rows[0].id
    const line = nights(randomUUID(), 10)
    await expect(post.issue(thief, 500, { counter })).rejects.toThrow('wallets move by lots')
    await post.issue(thief, 500)
    await expect(post.spend(thief, line, { counter })).rejects.toThrow('wallets move by lots')
    await post.spend(thief, line)
    await expect(post.giveBack(thief, line, { counter })).rejects.toThrow('wallets move by lots')
    await expect(post.move(line, { from: counter })).rejects.toThrow('wallets move by lots')
    await expect(post.move(line, { to: counter })).rejects.toThrow('wallets move by lots')
  })

  test('decision 15: no account of a property is made under another issuer', async () => {
    await expect(
      app('select house_account($1, $2, $3)', [books.otherIssuer, 'cash', books.property]),
    ).rejects.toMatchObject({ code: 'P0002' })
    await expect(
      app('select house_account($1, $2, $3)', [books.issuer, 'wallet', books.property]),
    ).rejects.toMatchObject({ code: '23514' })
  })
})
