import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/**
 * Takes an edit back: every night holds again what it held before. Nothing that lies under a later edit of
 * the same nights is put back: that one has to be undone first.
 *
 * @throws DomainError state_conflict for an edit that is undone already, or lies under a later one
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
       select from rate_edit_nights mine join rate_edit_nights theirs using (room_type_id, night)
       join rate_edits later on later.id = theirs.edit_id and later.queue > e.queue and later.undone_at is null
       where mine.edit_id = e.id)`,
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
