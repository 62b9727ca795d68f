import { addDays, daysBetween, type LocalDate, nightsOf } from '../../domain/lodging/local-date.ts'
import { LEAD_DAYS_MAX, NIGHTS_MAX } from '../../domain/lodging/stay-dates.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { assertNightsFree } from './block-nights.ts'

export type BlockRoom = {
  readonly roomId: string
  readonly kind: 'maintenance' | 'unavailable'
  readonly fromNight: LocalDate
  /** The last night it is out of use. */
  readonly untilNight: LocalDate
  readonly reason: string
}

/** A manager takes a room out of use (003-05). Its nights are taken like any others: nothing sold is touched. */
export async function blockRoom(context: Context, input: BlockRoom): Promise<{ blockId: string }> {
  const { sql, now } = context
  const room = await sql.maybe<{
    property_id: string
    room_type_id: string
    business_date: string
  }>(
    `select r.property_id, r.room_type_id, business_date(p, $2) as business_date from rooms r
     join properties p on p.id = r.property_id where r.id = $1 and r.retired_at is null`,
    [input.roomId, now],
  )
  if (!room) throw new DomainError('not_found')
  const count = daysBetween(input.fromNight, input.untilNight) + 1
  const lead = daysBetween(room.business_date, input.fromNight)
  if (count < 1 || count > NIGHTS_MAX || lead < 0 || lead > LEAD_DAYS_MAX)
    throw new DomainError('dates_impossible', { nightsMax: NIGHTS_MAX })
  const nights = nightsOf(input.fromNight, addDays(input.fromNight, count))
  await sql.run('select lock_room_types(array[$1::uuid])', [room.room_type_id])
  await assertNightsFree(context, input.roomId, input.fromNight, input.untilNight)
  const blockId = newId()
  await sql.run(
    `insert into room_blocks (id, property_id, room_id, kind, from_night, until_night, reason, created_at, warn_at, release_at)
     select $1, p.id, $3, $4, $5, $6, $7, $8, block_warn_at(p, $6, $8), block_release_at(p, $6)
     from properties p where p.id = $2`,
    [
      blockId,
      room.property_id,
      input.roomId,
      input.kind,
      input.fromNight,
      input.untilNight,
      input.reason,
      now,
    ],
  )
  await sql.run(
    'insert into room_nights (room_id, night, block_id) select $1, n, $2 from unnest($3::date[]) n order by n',
    [input.roomId, blockId, nights],
  )
  context.audit({
    verb: 'room.blocked',
    subject: { kind: 'room', id: input.roomId },
    related: [{ kind: 'room_block', id: blockId }],
    propertyId: room.property_id,
    after: { blockId, kind: input.kind, fromNight: input.fromNight, untilNight: input.untilNight },
    reason: input.reason,
  })
  context.tell('block', blockId)
  return { blockId }
}
