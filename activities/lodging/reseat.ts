import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { planSeats, type SeatPlan, type SeatWish } from '../../domain/lodging/seating.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { freeByCount, readSeating, type TypeSeating } from '../../db/lodging/seating-query.ts'
import type { Context } from '../platform/context.ts'
import { giveRooms } from './give-rooms.ts'
import type { SeatedStay } from './seated-stay.ts'

export type Reseating = SeatWish & {
  readonly roomTypeId: string
  readonly propertyId: string
  /** What the moves are made for, in the trail. */
  readonly orderId: string
}

/** A stay that changes between the plan and its lock makes a new plan necessary; it does so a few times at most. */
const PLANS_MAX = 5
/** As many as a person reads. */
const NAMES_MAX = 5

/**
 * Room for a wish that fits by count but not as the type is seated: unpinned stays to come get other rooms of
 * their type, in this transaction (B-21). Whoever is in the house, pinned, or waits for a manager's
 * decision stays where he is.
 *
 * @returns the rooms of the wish
 * @throws DomainError room_not_available when it does not fit by count; seats_fixed naming what keeps the
 *   rooms apart
 */
export async function reseat(context: Context, wish: Reseating): Promise<readonly string[]> {
  const { sql } = context
  // Before the lock: callers for rooms already gone do not queue for it.
  await assertFitsByCount(context, wish)
  await sql.run('select lock_room_types(array[$1::uuid])', [wish.roomTypeId])
  await assertFitsByCount(context, wish)
  const { plan, seating } = await lockedPlan(context, wish.roomTypeId, (found) => {
    const made = planSeats(found, wish)
    if (!made) throw refusal(found, wish)
    return made
  })
  await carryOut(context, wish, plan, seating)
  return plan.roomIds
}

/** The moves of a plan, and their trail. */
async function carryOut(
  context: Context,
  wish: Pick<Reseating, 'propertyId' | 'orderId'>,
  plan: SeatPlan,
  seating: TypeSeating,
): Promise<void> {
  await giveRooms(
    context,
    plan.moves.map(({ party, roomId }) => ({
      stayId: party.stayId,
      roomId,
      fromNight: party.from,
      checkOut: party.until,
    })),
  )
  await record(context, wish, plan, seating)
}

/**
 * A stay keeps its room for longer: whoever was to have it on those nights, and may be moved, gets another
 * one. The type is locked by the caller.
 *
 * @throws DomainError seats_fixed naming what is in the way
 */
export async function makeWay(context: Context, stay: SeatedStay, longer: Longer): Promise<void> {
  const { plan, seating } = await lockedPlan(context, stay.roomTypeId, (found) =>
    planWay(found, stay, longer),
  )
  await carryOut(context, stay, plan, seating)
}

export type Longer = { readonly from: LocalDate; readonly until: LocalDate }

/** Who moves so that a stay can keep its room; the same for its preview. @throws DomainError seats_fixed */
export function planWay(seating: TypeSeating, stay: SeatedStay, { from, until }: Longer): SeatPlan {
  const wish = { checkIn: from, checkOut: until, count: 0, guests: stay.guests }
  const own = seating.parties.filter((party) => party.stayId === stay.id)
  const taken = seating.fixed.some(
    (hold) => hold.roomId === stay.roomId && hold.from < until && hold.until > from,
  )
  const fixed = [...seating.fixed, ...own, { roomId: stay.roomId, from, until }]
  const parties = seating.parties.filter((party) => party.stayId !== stay.id)
  const plan = taken ? null : planSeats({ rooms: seating.rooms, parties, fixed }, wish)
  if (!plan) throw refusal(seating, wish)
  return plan
}

async function assertFitsByCount({ sql }: Context, wish: Reseating): Promise<void> {
  const free = await freeByCount(sql, wish.roomTypeId, wish.checkIn, wish.checkOut)
  if (free < wish.count) throw new DomainError('room_not_available')
}

/** A plan all of whose stays are held: they are locked as they are found, and read again until none is new. */
async function lockedPlan(
  { sql, now }: Context,
  roomTypeId: string,
  makePlan: (seating: TypeSeating) => SeatPlan,
): Promise<{ plan: SeatPlan; seating: TypeSeating }> {
  const locked = new Set<string>()
  for (let attempt = 0; attempt < PLANS_MAX; attempt += 1) {
    const seating = await readSeating(sql, roomTypeId, now)
    const plan = makePlan(seating)
    const ids = plan.moves.map(({ party }) => party.stayId)
    if (ids.every((id) => locked.has(id))) return { plan, seating }
    await sql.run(
      'select from order_lines where id = any($1::uuid[]) order by id for no key update',
      [ids],
    )
    for (const id of ids) locked.add(id)
  }
  throw new DomainError('database_busy')
}

/** Where nothing is fixed, the rooms left are too small for the party: there is none. */
function refusal(seating: TypeSeating, wish: SeatWish): DomainError {
  const holders = namesOf(seating, wish)
  return holders === ''
    ? new DomainError('room_not_available')
    : new DomainError('seats_fixed', { holders })
}

function namesOf({ fixed }: TypeSeating, wish: SeatWish): string {
  const near = fixed.filter((hold) => hold.from < wish.checkOut && hold.until > wish.checkIn)
  const names = near.map(({ roomNumber, orderNumber }) =>
    orderNumber === null ? roomNumber : `${roomNumber} (${orderNumber})`,
  )
  const shown = [...new Set(names)].slice(0, NAMES_MAX).join(', ')
  return names.length > NAMES_MAX ? `${shown} …` : shown
}

async function record(
  context: Context,
  wish: Pick<Reseating, 'propertyId' | 'orderId'>,
  plan: SeatPlan,
  seating: TypeSeating,
): Promise<void> {
  const facts = await context.sql.rows<{ stay_id: string; order_id: string }>(
    'select id as stay_id, order_id from order_lines where id = any($1::uuid[])',
    [plan.moves.map(({ party }) => party.stayId)],
  )
  const rooms = await context.sql.rows<{ id: string; number: string }>(
    'select id, number from rooms where id = any($1::uuid[])',
    [seating.rooms.map((room) => room.id)],
  )
  const numberOf = (id: string) => rooms.find((room) => room.id === id)?.number ?? null
  for (const { party, roomId } of plan.moves) {
    const orderId = facts.find((fact) => fact.stay_id === party.stayId)?.order_id
    context.audit({
      verb: 'stay.reseated',
      subject: { kind: 'stay', id: party.stayId },
      related: [
        ...(orderId ? [{ kind: 'order' as const, id: orderId }] : []),
        { kind: 'room', id: party.roomId },
        { kind: 'room', id: roomId },
      ],
      propertyId: wish.propertyId,
      before: { roomId: party.roomId, room: numberOf(party.roomId) },
      after: { roomId, room: numberOf(roomId), forOrderId: wish.orderId },
    })
  }
}
