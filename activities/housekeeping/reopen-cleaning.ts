import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import {
  auditCleaning,
  lockCleaning,
  type LockedCleaning,
  movedOn,
  staffIdOf,
} from './lock-cleaning.ts'

/**
 * "Finished" was pressed by mistake. Before its inspection the cleaning simply goes on; a room that was
 * free already gets a cleaning that takes its place: what was told to its process is over.
 *
 * @returns the cleaning that is open now
 */
export async function reopenCleaning(
  context: Context,
  input: { cleaningId: string },
): Promise<{ cleaningId: string }> {
  const cleaning = await lockCleaning(context, input.cleaningId)
  const goesOn = await context.sql.run(
    `update cleanings set finished_at = null, finished_by = null, begun_at = coalesce(begun_at, $2),
       begun_by = coalesce(begun_by, $3), version = version + 1 where id = $1 and state = 'to_inspect'`,
    [cleaning.id, context.now, staffIdOf(context)],
  )
  const cleaningId = goesOn > 0 ? cleaning.id : await cleanAgain(context, cleaning)
  auditCleaning(
    context,
    'room.cleaning_reopened',
    { ...cleaning, id: cleaningId },
    { before: { state: cleaning.state, cleaningId: cleaning.id }, after: { state: 'begun' } },
  )
  context.tell('cleaning', cleaningId)
  return { cleaningId }
}

/** Only on the same day, and only while nobody has gone in: the room is held, so nobody goes in meanwhile. */
async function cleanAgain(context: Context, cleaning: LockedCleaning): Promise<string> {
  const { sql, now } = context
  if (cleaning.state !== 'done') throw movedOn(cleaning, context)
  const again = await sql.maybe<{ id: string }>(
    `insert into cleanings (id, property_id, room_id, line_id, kind, assigned_to, note, started_at, begun_at, begun_by,
       begin_by, due_at)
     select $2, c.property_id, c.room_id, c.line_id, c.kind, c.assigned_to, c.note, $3, $3, $4, $3,
       $3::timestamptz + p.cleaning_minutes * interval '1 minute'
     from cleanings c join properties p on p.id = c.property_id
     where c.id = $1 and business_date(p, c.done_at) = business_date(p, $3)
       and (c.kind = 'stayover') = exists (select from order_lines l where l.room_id = c.room_id and l.status = 'in_house')
       and not exists (select from cleanings later where later.room_id = c.room_id and later.started_at > c.started_at)
     returning id`,
    [cleaning.id, newId(), now, staffIdOf(context)],
  )
  if (!again) throw new DomainError('state_conflict', { state: 'done' }, { allowedActions: [] })
  return again.id
}
