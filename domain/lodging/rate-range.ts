import { DomainError } from '../platform/errors.ts'
import { daysBetween, type LocalDate } from './local-date.ts'

export const RATE_NIGHTS_MAX = 400

/** Refuses a range of nights, both ends included, that is backwards or longer than anybody edits. */
export function assertRateRange(from: LocalDate, until: LocalDate): void {
  const nights = daysBetween(from, until) + 1
  // Asked as what must hold, so that what is no date at all is refused as well.
  if (!(nights >= 1 && nights <= RATE_NIGHTS_MAX))
    throw new DomainError('range_impossible', { nightsMax: RATE_NIGHTS_MAX })
}
