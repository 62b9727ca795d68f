import type { CleaningKind } from '../../domain/housekeeping/cleaning-state.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

type NewCleaning = {
  readonly roomId: string
  readonly kind: CleaningKind
  readonly lineId: string | null
  readonly note: string | null
}

/** From now, with the property's deadlines, for whoever was given the room today. The room is held by the caller. */
export async function openCleaning(context: Context, input: NewCleaning): Promise<string> {
  const id = newId()
  await context.sql.run(
    `insert into cleanings (id, property_id, room_id, line_id, kind, note, started_at, begin_by, due_at, assigned_to)
     select $1, r.property_id, r.id, $3, $4, $5, $6,
       $6::timestamptz + least(p.cleaning_start_minutes, p.cleaning_minutes) * interval '1 minute',
       $6::timestamptz + p.cleaning_minutes * interval '1 minute',
       (select g.staff_id from room_cleaners g where g.room_id = r.id and g.date = business_date(p, $6))
     from rooms r join properties p on p.id = r.property_id where r.id = $2`,
    [id, input.roomId, input.lineId, input.kind, input.note, context.now],
  )
  return id
}

/**
 * A guest has left his room. Was it being cleaned while he lived in it, that cleaning becomes the one
 * after him: begun anew, with deadlines from now, for the same person.
 *
 * @returns the cleaning that is open now
 */
export async function openDepartureCleaning(
  context: Context,
  stay: { readonly roomId: string; readonly stayId: string },
): Promise<string> {
  const open = await context.sql.maybe<{ id: string }>(
    `update cleanings c set kind = 'departure', line_id = $2, started_at = $3::timestamptz, begun_at = null, begun_by = null,
       finished_at = null, finished_by = null, version = c.version + 1,
       begin_by = $3::timestamptz + least(p.cleaning_start_minutes, p.cleaning_minutes) * interval '1 minute',
       due_at = $3::timestamptz + p.cleaning_minutes * interval '1 minute'
     from properties p where p.id = c.property_id and c.room_id = $1 and c.done_at is null returning c.id`,
    [stay.roomId, stay.stayId, context.now],
  )
  if (open) {
    await context.sql.run(
      `update cases set closed_at = $2 where subject_kind = 'cleaning' and subject_id = $1 and closed_at is null`,
      [open.id, context.now],
    )
    return open.id
  }
  return openCleaning(context, {
    roomId: stay.roomId,
    kind: 'departure',
    lineId: stay.stayId,
    note: null,
  })
}
