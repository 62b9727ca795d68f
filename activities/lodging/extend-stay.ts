import { daysBetween, type LocalDate } from '../../domain/lodging/local-date.ts'
import { type AgreedNight, agreedNights, sumOf } from '../../domain/lodging/price.ts'
import { LEAD_DAYS_MAX, NIGHTS_MAX } from '../../domain/lodging/stay-dates.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { quoteStays } from '../../db/lodging/quote-stays.ts'
import { readSeating } from '../../db/lodging/seating-query.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { digestOf } from '../platform/digest.ts'
import { newId } from '../platform/new-id.ts'
import { houseAccount } from '../points/house-accounts.ts'
import { lockOrdersAndStays } from './move-stay.ts'
import { type Longer, makeWay, planWay } from './reseat.ts'
import { assertStayAllows, readSeatedStay, type SeatedStay } from './seated-stay.ts'

export type NewDates = { readonly checkIn: LocalDate; readonly checkOut: LocalDate }
export type Extension = NewDates & {
  readonly stayId: string
  readonly nights: readonly { readonly night: LocalDate; readonly amount: number }[]
  readonly total: number
}
type Priced = { readonly preview: Extension; readonly added: readonly AddedNights[] }
type AddedNights = Longer & { readonly nights: readonly AgreedNight[] }

/**
 * What more nights at either end would cost today, by the same function as a booking; and how many other
 * stays would get another room for it.
 *
 * @throws DomainError state_conflict, dates_impossible, rate_missing, seats_fixed
 */
export async function previewExtension(
  context: Pick<Context, 'sql' | 'now'>,
  stayId: string,
  dates: NewDates,
): Promise<{ preview: Extension; digest: string; reseated: number; balance: number }> {
  const stay = await readSeatedStay(context, stayId)
  const { preview, added } = await price(context, stay, dates)
  const seating = await readSeating(context.sql, stay.roomTypeId, context.now)
  const moves = added.flatMap((longer) => planWay(seating, stay, longer).moves)
  const { balance } = await context.sql.one<{ balance: number }>(
    'select coalesce(sum(balance), 0)::bigint as balance from accounts where member_id = $1',
    [stay.memberId],
  )
  return { preview, digest: digestOf(preview), reseated: moves.length, balance }
}

/**
 * More nights in the same room, paid from points at once or not at all. Whoever was to have the room gets
 * another of its type, where he may be moved.
 *
 * @throws DomainError insufficient_points, digest_mismatch, seats_fixed and what the preview refuses
 */
export async function extendStay(
  context: Context,
  input: NewDates & { readonly stayId: string; readonly digest: string },
): Promise<void> {
  const { sql } = context
  await sql.run(
    `select lock_wallets(o.member_id), lock_room_types(array[r.room_type_id]) from order_lines l
     join orders o on o.id = l.order_id join rooms r on r.id = l.room_id where l.id = $1`,
    [input.stayId],
  )
  await lockOrdersAndStays(context, [input.stayId], [])
  const stay = await readSeatedStay(context, input.stayId)
  const { preview, added } = await price(context, stay, input)
  if (digestOf(preview) !== input.digest) throw new DomainError('digest_mismatch')
  for (const longer of added) {
    await makeWay(context, stay, longer)
    await sql.run('select add_nights($1, $2)', [stay.id, JSON.stringify(longer.nights)])
    await sql.run(
      `insert into room_nights (room_id, night, line_id) select $1, n, $2 from unnest($3::date[]) n order by n`,
      [stay.roomId, stay.id, longer.nights.map((night) => night.night)],
    )
  }
  await pay(context, stay, preview)
  await leaveLater(context, stay)
  await sql.run('update orders set version = version + 1 where id = $1', [stay.orderId])
  context.audit({
    verb: 'stay.extended',
    subject: { kind: 'stay', id: stay.id },
    related: [
      { kind: 'order', id: stay.orderId },
      { kind: 'room', id: stay.roomId },
      { kind: 'member', id: stay.memberId },
    ],
    propertyId: stay.propertyId,
    before: { checkIn: stay.checkIn, checkOut: stay.checkOut },
    after: { checkIn: preview.checkIn, checkOut: preview.checkOut, total: preview.total },
  })
}

