import { once } from 'node:events'
import { SYSTEM_ACTOR } from '../domain/platform/actor.ts'
import { connectLazily, type TemporalPlace } from '../activities/gateways/temporal-connection.ts'
import { smtpMail } from '../activities/gateways/mail.ts'
import { watchTemporal } from '../activities/gateways/temporal-presence.ts'
import { processesOn } from '../activities/gateways/temporal-processes.ts'
import { bundleWorkflows, installTemporalRuntime } from '../activities/gateways/temporal-runtime.ts'
import { keepWorking } from '../activities/gateways/temporal-worker.ts'
import { releaseHeldMessages } from '../activities/messages/release-held-messages.ts'
import { startDispatcher } from '../activities/platform/dispatch-outbox.ts'
import { openHouse } from '../activities/platform/house.ts'
import { reconcileProcesses } from '../activities/platform/reconcile-processes.ts'
import { startRounds } from '../activities/platform/reconcile-processes-rounds.ts'
import { runVerb } from '../activities/platform/run-verb.ts'
import { untilItWorks } from '../activities/platform/until-it-works.ts'
import { createActivities } from '../activities/platform/worker-activities.ts'
import { applicationDatabaseUrl, requireSetting } from './config.ts'
import { configured } from './configured.ts'
import { createLogger } from './logger.ts'

/** The patience of the house: runs its processes and tells Temporal what the commands left behind. */
const { config, databaseUrl, masterKey, address, smtp } = configured((found) => ({
  config: found,
  databaseUrl: applicationDatabaseUrl(found),
  masterKey: requireSetting(found, 'CHOBA_MASTER_KEY'),
  address: requireSetting(found, 'TEMPORAL_ADDRESS'),
  smtp: found.SMTP_URL ? { url: found.SMTP_URL, from: requireSetting(found, 'MAIL_FROM') } : null,
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
  const mail = smtp && smtpMail(smtp)
  // What was written while there was no mail server goes out now.
  if (mail) {
    await untilItWorks(
      () => runVerb(house, { actor: SYSTEM_ACTOR, requestId: 'worker' }, releaseHeldMessages, null),
      (error) => log.warn({ error: String(error) }, 'held messages could not be released yet'),
      leaving.signal,
    )
  }
  const connection = connectLazily(place)
  const processes = processesOn(connection, place.namespace)
  const dispatcher = startDispatcher(house, processes)
  const worker = keepWorking({
    place,
    workflows,
    activities: createActivities(house, mail),
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
