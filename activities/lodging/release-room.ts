import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/** The block of a room that is out of use now, or next, ends: its nights from today on are free. */
export async function releaseRoom(
  context: Context,
  input: { roomId: string; reason: string },
): Promise<void> {
  const { sql, now } = context
  const block = await sql.maybe<{ id: string; property_id: string; business_date: string }>(
    `select b.id, b.property_id, business_date(p, $2) as business_date
     from room_blocks b join properties p on p.id = b.property_id
     where b.room_id = $1 and b.released_at is null and b.until_night >= business_date(p, $2)
     order by b.from_night limit 1 for update of b`,
    [input.roomId, now],
  )
  if (!block) throw new DomainError('state_conflict', { state: 'open' })
  await sql.run('delete from room_nights where block_id = $1 and night >= $2', [
    block.id,
    block.business_date,
  ])
  await sql.run('update room_blocks set released_at = $2, version = version + 1 where id = $1', [
    block.id,
    now,
  ])
  context.audit({
    verb: 'room.released',
    subject: { kind: 'room', id: input.roomId },
    propertyId: block.property_id,
    before: { blockId: block.id },
    reason: input.reason,
  })
}
