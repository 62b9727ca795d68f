import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { markClean } from './complete-cleaning.ts'
import { auditCleaning, lockCleaning, movedOn, staffIdOf } from './lock-cleaning.ts'

/**
 * A second person has looked and the room may be entered.
 *
 * @throws DomainError own_cleaning for whoever cleaned it: the books refuse it
 */
export async function passInspection(
  context: Context,
  input: { cleaningId: string },
): Promise<void> {
  const cleaning = await lockCleaning(context, input.cleaningId)
  const changed = await context.sql.run(
    `update cleanings set inspected_at = $2, inspected_by = $3, done_at = $2, done_by = $3, version = version + 1
     where id = $1 and state = 'to_inspect'`,
    [cleaning.id, context.now, staffIdOf(context)],
  )
  if (changed === 0) throw movedOn(cleaning, context)
  await markClean(context, cleaning)
  context.tell('cleaning', cleaning.id)
}

/** Not good enough: it waits for the same person again, with the reason on it and deadlines from now. */
export async function sendBackCleaning(
  context: Context,
  input: { cleaningId: string; reason: string },
): Promise<void> {
  const { sql, now } = context
  const cleaning = await lockCleaning(context, input.cleaningId)
  const changed = await sql.run(
    `update cleanings c set begun_at = null, begun_by = null, finished_at = null, finished_by = null,
       sent_back_at = $2::timestamptz, sent_back_reason = $3, version = c.version + 1,
       begin_by = $2::timestamptz + least(p.cleaning_start_minutes, p.cleaning_minutes) * interval '1 minute',
       due_at = $2::timestamptz + p.cleaning_minutes * interval '1 minute'
     from properties p where p.id = c.property_id and c.id = $1 and c.state = 'to_inspect'`,
    [cleaning.id, now, input.reason],
  )
  if (changed === 0) throw movedOn(cleaning, context)
  // What was raised spoke of the deadlines before.
  await closeCase(context, 'cleaning_overrun', { kind: 'cleaning', id: cleaning.id })
  auditCleaning(context, 'room.cleaning_sent_back', cleaning, {
    before: { state: 'to_inspect' },
    after: { state: 'waiting' },
    reason: input.reason,
  })
  context.tell('cleaning', cleaning.id)
}
