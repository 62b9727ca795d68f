import { connectLazily } from '../activities/gateways/temporal-connection.ts'
import { processesOn } from '../activities/gateways/temporal-processes.ts'
import { openHouse } from '../activities/platform/house.ts'
import { reconcileProcesses } from '../activities/platform/reconcile-processes.ts'
import { applicationDatabaseUrl, requireSetting } from './config.ts'
import { configured } from './configured.ts'
import { createLogger } from './logger.ts'
import { runningHouse } from './running-house.ts'

/** `npm run reconcile`: makes Temporal agree with the books and says what it did. */
const config = configured((found) => found, runningHouse)
const house = await openHouse({
  databaseUrl: applicationDatabaseUrl(config),
  pool: 2,
  name: 'reconcile',
  masterKey: requireSetting(config, 'CHOBA_MASTER_KEY'),
  log: createLogger({ ...config, LOG_LEVEL: 'warn' }, 'reconcile'),
})
const connection = connectLazily({
  address: requireSetting(config, 'TEMPORAL_ADDRESS'),
  namespace: config.TEMPORAL_NAMESPACE,
  tls: config.TEMPORAL_TLS,
  apiKey: config.TEMPORAL_API_KEY,
})
try {
  const found = await reconcileProcesses(house, processesOn(connection, config.TEMPORAL_NAMESPACE))
  const { open, running, started, revived, moved, endedEarly } = found
  process.stdout.write(
    `${open} open by the books: ${running} running, ${started} started, ${revived} revived, ` +
      `${moved} brought to the house clock, ${endedEarly} ended early (see "needs attention")\n`,
  )
} finally {
  await connection.close()
  await house.close()
}
