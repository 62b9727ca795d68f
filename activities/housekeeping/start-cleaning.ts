import { DomainError } from '../../domain/platform/errors.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { allowedNow, auditCleaning, lockCleaning, movedOn, staffIdOf } from './lock-cleaning.ts'

/** Somebody begins to clean; from now on the work is his. Of two who begin at once the second hears that it is taken. */
export async function startCleaning(
  context: Context,
  input: { cleaningId: string },
): Promise<void> {
  const { sql, now } = context
  const cleaning = await lockCleaning(context, input.cleaningId)
  const person = staffIdOf(context)
  const begun = await sql.run(
    `update cleanings set begun_at = $2, begun_by = $3, assigned_to = coalesce($3, assigned_to), version = version + 1
     where id = $1 and state = 'waiting'`,
    [cleaning.id, now, person],
  )
  if (begun === 0) {
    if (cleaning.state !== 'begun' || cleaning.assignedTo === person)
      throw movedOn(cleaning, context)
    const allowedActions = allowedNow(cleaning, context)
    throw new DomainError('cleaning_taken', {}, { allowedActions })
  }
  await closeCase(context, 'cleaning_not_begun', { kind: 'cleaning', id: cleaning.id })
  auditCleaning(context, 'room.cleaning_begun', cleaning, {
    before: { state: 'waiting', assignedTo: cleaning.assignedTo },
    after: { state: 'begun', assignedTo: person ?? cleaning.assignedTo },
  })
  context.tell('cleaning', cleaning.id)
}
