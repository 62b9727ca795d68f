import type { MailGateway } from '../../activities/gateways/mail.ts'
import { connectLazily } from '../../activities/gateways/temporal-connection.ts'
import { processesOn } from '../../activities/gateways/temporal-processes.ts'
import { bundleWorkflows } from '../../activities/gateways/temporal-runtime.ts'
import { keepWorking } from '../../activities/gateways/temporal-worker.ts'
import { startDispatcher } from '../../activities/platform/dispatch-outbox.ts'
import type { House, Log } from '../../activities/platform/house.ts'
import { createActivities } from '../../activities/platform/worker-activities.ts'

/** The house's processes on the real Temporal, on a task queue of their own. Returns how to end them. */
export async function startWorker(
  house: House,
  taskQueue: string,
  log: Log,
  mail: MailGateway | null = null,
): Promise<() => Promise<void>> {
  const address = process.env['TEST_TEMPORAL_ADDRESS']
  if (!address)
    throw new Error('TEST_TEMPORAL_ADDRESS is not set: global-setup.ts starts the servers')
  const place = { address, namespace: 'default', tls: false, apiKey: undefined }
  const workflows = await bundleWorkflows(log)
  const connection = connectLazily(place)
  const processes = processesOn(connection, place.namespace, taskQueue)
  const dispatcher = startDispatcher(house, processes)
  const worker = keepWorking({
    place,
    workflows,
    activities: createActivities(house, mail),
    verbsAtATime: 4,
    taskQueue,
    log,
  })
  return async () => {
    await Promise.all([dispatcher.stop(), worker.stop()])
    await connection.close()
  }
}
