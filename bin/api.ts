import { createServer } from 'node:http'
import { join } from 'node:path'
import { createApp } from '../api/platform/app.ts'
import { openMailbox } from '../activities/messages/open-mailbox.ts'
import { openHouse } from '../activities/platform/house.ts'
import { applicationDatabaseUrl, requireSetting, wechatSettings } from './config.ts'
import { configured } from './configured.ts'
import { createLogger } from './logger.ts'
import { packageVersion } from './version.ts'

/** The counter: serves the API and the built screens on one port, as choba_app. */
const STOP_WAIT_MS = 2_500

const { config, databaseUrl, masterKey } = configured((found) => ({
  config: found,
  databaseUrl: applicationDatabaseUrl(found),
  masterKey: requireSetting(found, 'CHOBA_MASTER_KEY'),
}))
const log = createLogger(config, 'api')
const house = await openHouse({
  databaseUrl,
  pool: config.DATABASE_POOL,
  name: 'choba-api',
  masterKey,
  log,
  wechat: wechatSettings(config),
  publicUrl: config.PUBLIC_URL ?? null,
})
const { app, closeStreams } = createApp({
  house,
  version: packageVersion(),
  uiFolder: join(import.meta.dirname, '..', 'dist', 'admin-ui'),
  checkAnswers: config.CHOBA_HOUSE === 'test',
  trustedProxies: config.TRUST_PROXY,
})
const server = createServer(
  { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
  app,
)
const mailbox = config.MAILBOX_PORT ? await openMailbox(house, config.MAILBOX_PORT) : null
server.listen(config.PORT, config.HOST, () => log.info({ address: server.address() }, 'open'))

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({}, 'closing')
  closeStreams()
  const force = setTimeout(() => server.closeAllConnections(), STOP_WAIT_MS)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(force)
  await mailbox?.close()
  await house.close()
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
