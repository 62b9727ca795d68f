import { randomUUID } from 'node:crypto'
import { Pool, type PoolClient } from 'pg'
import { columnTypes } from '../../../db/platform/column-types.ts'
import { freshBooks } from '../../support/fresh-books.ts'

/** Books with one issuer and one property, seen by both roles: the owner and the application. */
export type SmallBooks = Awaited<ReturnType<typeof smallBooks>>

export async function smallBooks(kind: 'test' | 'production' = 'test') {
  const books = await freshBooks()
  const owner = new Pool({ connectionString: books.ownerUrl, types: columnTypes(), max: 2 })
  const app = new Pool({ connectionString: books.appUrl, types: columnTypes(), max: 16 })
  const issuer = randomUUID()
  const otherIssuer = randomUUID()
  const property = randomUUID()
  await owner.query('insert into clock (house) values ($1)', [kind])
  await owner.query("insert into issuers (id, name) values ($1, '発行者'), ($2, '他社')", [
    issuer,
    otherIssuer,
  ])
  await owner.query(
    "insert into properties (id, issuer_id, code, name, name_en) values ($1, $2, 'inn', '宿', 'Inn')",
    [property, issuer],
  )
  const account = async (accountKind: string): Promise<string> =>
    (await app.query('select house_account($1, $2, $3) as id', [issuer, accountKind, property]))
      .rows[0].id
  return {
    books,
    owner,
    app,
    issuer,
    otherIssuer,
    property,
    cash: await account('cash'),
    advance: await account('advance_received'),
    revenue: await account('cancellation_revenue'),
    /** A new member with empty wallets. */
    async member(): Promise<string> {
      const { rows } = await app.query(
        `insert into members (issuer_id, name, kana, phone, birth_date, registered_at)
         values ($1, '客', 'キャク', '000-0000', '1990-01-01', house_now()) returning id`,
        [issuer],
      )
      await app.query('select open_wallets($1, $2)', [issuer, rows[0].id])
      return rows[0].id
    },
    async stop() {
      await app.end()
      await owner.end()
      await books.drop()
    },
  }
}

/** One transaction on a connection of its own; what it throws rolls it back. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    // Settings of the session end with it.
    client.release(true)
  }
}
