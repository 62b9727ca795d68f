import { once } from 'node:events'
import { connectLazily, type TemporalPlace } from '../activities/gateways/temporal-connection.ts'
import { watchTemporal } from '../activities/gateways/temporal-presence.ts'
import { processesOn } from '../activities/gateways/temporal-processes.ts'
import { bundleWorkflows, installTemporalRuntime } from '../activities/gateways/temporal-runtime.ts'
import { keepWorking } from '../activities/gateways/temporal-worker.ts'
import { startDispatcher } from '../activities/platform/dispatch-outbox.ts'
import { openHouse } from '../activities/platform/house.ts'
import { reconcileProcesses } from '../activities/platform/reconcile-processes.ts'
import { startRounds } from '../activities/platform/reconcile-processes-rounds.ts'
import { untilItWorks } from '../activities/platform/until-it-works.ts'
import { createActivities } from '../activities/platform/worker-activities.ts'
import { applicationDatabaseUrl, requireSetting } from './config.ts'
import { configured } from './configured.ts'
import { createLogger } from './logger.ts'

/** The patience of the house: runs its processes and tells Temporal what the commands left behind. */
const { config, databaseUrl, masterKey, address } = configured((found) => ({
  config: found,
  databaseUrl: applicationDatabaseUrl(found),
  masterKey: requireSetting(found, 'CHOBA_MASTER_KEY'),
  address: requireSetting(found, 'TEMPORAL_ADDRESS'),
}))
const log = createLogger(config, 'worker')
const leaving = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leaving.abort())

const place: TemporalPlace = {
  address,
  namespace: config.TEMPORAL_NAMESPACE,
  tls: config.TEMPORAL_TLS,
  apiKey: config.TEMPORAL_API_KEY,
}

installTemporalRuntime(log)
const workflows = await bundleWorkflows(log)
const house = await untilItWorks(
  () => openHouse({ databaseUrl, pool: config.DATABASE_POOL, name: 'worker', masterKey, log }),
  (error) => log.warn({ error: String(error) }, 'the books do not answer; trying again'),
  leaving.signal,
)
if (house) {
  const connection = connectLazily(place)
  const processes = processesOn(connection, place.namespace)
  const dispatcher = startDispatcher(house, processes)
  const worker = keepWorking({
    place,
    workflows,
    activities: createActivities(house),
    verbsAtATime: config.DATABASE_POOL - 1,
    log,
  })
  const presence = watchTemporal(processes, log, async () => {
    await dispatcher.hurry()
    log.info(await reconcileProcesses(house, processes), 'Temporal agrees with the books')
  })
  const rounds = startRounds(house, processes)

  if (!leaving.signal.aborted) await once(leaving.signal, 'abort')
  log.info({}, 'leaving')
  await Promise.all([rounds.stop(), presence.stop(), dispatcher.stop(), worker.stop()])
  await connection.close()
  await house.close()
}
