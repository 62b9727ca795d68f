import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { type Database, openDatabase } from '../../db/platform/database.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { translateDatabaseError } from '../../db/platform/translate-error.ts'
import { eventually } from '../support/eventually.ts'
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

/** What a caller is told. */
const told = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (translateDatabaseError(error) as { code?: string }).code,
  )
/** More than the pool has places, so that every place is used. */
const works = () =>
  Promise.all(
    Array.from({ length: POOL * 5 }, () =>
      database.transaction((_em, sql) => sql.one('select 1 as one')),
    ),
  )

test('B-17 more connections are lost than the pool has places: work goes on, and the house still closes', async () => {
  database = await openDatabase({ url: books.appUrl, pool: POOL, name: 'lost' })
  for (let n = 0; n < POOL * 3; n += 1) {
    const lost = database.transaction(async (_em, sql) => {
      await cut(sql)
      await sql.rows('select 1')
    })
    expect(await told(lost)).toBe('temporarily_unavailable')
  }
  expect(await eventually(works)).toHaveLength(POOL * 5)
  await database.close()
})

test('B-17 a connection lost while it commits, or while nobody holds it, costs nothing either', async () => {
  database = await openDatabase({ url: books.appUrl, pool: POOL, name: 'lost' })
  for (let n = 0; n < POOL * 2; n += 1) {
    expect(await told(database.transaction((_em, sql) => cut(sql)))).toBe('temporarily_unavailable')
    await eventually(works)
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lost' and datname = current_database()",
    )
    // The pool hears of it in a moment; until then a caller is told to try again.
    expect(['done', 'temporarily_unavailable']).toContain(await told(works()))
    await eventually(works)
  }
  await database.close()
}, 240_000)
