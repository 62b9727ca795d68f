import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import type { MailGateway } from '../gateways/mail.ts'
import type { House } from '../platform/house.ts'
import { runVerb } from '../platform/run-verb.ts'
import { claimMessage, holdMessage } from './claim-message.ts'
import { composeMail } from './compose-mail.ts'
import { recordDelivery } from './record-delivery.ts'

/**
 * One attempt at one message: taken in a transaction, sent outside of any, its outcome written in
 * another. Killed in between, it is taken up again when its lease is over, under the same Message-ID.
 */
export async function deliverMessage(
  house: House,
  mail: MailGateway | null,
  id: string,
): Promise<void> {
  const call = { actor: SYSTEM_ACTOR, requestId: `message:${id}` }
  if (mail === null) {
    await runVerb(house, call, holdMessage, { id })
    return
  }
  const { output: claimed } = await runVerb(house, call, claimMessage, { id })
  if (!claimed) return
  const { attempts, said } = claimed
  const delivery =
    said === null
      ? ({ kind: 'erased' } as const)
      : await mail.deliver(await composeMail(house.database.sql, claimed, said))
  await runVerb(house, call, recordDelivery, { id, attempts, delivery })
}
