import type { LineStatus } from './order-status.ts'

export type CorrectionFacts = {
  readonly status: LineStatus
  readonly checkOut: string
  readonly businessDate: string
  /** A night of it has become revenue. */
  readonly earned: boolean
}
export type CorrectionAction = 'undo_check_in' | 'undo_check_out' | 'correct_times'

/** What of a stay's past may be put right; how long the front may do it alone is another question. */
export function correctionActions(stay: CorrectionFacts): CorrectionAction[] {
  switch (stay.status) {
    case 'in_house':
      return stay.earned ? ['correct_times'] : ['undo_check_in', 'correct_times']
    case 'departed':
      return mayReopen(stay) ? ['undo_check_out', 'correct_times'] : ['correct_times']
    default:
      return []
  }
}

/** After the day of departure nobody has been in the room since: only the time can be wrong then. */
export const mayReopen = (stay: Pick<CorrectionFacts, 'checkOut' | 'businessDate'>) =>
  stay.businessDate <= stay.checkOut

export type StayTimes = {
  readonly placedAt: Date
  readonly checkedInAt: Date
  readonly checkedOutAt: Date | null
  readonly now: Date
}

/** Plausible: not before the order, not in the future, in before out. */
export function areTimesPossible({ placedAt, checkedInAt, checkedOutAt, now }: StayTimes): boolean {
  if (checkedInAt < placedAt || checkedInAt > now) return false
  return checkedOutAt === null || (checkedOutAt > checkedInAt && checkedOutAt <= now)
}
