import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Database, openDatabase } from '../../db/platform/database.ts'
import { ENTITIES } from '../../db/platform/entities.ts'
import { migrate } from '../../db/platform/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/index.ts'
import { type SmallBooks, smallBooks } from './support/small-books.ts'

let books: SmallBooks
let database: Database
beforeAll(async () => {
  books = await smallBooks()
  database = await openDatabase({ url: books.books.appUrl, pool: 1, name: 'shape' })
}, 60_000)
afterAll(async () => {
  await database.close()
  await books.stop()
})

/** How the columns of the books are called by information_schema, for each type an entity may name. */
const SAME: Readonly<Record<string, string>> = {
  uuid: 'uuid',
  'varchar(255)': 'text',
  'text[]': '_text',
  'numeric(6,2)': 'numeric',
  text: 'text',
  int: 'int4',
  date: 'date',
  'timestamptz(0)': 'timestamptz',
  timestamptz: 'timestamptz',
}

describe.each(ENTITIES.map((entity) => [entity.name, entity] as const))(
  'the entity %s',
  (_, entity) => {
    test('has exactly the columns of its table that can be written, with their types and whether they may be empty', async () => {
      const meta = database.orm.getMetadata().getByClassName(entity.name)
      const mapped = meta.props.map((prop) => ({
        name: prop.fieldNames[0],
        type: SAME[prop.columnTypes[0] ?? ''] ?? prop.columnTypes[0],
        nullable: prop.nullable ?? false,
      }))
      const { rows } = await books.app.query(
        `select column_name::text as name, udt_name::text as type, is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public' and table_name = $1
         and is_generated = 'NEVER'`,
        [meta.tableName],
      )
      const byName = (a: { name: string | undefined }, b: { name: string | undefined }) =>
        String(a.name).localeCompare(String(b.name))
      expect(mapped.toSorted(byName)).toEqual(rows.toSorted(byName))
    })
  },
)

describe('002-31 migrations', () => {
  test('a second run applies nothing', async () => {
    expect(await migrate(books.books.ownerUrl)).toEqual([])
  })

  test('none waits for a lock without end', () => {
    for (const { class: Migration } of MIGRATIONS) {
      const migration = new Migration({} as never, {} as never)
      migration.up()
      expect(migration.getQueries()[0]).toBe("set local lock_timeout = '10s'")
    }
  })
})

test.each([
  ['lock_timeout', '8s'],
  ['statement_timeout', '15s'],
  ['idle_in_transaction_session_timeout', '30s'],
])('every connection has its limits: %s', async (name, value) => {
  expect(await database.sql.rows(`show ${name}`)).toEqual([{ [name]: value }])
})

test('what comes out of the books is what the API says', async () => {
  const row = await database.sql.one(
    `select date '2026-05-01' as day, timestamptz '2026-05-01 09:00+09' as moment, 9007199254740991::bigint as big,
       sum(n)::numeric as sum, array['a'] as texts, 23.50::numeric(6, 2) as area from generate_series(1, 3) n`,
  )
  expect(row).toEqual({
    day: '2026-05-01',
    moment: '2026-05-01T00:00:00.000Z',
    big: Number.MAX_SAFE_INTEGER,
    sum: 6,
    texts: ['a'],
    area: 23.5,
  })
  await expect(database.sql.one('select 9007199254740992::bigint as big')).rejects.toThrow('2^53')
})
