import type { LocalDate } from './local-date.ts'
import type { NightRate } from './night-rate.ts'

/** Why a night of a type cannot be sold, the strongest reason first. */
export const UNSELLABLE_REASONS = ['past', 'closed', 'stopped', 'no_rate', 'sold_out'] as const
export type UnsellableReason = (typeof UNSELLABLE_REASONS)[number]

export type NightStock = {
  readonly rooms: number
  readonly sold: number
  readonly blocked: number
}

/** Whether a night of a type can be sold today, and if not, why not (003-18). */
export function whyNotSold(
  { night, amount, rule }: NightRate,
  { rooms, sold, blocked }: NightStock,
  businessDate: LocalDate,
): UnsellableReason | null {
  if (night < businessDate) return 'past'
  if (rule.kind === 'closed' || rule.kind === 'stopped') return rule.kind
  if (amount === null) return 'no_rate'
  return rooms - sold - blocked > 0 ? null : 'sold_out'
}
