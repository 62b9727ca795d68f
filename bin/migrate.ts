import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse } from '../activities/platform/house.ts'
import { seedHouse } from '../activities/platform/seed-house.ts'
import { migrate } from '../db/platform/migrate.ts'
import { requireSetting } from './config.ts'
import { configured } from './configured.ts'
import { createLogger } from './logger.ts'

/** Brings the books to the newest shape, as their owner; on the very first run sets the house up. */
const { config, databaseUrl, masterKey } = configured((found) => ({
  config: found,
  databaseUrl: requireSetting(found, 'DATABASE_URL'),
  masterKey: requireSetting(found, 'CHOBA_MASTER_KEY'),
}))
const log = createLogger(config, 'migrate')

const applied = await migrate(databaseUrl)
log.info({ applied }, applied.length > 0 ? 'books brought up to date' : 'books are up to date')

const house = await openHouse({
  databaseUrl,
  pool: 2,
  name: 'choba-migrate',
  masterKey,
  log,
})
const loginsFile = join(config.CHOBA_DATA, 'demo-logins.json')
try {
  await house.database.sql.run('insert into clock (house) values ($1) on conflict do nothing', [
    config.CHOBA_HOUSE,
  ])
  const { house: kind } = await house.database.sql.one<{ house: string }>('select house from clock')
  if (kind !== 'production' && !existsSync(loginsFile)) {
    const logins = await seedHouse(house)
    mkdirSync(config.CHOBA_DATA, { recursive: true })
    // Written whole or not at all: a missing file makes the next start set the logins up again.
    writeFileSync(`${loginsFile}.new`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${loginsFile}.new`, loginsFile)
    log.info({ logins: logins.length }, 'demo house set up')
  }
} finally {
  await house.close()
}
