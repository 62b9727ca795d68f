import { addDays, daysBetween, type LocalDate } from '../../domain/lodging/local-date.ts'
import { NIGHTS_MAX } from '../../domain/lodging/stay-dates.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { assertNightsFree } from './block-nights.ts'
import { lockBlock } from './lock-block.ts'
import { roomConflict } from './room-refusals.ts'

export type ChangeBlock = {
  readonly id: string
  readonly version: number
  /** The new last night; today at the earliest. */
  readonly untilNight: LocalDate
  readonly reason: string
}

/** The work takes longer, or is done sooner: the block's end moves, and its deadlines with it. */
export async function changeBlock(context: Context, input: ChangeBlock): Promise<void> {
  const { sql, now } = context
  const block = await lockBlock(context, input.id)
  if (block.released) throw await roomConflict(context, block.roomId, 'released')
  if (block.version !== input.version) throw new DomainError('version_mismatch')
  const count = daysBetween(block.fromNight, input.untilNight) + 1
  if (count < 1 || count > NIGHTS_MAX || input.untilNight < block.today)
    throw new DomainError('dates_impossible', { nightsMax: NIGHTS_MAX })
  const added = addDays(block.untilNight, 1)
  if (input.untilNight >= added)
    await assertNightsFree(context, block.roomId, added, input.untilNight)
  await sql.run('delete from room_nights where block_id = $1 and night > $2', [
    block.id,
    input.untilNight,
  ])
  await sql.run(
    `insert into room_nights (room_id, night, block_id)
     select $1, d::date, $2 from generate_series($3::date::timestamp, $4::date::timestamp, interval '1 day') d order by d`,
    [block.roomId, block.id, added, input.untilNight],
  )
  await sql.run(
    `update room_blocks b set until_night = $2, warn_at = block_warn_at(p, $2, $3), warned_at = null,
       release_at = block_release_at(p, $2), version = b.version + 1
     from properties p where b.id = $1 and p.id = b.property_id`,
    [block.id, input.untilNight, now],
  )
  await closeCase(context, 'block_ending', { kind: 'room', id: block.roomId })
  context.audit({
    verb: 'room.block_changed',
    subject: { kind: 'room', id: block.roomId },
    related: [{ kind: 'room_block', id: block.id }],
    propertyId: block.propertyId,
    before: { blockId: block.id, untilNight: block.untilNight },
    after: { untilNight: input.untilNight },
    reason: input.reason,
  })
  context.tell('block', block.id)
}
