import { Client, Connection } from '@temporalio/client'
import { watchTemporal } from '../../../activities/gateways/temporal-presence.ts'
import { processesOn } from '../../../activities/gateways/temporal-processes.ts'
import {
  bundleWorkflows,
  installTemporalRuntime,
} from '../../../activities/gateways/temporal-runtime.ts'
import { keepWorking } from '../../../activities/gateways/temporal-worker.ts'
import { startDispatcher } from '../../../activities/platform/dispatch-outbox.ts'
import { reconcileProcesses } from '../../../activities/platform/reconcile-processes.ts'
import { startRounds } from '../../../activities/platform/reconcile-processes-rounds.ts'
import { createActivities } from '../../../activities/platform/worker-activities.ts'
import { type Inn, quietLog } from './inn.ts'

let installed = false

/** What `bin/worker.ts` puts together, inside the test's own process. */
export async function startCrew(inn: Inn, address: string) {
  if (!installed) installTemporalRuntime(quietLog)
  installed = true
  const { house } = inn
  const place = { address, namespace: 'default' }
  const connection = Connection.lazy({ address })
  const processes = processesOn(connection, 'default')
  const workflows = await bundleWorkflows(quietLog)
  const dispatcher = startDispatcher(house, processes)
  const activities = createActivities(house)
  const worker = keepWorking({ place, workflows, activities, verbsAtATime: 6, log: quietLog })
  const presence = watchTemporal(processes, quietLog, async () => {
    await dispatcher.hurry()
    await reconcileProcesses(house, processes)
  })
  const rounds = startRounds(house, processes)
  return {
    processes,
    client: new Client({ connection }),
    async stop() {
      await Promise.all([rounds.stop(), presence.stop(), dispatcher.stop(), worker.stop()])
      await connection.close()
    },
  }
}
export type Crew = Awaited<ReturnType<typeof startCrew>>
