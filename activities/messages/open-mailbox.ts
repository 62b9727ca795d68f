import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { type MailboxServer, startMailboxServer } from '../gateways/mailbox-server.ts'
import type { House } from '../platform/house.ts'
import { runVerb } from '../platform/run-verb.ts'
import { catchMail } from './catch-mail.ts'

/** The demo's own mail server. Null: its port is taken; mail waits and is tried again. */
export async function openMailbox(house: House, port: number): Promise<MailboxServer | null> {
  const call = { actor: SYSTEM_ACTOR, requestId: 'mailbox' }
  try {
    return await startMailboxServer(port, async (source) => {
      try {
        await runVerb(house, call, catchMail, { source })
      } catch (error) {
        house.log.warn(
          { error: String(error) },
          'a mail could not be caught; its sender tries again',
        )
        throw error
      }
    })
  } catch (error) {
    house.log.error({ error: String(error), port }, 'the mailbox could not be opened')
    return null
  }
}
