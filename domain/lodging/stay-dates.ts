import { DomainError } from '../platform/errors.ts'
import { daysBetween, type LocalDate } from './local-date.ts'

export const NIGHTS_MAX = 90
/** How far ahead a stay may begin, in days. */
export const LEAD_DAYS_MAX = 730

/** Refuses a stay that cannot be: backwards, too long, in the past, too far ahead. */
export function assertStayDates(
  checkIn: LocalDate,
  checkOut: LocalDate,
  businessDate: LocalDate,
): void {
  const nights = daysBetween(checkIn, checkOut)
  const lead = daysBetween(businessDate, checkIn)
  // Asked as what must hold, so that what is no date at all is refused as well.
  const possible = nights >= 1 && nights <= NIGHTS_MAX && lead >= 0 && lead <= LEAD_DAYS_MAX
  if (!possible) {
    throw new DomainError('dates_impossible', { nightsMax: NIGHTS_MAX })
  }
}
