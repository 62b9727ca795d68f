import { areTimesPossible } from '../../domain/lodging/stay-corrections.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { concerned, correctableStay } from './correctable-stay.ts'

/**
 * Puts a wrongly recorded time right without touching the state (decision 9).
 *
 * @throws DomainError time_impossible, state_conflict, correction_too_late
 */
export async function correctTimes(
  context: Context,
  input: { stayId: string; checkedInAt?: string; checkedOutAt?: string; reason: string },
): Promise<void> {
  const { sql, now } = context
  const stay = await correctableStay(context, input.stayId)
  const hasLeft = stay.status === 'departed'
  if (stay.checked_in_at === null || (!hasLeft && stay.status !== 'in_house'))
    throw new DomainError('state_conflict', { state: stay.status })
  if (input.checkedOutAt !== undefined && !hasLeft)
    throw new DomainError('state_conflict', { state: stay.status })
  const checkedInAt = new Date(input.checkedInAt ?? stay.checked_in_at)
  const leftAt = input.checkedOutAt ?? stay.checked_out_at
  const checkedOutAt = leftAt === null ? null : new Date(leftAt)
  const placedAt = new Date(stay.placed_at)
  if (!areTimesPossible({ placedAt, checkedInAt, checkedOutAt, now }))
    throw new DomainError('time_impossible')
  await sql.run(
    'update order_lines set checked_in_at = $2, checked_out_at = $3, version = version + 1 where id = $1',
    [input.stayId, checkedInAt, checkedOutAt],
  )
  context.audit({
    verb: 'stay.times_corrected',
    subject: { kind: 'stay', id: input.stayId },
    related: concerned(stay),
    propertyId: stay.property_id,
    before: { checkedInAt: stay.checked_in_at, checkedOutAt: stay.checked_out_at },
    after: {
      checkedInAt: checkedInAt.toISOString(),
      checkedOutAt: checkedOutAt?.toISOString() ?? null,
    },
    reason: input.reason,
  })
}
