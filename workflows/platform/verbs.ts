import { proxyLocalActivities } from '@temporalio/workflow'
import type { ProcessActivities } from '../../activities/platform/worker-activities-contract.ts'

/** Short transactions of our own database: local, so that they cost no round trip to the server. */
export const verbs = proxyLocalActivities<ProcessActivities>({
  startToCloseTimeout: '10 seconds',
  retry: {
    initialInterval: '250 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '10 seconds',
    // About half a minute of trying; then the process says so, pauses, and begins anew.
    maximumAttempts: 8,
  },
})
