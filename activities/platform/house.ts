import { type Database, openDatabase } from '../../db/platform/database.ts'
import { type ChangeFeed, openChangeFeed } from './change-feed.ts'
import { openWechat, type Wechat, type WechatSettings } from '../gateways/wechat.ts'
import { createVault, type Vault } from './vault.ts'

/** The few methods of a pino logger the verbs use. */
export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** What a process needs to run verbs; each composition root in `bin/` opens one. */
export type House = {
  readonly database: Database
  readonly vault: Vault
  readonly changes: ChangeFeed
  readonly wechat: Wechat
  /** Where the world finds the house's pages; null where it does not know. */
  readonly publicUrl: string | null
  readonly log: Log
  close(): Promise<void>
}

const NO_WECHAT: WechatSettings = { baseUrl: 'http://localhost', wechat: null, mini_program: null }

export async function openHouse(options: {
  databaseUrl: string
  pool: number
  name: string
  masterKey: string
  log: Log
  wechat?: WechatSettings
  publicUrl?: string | null
}): Promise<House> {
  const database = await openDatabase({
    url: options.databaseUrl,
    pool: options.pool,
    name: options.name,
  })
  const changes = openChangeFeed(options.databaseUrl, options.log)
  return {
    database,
    changes,
    vault: createVault(options.masterKey),
    wechat: openWechat(options.wechat ?? NO_WECHAT),
    publicUrl: options.publicUrl ?? null,
    log: options.log,
    async close() {
      await changes.close()
      await database.close()
    },
  }
}
