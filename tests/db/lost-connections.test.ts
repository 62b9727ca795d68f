import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { type Database, openDatabase } from '../../db/platform/database.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { translateDatabaseError } from '../../db/platform/translate-error.ts'
import { type Books, freshBooks } from '../support/fresh-books.ts'

const POOL = 2
let books: Books
let database: Database
let owner: Client
beforeAll(async () => {
  books = await freshBooks()
  owner = new Client({ connectionString: books.ownerUrl })
  await owner.connect()
}, 60_000)
afterAll(async () => {
  await owner.end()
  await books.drop()
})

/** What happens to every connection when the server is restarted. */
async function cut(sql: Sql): Promise<void> {
  const { pid } = await sql.one<{ pid: number }>('select pg_backend_pid() as pid')
  await owner.query('select pg_terminate_backend($1)', [pid])
}

test('B-17 more connections are lost than the pool has places: work goes on, and the house still closes', async () => {
  database = await openDatabase({ url: books.appUrl, pool: POOL, name: 'lost' })
  for (let n = 0; n < POOL * 3; n += 1) {
    const lost = database.transaction(async (_em, sql) => {
      await cut(sql)
      await sql.rows('select 1')
    })
    const error = await lost.then(
      () => null,
      (thrown: unknown) => translateDatabaseError(thrown),
    )
    expect(error).toMatchObject({ code: 'temporarily_unavailable' })
  }
  const one = () => database.transaction((_em, sql) => sql.one('select 1 as one'))
  expect(await Promise.all(Array.from({ length: 10 }, one))).toHaveLength(10)
  await database.close()
})

test('B-17 a connection lost while it commits, or while nobody holds it, costs nothing either', async () => {
  database = await openDatabase({ url: books.appUrl, pool: POOL, name: 'lost' })
  for (let n = 0; n < POOL * 2; n += 1) {
    await expect(database.transaction((_em, sql) => cut(sql))).rejects.toThrow(
      /terminat|connection/i,
    )
    await database.sql.one('select 1 as one')
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lost' and datname = current_database()",
    )
    // The pool hears of it in a moment; until then a caller may be told to try again.
    await database.sql.one('select 1 as one').catch(() => undefined)
  }
  const one = () => database.transaction((_em, sql) => sql.one('select 1 as one'))
  expect(await Promise.all(Array.from({ length: 10 }, one))).toHaveLength(10)
  await database.close()
})
