import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import {
  auditCleaning,
  lockCleaning,
  type LockedCleaning,
  movedOn,
  staffIdOf,
} from './lock-cleaning.ts'

/**
 * The room is cleaned: 清掃中 → 空室 (features.md 1.6, reading 4), or, where the property wants a second
 * pair of eyes, it waits for its inspection and stays 清掃中. A room somebody lives in waits for nobody.
 */
export async function completeCleaning(
  context: Context,
  input: { cleaningId: string },
): Promise<void> {
  await completeLocked(context, await lockCleaning(context, input.cleaningId))
}

export async function completeLocked(context: Context, cleaning: LockedCleaning): Promise<void> {
  const { sql, now } = context
  const changed = await sql.maybe<{ state: string }>(
    `update cleanings c set begun_at = coalesce(c.begun_at, $2), begun_by = coalesce(c.begun_by, $3),
       finished_at = $2, finished_by = $3, assigned_to = coalesce(c.assigned_to, $3),
       done_at = case when c.kind = 'stayover' or not p.inspection_required then $2::timestamptz end,
       done_by = case when c.kind = 'stayover' or not p.inspection_required then $3::uuid end, version = c.version + 1
     from properties p where p.id = c.property_id and c.id = $1 and c.state in ('waiting', 'begun')
     returning c.state`,
    [cleaning.id, now, staffIdOf(context)],
  )
  if (!changed) throw movedOn(cleaning, context)
  await closeCase(context, 'cleaning_not_begun', { kind: 'cleaning', id: cleaning.id })
  if (changed.state === 'done') await markClean(context, cleaning)
  else
    auditCleaning(context, 'room.cleaning_finished', cleaning, {
      before: { state: cleaning.state },
      after: { state: changed.state },
    })
  context.tell('cleaning', cleaning.id)
}

/** Nothing stands between the room and its next guest any more. */
export async function markClean(context: Context, cleaning: LockedCleaning): Promise<void> {
  await closeCase(context, 'cleaning_overrun', { kind: 'cleaning', id: cleaning.id })
  auditCleaning(context, 'room.cleaned', cleaning, {
    before: { housekeeping: 'cleaning' },
    after: { housekeeping: 'clean' },
  })
}