async function price(
  { sql, now }: Pick<Context, 'sql' | 'now'>,
  stay: SeatedStay,
  { checkIn, checkOut }: NewDates,
): Promise<Priced> {
  assertStayAllows(stay, 'extend')
  assertLonger(stay, { checkIn, checkOut })
  const spans = [
    { from: checkIn, until: stay.checkIn },
    { from: stay.checkOut, until: checkOut },
  ].filter(({ from, until }) => from < until)
  const { sold } = await sql.one<{ sold: string }>(
    'select room_type_id as sold from order_lines where id = $1',
    [stay.id],
  )
  const quoted = await quoteStays(sql, {
    propertyId: stay.propertyId,
    memberId: stay.memberId,
    stays: spans.map(({ from, until }) => ({
      roomTypeId: sold,
      checkIn: from,
      checkOut: until,
      arrival: checkIn,
    })),
    at: now,
  })
  const added = spans.map((span, index) => ({
    ...span,
    nights: agreedNights(quoted[index]?.nights ?? []),
  }))
  const nights = added.flatMap((span) =>
    span.nights.map(({ night, amount }) => ({ night, amount })),
  )
  return { added, preview: { stayId: stay.id, checkIn, checkOut, nights, total: sumOf(nights) } }
}

/** Longer at one end at least, shorter at none; the beginning only before it was reached. */
function assertLonger(stay: SeatedStay, { checkIn, checkOut }: NewDates): void {
  const earlier = daysBetween(checkIn, stay.checkIn)
  const later = daysBetween(stay.checkOut, checkOut)
  const nights = daysBetween(checkIn, checkOut)
  const possible =
    earlier >= 0 &&
    later >= 0 &&
    earlier + later > 0 &&
    nights <= NIGHTS_MAX &&
    daysBetween(stay.businessDate, checkOut) <= LEAD_DAYS_MAX &&
    (earlier === 0 || (stay.status === 'confirmed' && checkIn >= stay.businessDate))
  if (!possible) throw new DomainError('dates_impossible', { nightsMax: NIGHTS_MAX })
}

async function pay(context: Context, stay: SeatedStay, preview: Extension): Promise<void> {
  const { sql, now, requestId } = context
  const counter = await houseAccount(sql, 'advance_received', stay.propertyId)
  const { transfer, balance } = await sql.one<{ transfer: string | null; balance: number }>(
    `select (select coalesce(sum(balance), 0)::bigint from accounts where member_id = $2) as balance,
       points_spend($1, $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], $10) as transfer`,
    [
      `spend:extension:${newId()}`,
      stay.memberId,
      counter,
      now,
      stay.propertyId,
      stay.orderId,
      preview.nights.map(() => stay.id),
      preview.nights.map(({ night }) => night),
      preview.nights.map(({ amount }) => amount),
      requestId,
    ],
  )
  if (transfer === null && preview.total > 0)
    throw new DomainError('insufficient_points', { balance, needed: preview.total })
}

/** A guest in the house is expected later, and is no longer overdue. */
async function leaveLater(context: Context, stay: SeatedStay): Promise<void> {
  if (stay.status !== 'in_house') return
  await context.sql.run(
    `update order_lines l set overdue_at = (l.check_out + p.check_out_by) at time zone p.time_zone
       + p.departure_grace_minutes * interval '1 minute' from properties p where p.id = l.property_id and l.id = $1`,
    [stay.id],
  )
  await closeCase(context, 'overdue_departure', { kind: 'stay', id: stay.id })
  context.tell('stay', stay.id)
}
