import type { GuestInput, IdentityCheck } from '../../domain/lodging/guest-register.ts'
import { DomainError, type FieldError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { type Arriving, findArriving, refusalOfArrival } from './arriving.ts'
import { lockStays } from './lock-stay.ts'
import { assertRecordedToday, type RecordedTime, timeToRecord } from './recorded-time.ts'
import { type Register, readRegister, writeRegisters } from './write-register.ts'

/** Who comes to a room. */
export type Party = {
  readonly stayId: string
  readonly guests: readonly GuestInput[]
  /** Why they are not as many as were booked. */
  readonly countReason?: string
}
export type Arrival = RecordedTime & { readonly identity: IdentityCheck }

/**
 * 予約済 → 入室中 (003-25): the guests were recognised, the register is written, the time recorded.
 *
 * @throws DomainError state_conflict, check_in_too_early, room_not_ready, capacity_exceeded,
 *   register_incomplete, time_impossible; validation_failed for what the register lacks
 */
export async function checkIn(context: Context, input: Party & Arrival): Promise<void> {
  const [stay] = await lookAt(context, [input.stayId], input)
  if (!stay) throw new DomainError('not_found')
  const refusal = refusalOfArrival(stay) ?? refusalOfParty(stay, input)
  if (refusal) throw refusal
  const register = await readRegister(context, stay, input.guests, '/guests')
  if (register.faults.length > 0)
    throw new DomainError('validation_failed', {}, { fields: register.faults })
  await admit(context, [{ stay, party: input, register }], input)
}

/**
 * A group goes in at one go: every arriving room of the order, or none, with the reason of each room
 * that cannot.
 *
 * @throws DomainError group_refused; validation_failed when a room is missing or a register lacks something
 */
export async function checkInOrder(
  context: Context,
  input: Arrival & { orderId: string; rooms: readonly Party[] },
): Promise<void> {
  await context.sql.run('select from orders where id = $1 for no key update', [input.orderId])
  const expected = await context.sql.rows<{ id: string }>(
    "select id from order_lines where order_id = $1 and status = 'confirmed' and check_in <= $2 order by id",
    [input.orderId, await businessDateOf(context, input.orderId)],
  )
  const named = input.rooms.map((room) => room.stayId).toSorted()
  if (expected.length === 0) throw new DomainError('state_conflict', { state: 'nobody arrives' })
  if (named.join() !== expected.map((one) => one.id).join()) {
    const fields = [{ pointer: '/rooms', code: 'whole_group', message: 'whole_group' }]
    throw new DomainError('validation_failed', {}, { fields })
  }
  const stays = await lookAt(context, named, input)
  const parties = input.rooms.map((party) => {
    const stay = stays.find((one) => one.id === party.stayId)
    if (!stay) throw new DomainError('not_found')
    return { stay, party }
  })
  refuseGroup(
    parties.map(({ stay, party }) => ({
      room: stay.room_number,
      refusal: refusalOfArrival(stay) ?? refusalOfParty(stay, party),
    })),
  )
  const admitted = []
  for (const [index, one] of parties.entries()) {
    const register = await readRegister(
      context,
      one.stay,
      one.party.guests,
      `/rooms/${index}/guests`,
    )
    admitted.push({ ...one, register })
  }
  const fields = admitted.flatMap(({ register }) => register.faults)
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields })
  await admit(context, admitted, input)
}

/** @throws DomainError group_refused when any room cannot, with one entry per room that cannot */
export function refuseGroup(
  rooms: readonly { readonly room: string; readonly refusal: DomainError | null }[],
): void {
  const fields = rooms.flatMap(({ room, refusal }, index): FieldError[] =>
    refusal
      ? [
          {
            pointer: `/rooms/${index}`,
            code: refusal.code,
            message: refusal.code,
            params: { ...refusal.params, about: room },
          },
        ]
      : [],
  )
  if (fields.length > 0)
    throw new DomainError('group_refused', { count: fields.length }, { fields })
}

async function businessDateOf({ sql, now }: Context, orderId: string): Promise<string> {
  const found = await sql.maybe<{ today: string }>(
    'select business_date(p, $2) as today from orders o join properties p on p.id = o.property_id where o.id = $1',
    [orderId, now],
  )
  if (!found) throw new DomainError('not_found')
  return found.today
}

async function lookAt(context: Context, stayIds: readonly string[], time: RecordedTime) {
  await lockStays(context, stayIds)
  const stays = await findArriving(context, stayIds, timeToRecord(context, time))
  for (const stay of stays) assertRecordedToday(context, stay, time, new Date(stay.placed_at))
  return stays
}

function refusalOfParty(stay: Arriving, { guests, countReason }: Party): DomainError | null {
  if (guests.length > stay.capacity)
    return new DomainError('capacity_exceeded', { capacity: stay.capacity })
  if (guests.length !== stay.guests && !countReason)
    return new DomainError('register_incomplete', { booked: stay.guests, given: guests.length })
  return null
}

type Admitted = { readonly stay: Arriving; readonly party: Party; readonly register: Register }

async function admit(context: Context, all: readonly Admitted[], arrival: Arrival): Promise<void> {
  const { sql, now, actor } = context
  const at = timeToRecord(context, arrival)
  const ids = all.map(({ stay }) => stay.id)
  const { method, document } = arrival.identity
  await sql.run(
    `update order_lines l set status = 'in_house', checked_in_at = $2, recorded_at = $3, overdue_at = t.overdue_at,
       version = version + 1
     from unnest($1::uuid[], $4::timestamptz[]) t(id, overdue_at) where l.id = t.id and l.status = 'confirmed'`,
    [ids, at, now, all.map(({ stay }) => stay.overdue_at)],
  )
  await sql.run(
    `insert into identity_checks (id, line_id, method, document, confirmed_by, confirmed_at)
     select t.id, t.line_id, $3, $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) t(id, line_id)`,
    [ids.map(newId), ids, method, document, actor.id, now],
  )
  await writeRegisters(
    context,
    all.map(({ register }) => register),
  )
  for (const { stay, party } of all) {
    context.audit({
      verb: 'stay.checked_in',
      subject: { kind: 'stay', id: stay.id },
      related: [
        { kind: 'order', id: stay.order_id },
        { kind: 'room', id: stay.room_id },
        { kind: 'member', id: stay.member_id },
      ],
      propertyId: stay.property_id,
      before: { status: 'confirmed' },
      after: {
        status: 'in_house',
        checkedInAt: at.toISOString(),
        guests: party.guests.length,
        identity: { method, document },
        ...(party.countReason && { countReason: party.countReason }),
      },
      reason: arrival.atReason ?? null,
    })
    context.tell('stay', stay.id)
  }
}
