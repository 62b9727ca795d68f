import { Client } from 'pg'
import type { TestHouse } from '../../support/house.ts'

export type OwnerSql = {
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  run(text: string, values?: readonly unknown[]): Promise<void>
}

/** Looks into the books, or arranges them, with the owner's rights: what no route can do. */
export async function asOwner<T>(
  inn: Pick<TestHouse, 'books'>,
  work: (sql: OwnerSql) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: inn.books.ownerUrl })
  await client.connect()
  try {
    return await work({
      rows: async <Row>(text: string, values: readonly unknown[] = []) =>
        (await client.query(text, [...values])).rows as Row[],
      run: async (text, values = []) => void (await client.query(text, [...values])),
    })
  } finally {
    await client.end()
  }
}

/** Signing in and being seen are no business of the books. */
const NOT_BOOKS = ['sessions', 'login_failures']

/** Every table with its rows counted and summed up: equal twice means nothing was touched in between. */
export async function stateOfBooks(inn: Pick<TestHouse, 'books'>): Promise<Record<string, string>> {
  return asOwner(inn, async (sql) => {
    const tables = await sql.rows<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1`,
      [NOT_BOOKS],
    )
    const rows = await sql.rows<{ name: string; state: string }>(
      tables
        .map(
          ({ name }) =>
            `select '${name}' as name, count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)), 0) as state from ${name} t`,
        )
        .join(' union all '),
    )
    return Object.fromEntries(rows.map((row) => [row.name, row.state]))
  })
}
