import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type House, openHouse } from '../../activities/platform/house.ts'
import { startPostgres } from '../../bin/embedded/postgres.ts'
import { keptSecrets } from '../../bin/embedded/secrets.ts'
import { migrate } from '../../db/platform/migrate.ts'
import { DEMO, seedMasters } from '../../db/seed/demo-masters.ts'
import { openDatabase } from '../../db/platform/database.ts'
import type { Sql } from '../../db/platform/sql.ts'

const MEMBERS = 1_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

export type BenchHouse = {
  readonly house: House
  readonly ownerUrl: string
  readonly appUrl: string
  /** 1,000 members with empty wallets. */
  readonly members: readonly string[]
  stop(): Promise<void>
}

/** A house on a PostgreSQL of its own that flushes every commit to disk, as in production. */
export async function benchHouse(pool: number): Promise<BenchHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'choba-bench-'))
  const secrets = keptSecrets(folder)
  const server = await startPostgres({
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    secrets,
    kind: 'house',
    say: () => undefined,
  })
  const { ownerUrl, appUrl } = server
  await migrate(ownerUrl)
  const owner = await openDatabase({ url: ownerUrl, pool: 1, name: 'bench-owner' })
  await owner.sql.run("insert into clock (house) values ('test')")
  await seedMasters(owner.sql)
  const members = await owner.sql.rows<{ id: string }>(
    `with m as (insert into members (issuer_id, name, kana, phone, birth_date, registered_at)
       select $1, '客', 'キャク', '000-0000', '1990-01-01', now() from generate_series(1, $2::int) returning id)
     select id from m`,
    [DEMO.issuerId, MEMBERS],
  )
  await owner.sql.rows('select open_wallets(issuer_id, id) from members')
  await history(owner.sql)
  await owner.close()
  const house = await openHouse({
    databaseUrl: appUrl,
    pool,
    name: 'bench',
    masterKey: secrets.masterKey,
    log: quiet,
  })
  return {
    house,
    ownerUrl,
    appUrl,
    members: members.map((member) => member.id),
    async stop() {
      await house.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Ten top-ups a member, and statistics of them: sessions that first plan on empty books would keep plans
 * for empty books, and measure those.
 */
async function history(sql: Sql): Promise<void> {
  for (let n = 0; n < 10; n += 1)
    await sql.rows(
      `select points_issue(new_id()::text, m.id, 'paid', 1000, null, house_account(m.issuer_id, 'cash', $1), now(), $1,
         'member', m.id, 'bench') from members m`,
      [DEMO.properties[0].id],
    )
  await sql.run('vacuum analyze')
}

/** So many plain connections. */
export async function clients(url: string, count: number): Promise<Client[]> {
  const made = Array.from({ length: count }, () => new Client({ connectionString: url }))
  await Promise.all(made.map((client) => client.connect()))
  return made
}
