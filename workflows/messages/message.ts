import { proxyActivities } from '@temporalio/workflow'
import type { MailActivities } from '../../activities/platform/worker-activities-contract.ts'
import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** Speaks with a mail server: not local, so that a slow one holds no workflow task. */
const mail = proxyActivities<MailActivities>({
  startToCloseTimeout: '2 minutes',
  // What the mail server says is written in the books and is no failure; this is about the books.
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds', maximumAttempts: 5 },
})

/** From "queued" until it is out of the house, refused or given up. */
export function message(id: string): Promise<string> {
  return followTheBooks({
    kind: 'message',
    id,
    read: () => verbs.nextMessageStep({ id }),
    steps: { deliver: () => mail.deliverMessage({ id }) },
  })
}
