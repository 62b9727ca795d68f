import { rolesWith } from '../../domain/platform/permissions.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type AssignRooms = {
  readonly propertyId: string
  readonly date: string
  readonly roomIds: readonly string[]
  /** Null: nobody's any more. */
  readonly staffId: string | null
}

/**
 * Gives rooms of a day to somebody who cleans: those with a guest still asleep in them, and what is open
 * in them already, if it is today. Three statements, however many rooms.
 */
export async function assignRooms(context: Context, input: AssignRooms): Promise<void> {
  const { sql, now } = context
  const { propertyId, date, staffId } = input
  const roomIds = [...new Set(input.roomIds)]
  await assertCleansHere(context, input)
  const held = await sql.rows<{ id: string; is_today: boolean; is_past: boolean }>(
    `select r.id, business_date(p, $3) = $4 as is_today, business_date(p, $3) > $4 as is_past
     from rooms r join properties p on p.id = r.property_id
     where r.id = any($1::uuid[]) and r.property_id = $2 and r.retired_at is null order by r.id for no key update of r`,
    [roomIds, propertyId, now, date],
  )
  if (held.length < roomIds.length) throw new DomainError('not_found')
  if (held.some((room) => room.is_past)) throw new DomainError('state_conflict', { state: 'past' })
  if (staffId === null) {
    await sql.run('delete from room_cleaners where room_id = any($1::uuid[]) and date = $2', [
      roomIds,
      date,
    ])
  } else {
    await sql.run(
      `insert into room_cleaners (room_id, date, staff_id) select unnest($1::uuid[]), $2, $3
       on conflict (room_id, date) do update set staff_id = excluded.staff_id`,
      [roomIds, date, staffId],
    )
  }
  if (held.some((room) => room.is_today)) {
    // What is being cleaned has a person at it, so it can be handed over but not left to nobody.
    await sql.run(
      `update cleanings set assigned_to = $2, version = version + 1
       where room_id = any($1::uuid[]) and state = any($3) and assigned_to is distinct from $2`,
      [roomIds, staffId, staffId === null ? ['waiting'] : ['waiting', 'begun']],
    )
  }
  context.audit({
    verb: 'housekeeping.assigned',
    subject: { kind: 'property', id: propertyId },
    related: roomIds.map((id) => ({ kind: 'room', id })),
    propertyId,
    after: { staffId, date, roomIds },
  })
}

/** Somebody who works here now and may clean; anybody else is unknown to this list. */
async function assertCleansHere({ sql }: Context, input: AssignRooms): Promise<void> {
  if (input.staffId === null) return
  const found = await sql.maybe(
    `select from staff s join staff_roles h on h.staff_id = s.id
     where s.id = $1 and s.disabled_at is null and h.property_id = $2 and h.role = any($3) limit 1`,
    [input.staffId, input.propertyId, rolesWith('cleaning.work')],
  )
  if (!found) throw new DomainError('not_found')
}
