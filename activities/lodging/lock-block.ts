import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type OpenBlock = {
  readonly id: string
  readonly propertyId: string
  readonly roomId: string
  readonly fromNight: LocalDate
  readonly untilNight: LocalDate
  readonly today: LocalDate
  readonly released: boolean
  readonly version: number
}

/**
 * A block, its room's type locked first: nights are given and taken under that lock.
 *
 * @throws DomainError not_found
 */
export async function lockBlock({ sql, now }: Context, id: string): Promise<OpenBlock> {
  await sql.run(
    `select lock_room_types(array[r.room_type_id]) from room_blocks b join rooms r on r.id = b.room_id where b.id = $1`,
    [id],
  )
  const block = await sql.maybe<OpenBlock>(
    `select b.id, b.property_id as "propertyId", b.room_id as "roomId", b.from_night as "fromNight",
       b.until_night as "untilNight", business_date(p, $2) as today, b.released_at is not null as released, b.version
     from room_blocks b join properties p on p.id = b.property_id where b.id = $1 for update of b`,
    [id, now],
  )
  if (!block) throw new DomainError('not_found')
  return block
}
