import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { migrate } from '../../db/platform/migrate.ts'

const TEMPLATE = 'choba_template'
/** One maker at a time, whichever test file comes first. */
const TEMPLATE_LOCK = 4242

export type Books = {
  readonly name: string
  readonly ownerUrl: string
  readonly appUrl: string
  drop(): Promise<void>
}

const needed = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: global-setup.ts starts the servers`)
  return value
}

const urlOf = (base: string, database: string) => {
  const url = new URL(base)
  url.pathname = `/${database}`
  return url.toString()
}

async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: needed('TEST_DATABASE_OWNER_URL') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Empty, migrated books of one's own: a copy of a template made once per run. */
export async function freshBooks(): Promise<Books> {
  const owner = needed('TEST_DATABASE_OWNER_URL')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const made = await client.query(
      'select from pg_database where datname = $1 and datistemplate',
      [TEMPLATE],
    )
    if (made.rowCount === 0) {
      await client.query(`drop database if exists ${TEMPLATE}`)
      await client.query(`create database ${TEMPLATE}`)
      await migrate(urlOf(owner, TEMPLATE))
      await client.query(`alter database ${TEMPLATE} is_template true`)
    }
    await client.query(`create database ${name} template ${TEMPLATE}`)
  })
  return {
    name,
    ownerUrl: urlOf(owner, name),
    appUrl: urlOf(needed('TEST_DATABASE_APP_URL'), name),
    drop: () => asOwner((client) => dropWhenLeft(client, name)),
  }
}

/** Connections being closed get a moment, so that none is cut with its owner still listening. */
async function dropWhenLeft(client: Client, name: string): Promise<void> {
  for (let look = 1; look <= 60; look += 1) {
    const { rows } = await client.query(
      'select count(*)::int as left_over from pg_stat_activity where datname = $1',
      [name],
    )
    if (rows[0].left_over === 0) break
    await sleep(50)
  }
  await client.query(`drop database if exists ${name} with (force)`)
}
