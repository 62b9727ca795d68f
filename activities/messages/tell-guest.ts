import type { CancellationTemplate } from '../../domain/messages/cancellation-letters.ts'
import type { OrderTemplate } from '../../domain/messages/order-letters.ts'
import { orderForLetter } from '../../db/messages/order-params-query.ts'
import type { Context } from '../platform/context.ts'
import { sendMessage } from './send-message.ts'

/** An order's guest hears of it, once a kind: told again by a race or a repetition, nothing happens. */
export async function tellOfOrder(
  context: Context,
  template: OrderTemplate,
  orderId: string,
): Promise<void> {
  const { memberId, propertyId, params } = await orderForLetter(context.sql, orderId, null)
  await sendMessage(context, {
    template,
    to: { memberId },
    onceKey: `${template}:${orderId}`,
    params,
    propertyId,
    subject: { kind: 'order', id: orderId },
  })
}

export type CancellationNews = {
  readonly orderId: string
  readonly stayIds: readonly string[]
  /** Of the event: the request's id, or a stay cancelled before it was paid. */
  readonly about: string
  readonly fee: number
  readonly returned: number
}

/** What becomes of rooms a guest wants to cancel. */
export async function tellOfCancellation(
  context: Context,
  template: CancellationTemplate,
  news: CancellationNews,
): Promise<void> {
  const { orderId, stayIds, fee, returned } = news
  const { memberId, propertyId, params } = await orderForLetter(context.sql, orderId, stayIds)
  await sendMessage(context, {
    template,
    to: { memberId },
    onceKey: `${template}:${news.about}`,
    params: { number: params.number, rooms: params.rooms, fee, returned },
    propertyId,
    subject: { kind: 'order', id: orderId },
  })
}
