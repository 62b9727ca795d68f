import type { GuestInput, Licence } from '../../domain/lodging/guest-register.ts'
import { guestFaults, fault } from '../../domain/lodging/guest-register.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { lockStay } from './lock-stay.ts'
import { readRegister, writeRegisters } from './write-register.ts'

type Stay = {
  id: string
  order_id: string
  member_id: string
  property_id: string
  status: string
  capacity: number
  licence: Licence
  business_date: string
  last: number
}

/**
 * A companion who comes later is written into the register of a stay whose guests are in the house.
 *
 * @returns how many guests the register of the stay now has
 */
export async function addGuest(
  context: Context,
  input: { stayId: string; guest: GuestInput },
): Promise<number> {
  const { sql, now } = context
  await lockStay(context, input.stayId)
  const stay = await sql.maybe<Stay>(
    `select l.id, l.order_id, o.member_id, l.property_id, l.status, t.capacity, d.licence,
       business_date(p, $2) as business_date,
       coalesce((select max(position) from guest_entries e where e.line_id = l.id and e.withdrawn_at is null), 0) as last
     from order_lines l join orders o on o.id = l.order_id join properties p on p.id = l.property_id
     join rooms r on r.id = l.room_id join room_types t on t.id = r.room_type_id join dwellings d on d.id = r.dwelling_id
     where l.id = $1`,
    [input.stayId, now],
  )
  if (!stay) throw new DomainError('not_found')
  if (stay.status !== 'in_house') throw new DomainError('state_conflict', { state: stay.status })
  if (stay.last >= stay.capacity)
    throw new DomainError('capacity_exceeded', { capacity: stay.capacity })
  const companion = { ...input.guest, representative: false }
  const register = await readRegister(context, stay, [companion], '/guest')
  const [guest] = register.guests
  const fields = guest
    ? guestFaults(guest, stay.licence).map(({ field, code }) => fault(`/${field}`, code))
    : []
  const gone = register.faults.filter(({ code }) => code === 'gone')
  if (fields.length + gone.length > 0)
    throw new DomainError('validation_failed', {}, { fields: gone.length > 0 ? gone : fields })
  const [id = ''] = await writeRegisters(context, [{ ...register, from: stay.last + 1 }])
  context.audit({
    verb: 'guest.added',
    subject: { kind: 'guest', id },
    related: [
      { kind: 'stay', id: stay.id },
      { kind: 'order', id: stay.order_id },
      { kind: 'member', id: stay.member_id },
    ],
    propertyId: stay.property_id,
    after: { position: stay.last + 1 },
  })
  return stay.last + 1
}
