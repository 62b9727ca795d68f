import type { Channel } from '../../domain/lodging/channel.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { pendingDeadlines } from '../../domain/lodging/order-life.ts'
import { type AgreedNight, agreedNights } from '../../domain/lodging/price.ts'
import { assertStayDates } from '../../domain/lodging/stay-dates.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { type PropertyFacts, propertyFacts } from '../../db/lodging/property-facts.ts'
import { quoteStays } from '../../db/lodging/quote-stays.ts'
import { tellOfOrder } from '../messages/tell-guest.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { seatStay } from './seat-stay.ts'
import { settlePendingOrders } from './settle-pending-orders.ts'

export const ROOMS_PER_ORDER_MAX = 30

export type StayWish = {
  readonly roomTypeId: string
  readonly checkIn: LocalDate
  readonly checkOut: LocalDate
  readonly count: number
  readonly guestsPerRoom: number
}
export type PlaceOrder = {
  readonly propertyId: string
  readonly memberId: string
  readonly channel: Channel
  readonly stays: readonly StayWish[]
}

/**
 * A cart becomes an order (003-17, 003-19): rooms held at once; paid and confirmed in this very
 * transaction when the points suffice and no older order of the member waits for them, else 支払待ち.
 *
 * @returns the order's id
 */
export async function placeOrder(
  context: Context,
  input: PlaceOrder,
): Promise<{ orderId: string }> {
  const { sql, now } = context
  const property = await propertyFacts(sql, input.propertyId, now)
  await lockMemberOfIssuer(context, input.memberId, property.issuerId)
  const priced = await priceAll(context, property, input)

  const orderId = newId()
  const { remindAt, payBy } = pendingDeadlines(
    now,
    property.pendingHoldMinutes,
    property.pendingReminderMinutes,
  )
  const { number } = await sql.one<{ number: string }>(
    `insert into orders (id, property_id, issuer_id, member_id, channel, placed_at, remind_at, pay_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning number`,
    [orderId, property.id, property.issuerId, input.memberId, input.channel, now, remindAt, payBy],
  )
  // In the order of the types, so that two carts never wait for each other.
  for (const { wish, nights } of priced.toSorted((a, b) =>
    a.wish.roomTypeId < b.wish.roomTypeId ? -1 : 1,
  )) {
    const lines = await seatStay(context, {
      ...wish,
      orderId,
      propertyId: property.id,
      nights,
      policy: property.policy,
    })
    context.audit({
      verb: 'order.seated',
      subject: { kind: 'order', id: orderId },
      related: lines.map((line) => ({ kind: 'room', id: line.roomId })),
      propertyId: property.id,
      after: {
        checkIn: wish.checkIn,
        checkOut: wish.checkOut,
        rooms: lines.map((line) => line.roomId),
        nights: nights.map(({ night, amount }) => ({ night, amount })),
      },
    })
  }
  context.audit({
    verb: 'order.placed',
    subject: { kind: 'order', id: orderId },
    related: [{ kind: 'member', id: input.memberId }],
    propertyId: property.id,
    after: { number, channel: input.channel, payBy: payBy.toISOString() },
  })
  const settled = await settlePendingOrders(context, input.memberId)
  // An order paid at once has nothing to wait for: no process is started for it.
  for (const id of settled) if (id !== orderId) context.tell('order', id)
  if (!settled.includes(orderId)) {
    context.tell('order', orderId)
    await tellOfOrder(context, 'order_pending', orderId)
  }
  return { orderId }
}

/** Wallets before orders and rooms: two orders of one member are placed, and paid, one after the other. */
async function lockMemberOfIssuer(
  { sql }: Context,
  memberId: string,
  issuerId: string,
): Promise<void> {
  const found = await sql.maybe(
    'select lock_wallets(id) from members where id = $1 and issuer_id = $2',
    [memberId, issuerId],
  )
  if (!found) throw new DomainError('not_found')
}

async function priceAll(
  { sql, now }: Context,
  property: PropertyFacts,
  { memberId, stays }: PlaceOrder,
): Promise<{ wish: StayWish; nights: AgreedNight[] }[]> {
  const rooms = stays.reduce((sum, stay) => sum + stay.count, 0)
  if (rooms < 1 || rooms > ROOMS_PER_ORDER_MAX)
    throw new DomainError('limit_exceeded', { limit: ROOMS_PER_ORDER_MAX })
  for (const stay of stays) assertStayDates(stay.checkIn, stay.checkOut, property.businessDate)
  const priced = await quoteStays(sql, { propertyId: property.id, memberId, stays, at: now })
  return stays.map((wish, index) => {
    const stay = priced[index]
    if (!stay) throw new DomainError('not_found')
    if (wish.guestsPerRoom > stay.capacity)
      throw new DomainError('capacity_exceeded', { capacity: stay.capacity })
    return { wish, nights: agreedNights(stay.nights) }
  })
}
