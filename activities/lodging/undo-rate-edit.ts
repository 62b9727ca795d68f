import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/**
 * Takes the last edit of a property's days back: every night holds again what it held before. Only the
 * last one that still stands: what lies under a later edit cannot be put back without undoing that one too.
 *
 * @throws DomainError state_conflict for an edit that is undone already, or is not the last
 */
export async function undoRateEdit(
  context: Context,
  { editId }: { editId: string },
): Promise<void> {
  const { sql, now } = context
  const edit = await sql.maybe<{ propertyId: string }>(
    `select property_id as "propertyId", lock_rates(property_id) from rate_edits where id = $1`,
    [editId],
  )
  if (!edit) throw new DomainError('not_found')
  const undone = await sql.run(
    `update rate_edits e set undone_at = $2 where e.id = $1 and e.undone_at is null and not exists (
       select from rate_edits l where l.property_id = e.property_id and l.queue > e.queue and l.undone_at is null)`,
    [editId, now],
  )
  if (undone === 0) throw new DomainError('state_conflict', { state: 'superseded' })
  await sql.run(
    `insert into rates (room_type_id, night, amount)
     select n.room_type_id, n.night, n.amount from rate_edit_nights n where n.edit_id = $1 and n.had_row order by 1, 2
     on conflict (room_type_id, night) do update set amount = excluded.amount`,
    [editId],
  )
  await sql.run(
    `delete from rates r using rate_edit_nights n
     where n.edit_id = $1 and not n.had_row and r.room_type_id = n.room_type_id and r.night = n.night`,
    [editId],
  )
  context.audit({
    verb: 'rates.undone',
    subject: { kind: 'property', id: edit.propertyId },
    propertyId: edit.propertyId,
    after: { editId },
  })
}
