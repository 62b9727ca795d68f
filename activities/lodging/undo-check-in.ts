import { DomainError } from '../../domain/platform/errors.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { concerned, correctableStay } from './correctable-stay.ts'

/**
 * 入室中 → 予約済: the wrong guest, the wrong room. What was recorded stays in the trail, the register is
 * withdrawn. Only while its day is open: a night that became revenue was slept.
 *
 * @throws DomainError state_conflict, correction_too_late
 */
export async function undoCheckIn(
  context: Context,
  input: { stayId: string; reason: string },
): Promise<void> {
  const { sql, now } = context
  const stay = await correctableStay(context, input.stayId)
  if (stay.status !== 'in_house') throw new DomainError('state_conflict', { state: stay.status })
  if (stay.earned) throw new DomainError('state_conflict', { state: 'day closed' })
  await sql.run(
    `update order_lines set status = 'confirmed', checked_in_at = null, overdue_at = null, recorded_at = $2,
       reopened_at = $2, version = version + 1 where id = $1 and status = 'in_house'`,
    [input.stayId, now],
  )
  await sql.run(
    'update guest_entries set withdrawn_at = $2 where line_id = $1 and withdrawn_at is null',
    [input.stayId, now],
  )
  await closeCase(context, 'overdue_departure', { kind: 'stay', id: input.stayId })
  context.audit({
    verb: 'stay.check_in_undone',
    subject: { kind: 'stay', id: input.stayId },
    related: concerned(stay),
    propertyId: stay.property_id,
    before: { status: 'in_house', checkedInAt: stay.checked_in_at },
    after: { status: 'confirmed', checkedInAt: null },
    reason: input.reason,
  })
  context.tell('stay', input.stayId)
}
