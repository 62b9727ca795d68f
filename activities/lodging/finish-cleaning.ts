import { DomainError } from '../../domain/platform/errors.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'

/** 清掃中 → 空室: the room may be entered again (features.md 1.6, reading 4). */
export async function finishCleaning(context: Context, input: { roomId: string }): Promise<void> {
  const { sql, now, actor } = context
  const room = await sql.maybe<{ property_id: string }>(
    'select property_id from rooms where id = $1 for no key update',
    [input.roomId],
  )
  if (!room) throw new DomainError('not_found')
  const cleaning = await sql.maybe<{ id: string }>(
    'update cleanings set finished_at = coalesce(finished_at, $2), done_at = $2, done_by = $3 where room_id = $1 and done_at is null returning id',
    [input.roomId, now, actor.kind === 'staff' ? actor.id : null],
  )
  if (!cleaning) throw new DomainError('state_conflict', { state: 'clean' })
  await closeCase(context, 'cleaning_overrun', { kind: 'cleaning', id: cleaning.id })
  context.audit({
    verb: 'room.cleaned',
    subject: { kind: 'room', id: input.roomId },
    propertyId: room.property_id,
    before: { housekeeping: 'cleaning' },
    after: { housekeeping: 'clean', cleaningId: cleaning.id },
  })
  context.tell('cleaning', cleaning.id)
}
